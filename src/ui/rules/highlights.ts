import type { BucketStep, Span } from '#engine';
import type { JudgedDocument } from '../document.ts';

/** What the verdict says of a rule: it answered, it came closest where none did, or neither. */
export type RuleState = 'answers' | 'closest' | 'other';

interface RuleHighlight extends Span {
  state: RuleState;
}

/** A value of the rule text that answered or refused. */
interface ValueHighlight extends Span {
  kind: 'answered' | 'refused';
}

/** What is lit in the rule text. */
export interface Highlights {
  rules: RuleHighlight[];
  values: ValueHighlight[];
}

function* stepsOf({ verdict }: JudgedDocument): Iterable<BucketStep> {
  for (const { trace } of verdict.exchanges) {
    for (const { conditions } of trace.rules) for (const { steps } of conditions) yield* steps;
    for (const { step } of trace.answer) yield step;
  }
}

/** Which parts of the judged text are lit. Where one value both answered and refused, the refusal is shown. */
export function highlightsIn({ verdict, read }: JudgedDocument): Highlights {
  const closest = verdict.rule === null ? verdict.closest : null;
  const rules = read.ruleSet.rules.map(({ span }, index): RuleHighlight => {
    const state = index === verdict.rule ? 'answers' : index === closest ? 'closest' : 'other';
    return { ...span, state };
  });
  const values = new Map<string, ValueHighlight>();
  for (const kind of ['answered', 'refused'] as const)
    for (const { from, to } of verdict.lit[kind])
      if (from < to) values.set(`${from}-${to}`, { from, to, kind });
  return { rules, values: [...values.values()] };
}

/** What the trace says of the value at a span, each once. */
export function stepTexts(
  judged: JudgedDocument,
  { from, to }: Span,
  sayStep: (step: BucketStep) => string
): string[] {
  const said = new Set<string>();
  for (const step of stepsOf(judged)) {
    if (step.spans.some((span) => span.from === from && span.to === to)) said.add(sayStep(step));
  }
  return [...said];
}
