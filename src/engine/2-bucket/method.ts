import type { WrittenValue } from '../model.ts';
import { factOf, type Fact, type FactsOf } from './evidence.ts';
import type { CorsQuestion } from './question.ts';
import type { ConditionTest } from './rules.ts';
import { spansOf, valuesOf } from '../written.ts';

export interface MethodRule {
  methods: readonly WrittenValue[];
}

export interface MethodFacts {
  listed: Fact;
  unlisted: Fact;
  /** A method that is listed in other letters' case. */
  otherCase: Fact;
}

/** The condition that the method is one of the rule's: letter for letter, unless `fold` makes other methods the same. */
export function methodCondition(
  facts: FactsOf<MethodFacts>,
  fold = (method: string): string => method
): ConditionTest<MethodRule> {
  const listed = (rule: MethodRule, method: string | null): WrittenValue | undefined => {
    const folded = method === null ? null : fold(method);
    return rule.methods.find(({ value }) => fold(value) === folded);
  };
  const factAbout = (rule: MethodRule, method: string | null): Fact => {
    if (listed(rule, method) !== undefined) return factOf(facts, 'listed');
    const folded = method?.toUpperCase();
    const otherCase = rule.methods.some(({ value }) => value.toUpperCase() === folded);
    return factOf(facts, otherCase ? 'otherCase' : 'unlisted');
  };
  return {
    condition: 'method',
    test: (rule, { method }) => listed(rule, method) !== undefined,
    evidence: (rule, { method }) => factAbout(rule, method).evidence,
    explain: (rule, question) => {
      const method = question.method ?? '';
      const written = listed(rule, question.method);
      const fact = factAbout(rule, question.method);
      if (written !== undefined) {
        const spans = [written.span];
        return [{ code: 'method-listed', args: { method }, outcome: 'pass', spans, ...fact }];
      }
      const args = { method, listed: valuesOf(rule.methods) };
      const spans = spansOf(rule.methods);
      return [{ code: 'method-unlisted', args, outcome: 'fail', spans, ...fact }];
    }
  };
}

/** The same condition where `*` in the list takes every method; `any` is what is known of that. */
export function orAnyMethod(
  condition: ConditionTest<MethodRule>,
  any: Fact
): ConditionTest<MethodRule> {
  const star = ({ methods }: MethodRule): WrittenValue | undefined =>
    methods.find(({ value }) => value === '*');
  const needed = (rule: MethodRule, question: CorsQuestion): WrittenValue | undefined =>
    condition.test(rule, question) ? undefined : star(rule);
  return {
    condition: 'method',
    test: (rule, question) => star(rule) !== undefined || condition.test(rule, question),
    evidence: (rule, question) =>
      needed(rule, question) ? any.evidence : condition.evidence(rule, question),
    explain: (rule, question) => {
      const written = needed(rule, question);
      if (written === undefined) return condition.explain(rule, question);
      const args = { method: question.method ?? '' };
      return [{ code: 'method-listed', args, outcome: 'pass', spans: [written.span], ...any }];
    }
  };
}
