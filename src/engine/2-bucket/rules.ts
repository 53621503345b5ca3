import type { Condition, Evidence } from '../model.ts';
import { surest, weaker, weakest } from './evidence.ts';
import type { CorsQuestion } from './question.ts';
import type { BucketStep, ConditionTrace, RuleTrace } from './trace.ts';

/**
 * One condition of a rule. `test` and `evidence` are the fast path, `explain` the same in steps: the condition holds where
 * no step fails.
 */
export interface ConditionTest<R> {
  condition: Condition;
  test(rule: R, question: CorsQuestion): boolean;
  /** How sure the outcome of `test` is. */
  evidence(rule: R, question: CorsQuestion): Evidence;
  explain(rule: R, question: CorsQuestion): BucketStep[];
}

/** The rule that answered, -1 where none did, and the weakest mark on the way there. */
export interface Match {
  rule: number;
  /** A rule that was chosen and then failed, so that no later one was tried; null where none was. */
  chosen: number | null;
  evidence: Evidence;
}

/**
 * Tries the rules from the first down; the first in which every condition holds answers. The first `choosing` conditions
 * choose a rule: where one of the others fails in it, the search is over.
 */
export function firstMatch<R>(
  rules: readonly R[],
  conditions: readonly ConditionTest<R>[],
  question: CorsQuestion,
  choosing = conditions.length
): Match {
  let evidence: Evidence = 'traced';
  let index = 0;
  for (const rule of rules) {
    let failed = -1;
    let sure: Evidence = 'traced';
    let at = 0;
    for (const condition of conditions) {
      const held = condition.test(rule, question);
      const mark = condition.evidence(rule, question);
      sure = held ? weaker(sure, mark) : mark;
      if (!held) {
        failed = at;
        break;
      }
      at += 1;
    }
    evidence = weaker(evidence, sure);
    if (failed === -1) return { rule: index, chosen: null, evidence };
    if (failed >= choosing) return { rule: -1, chosen: index, evidence };
    index += 1;
  }
  return { rule: -1, chosen: null, evidence };
}

/** The same in full: every condition of every rule, also where the store had stopped asking. */
export function traceRules<R>(
  rules: readonly R[],
  conditions: readonly ConditionTest<R>[],
  question: CorsQuestion,
  choosing = conditions.length
): { match: Match; traces: RuleTrace[] } {
  const match: Match = { rule: -1, chosen: null, evidence: 'traced' };
  const traces = rules.map((rule, index): RuleTrace => {
    const searching = match.rule === -1 && match.chosen === null;
    let asking = searching;
    const traced = conditions.map(({ condition, explain }): ConditionTrace => {
      const steps = explain(rule, question);
      const outcome = steps.some((step) => step.outcome === 'fail') ? 'fail' : 'pass';
      const asked = asking;
      if (outcome === 'fail') asking = false;
      return { condition, outcome, asked, steps };
    });
    const failed = traced.findIndex(({ outcome }) => outcome === 'fail');
    if (searching) {
      const decisive = failed === -1 ? traced : traced.slice(failed, failed + 1);
      match.evidence = decisive.map(conditionEvidence).reduce(weaker, match.evidence);
      if (failed === -1) match.rule = index;
      else if (failed >= choosing) match.chosen = index;
    }
    return { rule: index, matched: failed === -1, conditions: traced };
  });
  return { match, traces };
}

/** How sure a traced condition is: a pass rests on all of its steps, a failure on its surest failing one. */
export function conditionEvidence({ outcome, steps }: ConditionTrace): Evidence {
  return outcome === 'pass'
    ? weakest(steps.map((step) => step.evidence))
    : surest(steps.flatMap((step) => (step.outcome === 'fail' ? [step.evidence] : [])));
}

/**
 * The rule that comes closest to answering: it fails in the fewest conditions, then in the latest; ties go to the earlier
 * rule. Null where there is no rule.
 */
export function closestRule(traces: readonly RuleTrace[]): number | null {
  let best: { rule: number; failures: number; first: number } | null = null;
  for (const { rule, conditions } of traces) {
    const failures = conditions.filter(({ outcome }) => outcome === 'fail').length;
    const first = conditions.findIndex(({ outcome }) => outcome === 'fail');
    const closer =
      best === null ||
      failures < best.failures ||
      (failures === best.failures && first > best.first);
    if (closer) best = { rule, failures, first };
  }
  return best?.rule ?? null;
}
