import type { BucketFacts, Coded, Decision, Evidence, Header, WireRequest } from '../model.ts';
import { answerHeaders, traceHeaders, type AnswerHeader, type Matched } from './answer.ts';
import { factOf, weaker, type Fact, type FactsOf } from './evidence.ts';
import { originEntry, type OriginRule } from './origin.ts';
import { questionOf, type CorsQuestion } from './question.ts';
import { closestRule, firstMatch, traceRules, type ConditionTest, type Match } from './rules.ts';
import type { BucketStepArgs } from './step.ts';
import type { BucketStep, BucketTrace, ConditionTrace, RuleTrace } from './trace.ts';

/** What a gate and the rules are asked about. */
export interface DecisionInput<C> {
  compiled: C;
  question: CorsQuestion;
  facts: BucketFacts;
}

/** The answer where no rule gives one: mostly a store's own error, as it words it. */
export interface Refusal {
  /** Null for an actual request. */
  status: number | null;
  /** Null where the answer has no error document. */
  code: string | null;
  message: string;
  /** CORS headers that the answer has all the same. */
  headers?: readonly Header[];
}

/** An answer without an error document. */
export const bare = (status: number | null, headers: readonly Header[] = []): Refusal => ({
  status,
  code: null,
  message: '',
  headers
});

/** A refusal, or how it is worded for one request; null where the answer only lacks CORS headers. */
export type Refusing<C> = Refusal | ((asked: DecisionInput<C>) => Refusal) | null;

/** A condition that is asked before any rule, with the error of a request that does not meet it. */
export interface Gate<C> {
  shut(asked: DecisionInput<C>): boolean;
  refusal: Refusing<C>;
  facts: FactsOf<{ open: Fact; shut: Fact }>;
  /** Null where the gate is open and that tells nothing. */
  explain(asked: DecisionInput<C>, shut: boolean): Coded<BucketStepArgs> | null;
}

/** How one kind of request, preflight or actual, is answered. */
interface Procedure<C, R> {
  gates: readonly Gate<C>[];
  conditions: readonly ConditionTest<R>[];
  /**
   * How many of the conditions, from the first, choose the rule: where the others then fail no later rule is tried. Absent
   * where all of them choose, so that a later rule is tried whatever failed.
   */
  choosing?: number;
  /** Conditions of which the answer's headers speak, and that the rule does not need in order to answer: they are only told. */
  granting?: readonly ConditionTest<R>[];
  answer: readonly AnswerHeader<R>[];
  /** The status of an answer with CORS headers; null where it is the store's own business. */
  status: number | null;
  unmatched: Refusing<C>;
}

/** A store in which the first rule that holds answers. */
export interface FirstMatchStore<C, R> {
  /** How the store reads a request; `questionOf` where it has no way of its own. */
  question?(request: WireRequest): CorsQuestion;
  rules(compiled: C): readonly R[];
  preflight: Procedure<C, R>;
  actual: Procedure<C, R>;
  /** Headers that stand on an answer beside those of the rule, and how sure that is; `matched` is null where none answered. */
  beside?(
    asked: DecisionInput<C>,
    matched: Matched<R> | null
  ): { headers: Header[]; fact: Fact } | null;
}

