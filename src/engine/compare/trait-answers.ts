/** How an answer to a question about a store is read from what the store does. */
import { weakest } from '../2-bucket/evidence.ts';
import { listOf } from '../2-bucket/question.ts';
import type { BucketStep, BucketTrace } from '../2-bucket/trace.ts';
import type { Coded, Evidence } from '../model.ts';
import type { SavingResult } from '../providers/provider.ts';

/** The closed set of answers. `code` and `message` are empty where the store has none. */
interface TraitAnswerArgs {
  /** The store's own format has no way to write what is asked about. */
  'cannot-say': Record<string, never>;
  none: Record<string, never>;
  value: { value: string };
  /** As much as was asked for. */
  asked: { value: string };
  /** All that the rule lists. */
  listed: { value: string };
  'first-rule': Record<string, never>;
  'next-rule': Record<string, never>;
  matches: Record<string, never>;
  'matches-not': Record<string, never>;
  answers: { status: number };
  error: { status: number; code: string; message: string };
  accepted: Record<string, never>;
  refused: { status: number; code: string; message: string };
}

export type TraitAnswer = Coded<TraitAnswerArgs>;

/** An answer, how sure it is, and where that is said. */
export interface TraitReading {
  answer: TraitAnswer;
  evidence: Evidence;
  sources: string[];
}

export type TraceReader = (trace: BucketTrace) => TraitReading;

const stepsOf = ({ before, rules, answer }: BucketTrace): BucketStep[] => [
  ...before,
  ...rules.flatMap(({ conditions }) => conditions.flatMap(({ steps }) => steps)),
  ...answer.map(({ step }) => step)
];

function read(answer: TraitAnswer, evidence: Evidence, steps: readonly BucketStep[]): TraitReading {
  return { answer, evidence, sources: [...new Set(steps.map(({ source }) => source))] };
}

const ofDecision = (trace: BucketTrace, answer: TraitAnswer): TraitReading =>
  read(answer, trace.decision.evidence, stepsOf(trace));

/** What one header of the answer says; its own step is the reason where it has one. */
export const header =
  (name: string, tell: (value: string) => TraitAnswer = tellValue): TraceReader =>
  (trace) => {
    const line = trace.decision.headers.find(([key]) => key.toLowerCase() === name);
    const own = trace.answer.filter((one) => one.header.toLowerCase() === name);
    const answer: TraitAnswer = line ? tell(line[1]) : { code: 'none', args: {} };
    const steps = own.map(({ step }) => step);
    return steps.length > 0
      ? read(answer, weakest(steps.map(({ evidence }) => evidence)), steps)
      : ofDecision(trace, answer);
  };

const tellValue = (value: string): TraitAnswer => ({ code: 'value', args: { value } });

const setOf = (value: string): string => listOf(value.toLowerCase()).sort().join();

/** Whether a list is the rule's, or only what was asked for. */
export const listFrom =
  (listed: string, asked: string) =>
  (value: string): TraitAnswer => {
    if (setOf(value) === setOf(asked)) return { code: 'asked', args: { value } };
    return { code: setOf(value) === setOf(listed) ? 'listed' : 'value', args: { value } };
  };

/** Whether the origin, or the header, of the one rule is taken. */
export const matching: TraceReader = (trace) =>
  ofDecision(trace, { code: trace.decision.rule === null ? 'matches-not' : 'matches', args: {} });

/** Which of two rules answers, if any; the second is the only one that holds. */
export const fallingThrough: TraceReader = (trace) => {
  const { rule } = trace.decision;
  if (rule === null) return refusal(trace);
  return ofDecision(trace, { code: rule === 0 ? 'first-rule' : 'next-rule', args: {} });
};

/** Status, and the error where there is one. */
export const refusal: TraceReader = (trace) => {
  const { status, error } = trace.decision;
  const answer: TraitAnswer =
    error === null
      ? { code: 'answers', args: { status: status ?? 200 } }
      : { code: 'error', args: { status: status ?? 200, ...error } };
  return ofDecision(trace, answer);
};

/** What the store says where the rules are saved. */
export function saving({ accepted, status, code, message, evidence }: SavingResult): TraitReading {
  const answer: TraitAnswer = accepted
    ? { code: 'accepted', args: {} }
    : { code: 'refused', args: { status, code: code ?? '', message: message ?? '' } };
  return read(answer, evidence, []);
}

export const CANNOT_SAY: TraitReading = read({ code: 'cannot-say', args: {} }, 'documented', []);
