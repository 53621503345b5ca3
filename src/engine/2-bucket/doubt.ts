import { weakest, type Fact } from './evidence.ts';
import type { CorsQuestion } from './question.ts';
import type { ConditionTest } from './rules.ts';

/** The same condition, no surer than `fact` for the requests, or rules, of which `doubts` says that nobody recorded them. */
export const withDoubt = <R>(
  condition: ConditionTest<R>,
  doubts: (question: CorsQuestion, rule: R) => boolean,
  fact: Fact
): ConditionTest<R> => ({
  ...condition,
  evidence: (rule, question) => {
    const evidence = condition.evidence(rule, question);
    return doubts(question, rule) ? weakest([evidence, fact.evidence]) : evidence;
  },
  explain: (rule, question) => {
    const steps = condition.explain(rule, question);
    return doubts(question, rule) ? steps.map((step) => ({ ...step, ...fact })) : steps;
  }
});