/** Builds the two ways through a first-match store: the fast one and the one that tells every step. */
export function firstMatchStore<C, R extends OriginRule>(store: FirstMatchStore<C, R>) {
  const procedureOf = ({ preflight }: CorsQuestion) => (preflight ? store.preflight : store.actual);

  const read = store.question ?? questionOf;

  const unanswered = (
    asked: DecisionInput<C>,
    refusing: Refusing<C>,
    evidence: Evidence
  ): Decision => {
    const refusal = typeof refusing === 'function' ? refusing(asked) : refusing;
    const beside = store.beside?.(asked, null) ?? null;
    return {
      rule: null,
      status: refusal?.status ?? null,
      headers: [...(refusal?.headers ?? []), ...(beside?.headers ?? [])],
      error: errorOf(refusal),
      evidence: weaker(evidence, beside?.fact.evidence ?? 'traced')
    };
  };

  const answered = (asked: DecisionInput<C>, match: Match): Decision => {
    const { answer, status, unmatched } = procedureOf(asked.question);
    const matched = matchedOf(store.rules(asked.compiled), asked, match);
    if (matched === null) return unanswered(asked, unmatched, match.evidence);
    const beside = store.beside?.(asked, matched) ?? null;
    const { headers, evidence } = answerHeaders(answer, matched);
    return {
      rule: match.rule,
      status,
      headers: beside === null ? headers : [...headers, ...beside.headers],
      error: null,
      evidence: weaker(weaker(evidence, match.evidence), beside?.fact.evidence ?? 'traced')
    };
  };

  return {
    decide(compiled: C, request: WireRequest, facts: BucketFacts): Decision {
      const question = read(request);
      const { gates, conditions, choosing } = procedureOf(question);
      const asked = { compiled, question, facts };
      const shut = gates.find((gate) => gate.shut(asked));
      if (shut !== undefined)
        return unanswered(asked, shut.refusal, factOf(shut.facts, 'shut').evidence);
      const rules = store.rules(compiled);
      return answered(asked, firstMatch(rules, conditions, question, choosing));
    },

    trace(compiled: C, request: WireRequest, facts: BucketFacts): BucketTrace {
      const question = read(request);
      const { gates, conditions, choosing, granting = [], answer } = procedureOf(question);
      const asked = { compiled, question, facts };
      const before: BucketStep[] = [];
      for (const gate of gates) {
        const shut = gate.shut(asked);
        const fact = factOf(gate.facts, shut ? 'shut' : 'open');
        const told = gate.explain(asked, shut);
        const tell = (outcome: BucketStep['outcome']) => {
          if (told !== null) before.push({ ...told, spans: [], ...fact, outcome });
        };
        if (shut) {
          const decision = unanswered(asked, gate.refusal, fact.evidence);
          tell(allowsOrigin(decision) ? 'note' : 'fail');
          return { decision, before, rules: [], answer: [], closest: null };
        }
        tell('pass');
      }
      const rules = store.rules(compiled);
      const { match, traces } = traceRules(rules, conditions, question, choosing);
      const matched = matchedOf(rules, asked, match);
      return {
        decision: answered(asked, match),
        before,
        rules:
          matched === null
            ? traces
            : withGranting(traces, matched.rule, match.rule, granting, question),
        answer: matched === null ? [] : traceHeaders(answer, matched),
        closest: matched === null ? (match.chosen ?? closestRule(traces)) : null
      };
    }
  };
}

/** The traces, that of the rule which answered with what its answer grants. */
const withGranting = <R>(
  traces: RuleTrace[],
  rule: R,
  answering: number,
  granting: readonly ConditionTest<R>[],
  question: CorsQuestion
): RuleTrace[] =>
  traces.map((trace, index) =>
    index === answering
      ? { ...trace, conditions: [...trace.conditions, ...granting.map(traced(rule, question))] }
      : trace
  );

const traced =
  <R>(rule: R, question: CorsQuestion) =>
  ({ condition, explain }: ConditionTest<R>): ConditionTrace => {
    const steps = explain(rule, question);
    const outcome = steps.some((step) => step.outcome === 'fail') ? 'fail' : 'pass';
    return { condition, outcome, asked: true, steps };
  };

/** True where the store lets the origin in of its own accord, so that nothing has failed. */
const allowsOrigin = ({ headers }: Decision): boolean =>
  headers.some(([name]) => name.toLowerCase() === 'access-control-allow-origin');

const errorOf = (refusal: Refusal | null): Decision['error'] =>
  refusal === null || refusal.code === null
    ? null
    : { code: refusal.code, message: refusal.message };

function matchedOf<R extends OriginRule>(
  rules: readonly R[],
  { question, facts }: DecisionInput<unknown>,
  match: Match
): Matched<R> | null {
  const rule = rules[match.rule];
  const entry = rule && originEntry(rule, question.origin ?? '');
  return rule === undefined || entry === undefined ? null : { rule, entry, question, facts };
}
