import type { BucketStep, Span } from '#engine';
import type { Judged } from '../workbench.svelte.ts';

/** What the verdict says of a rule: it answered, it came closest where none did, or neither. */
export type RuleState = 'answers' | 'closest' | 'other';

export interface LitRule extends Span {
  state: RuleState;
}

/** A value of the rule text that answered or refused, with what the trace says of it. */
export interface LitValue extends Span {
  kind: 'answered' | 'refused';
  said: string[];
}

/** What is lit in the rule text. */
export interface Lit {
  rules: LitRule[];
  values: LitValue[];
}

function* stepsOf({ verdict }: Judged): Iterable<BucketStep> {
  for (const { trace } of verdict.exchanges) {
    for (const { conditions } of trace.rules) for (const { steps } of conditions) yield* steps;
    for (const { step } of trace.answer) yield step;
  }
}

/** Which parts of the judged text are lit. Where one value both answered and refused, the refusal is shown. */
export function litOf(judged: Judged, sayStep: (step: BucketStep) => string): Lit {
  const { verdict, read } = judged;
  const closest = verdict.rule === null ? verdict.closest : null;
  const rules = read.ruleSet.rules.map(({ span }, index): LitRule => {
    const state = index === verdict.rule ? 'answers' : index === closest ? 'closest' : 'other';
    return { ...span, state };
  });
  const values = new Map<string, LitValue>();
  const keyOf = ({ from, to }: Span) => `${from}-${to}`;
  for (const kind of ['answered', 'refused'] as const)
    for (const span of verdict.lit[kind])
      if (span.from < span.to) values.set(keyOf(span), { ...span, kind, said: [] });
  for (const step of stepsOf(judged))
    for (const span of step.spans) {
      const said = values.get(keyOf(span))?.said;
      if (!said) continue;
      const text = sayStep(step);
      if (!said.includes(text)) said.push(text);
    }
  return { rules, values: [...values.values()] };
}
