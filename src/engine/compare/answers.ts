/** Two stores' answers to one call, side by side. */
import type { BucketStep } from '../2-bucket/trace.ts';
import { listOf } from '../2-bucket/question.ts';
import type { BrowserStep } from '../3-browser/step.ts';
import type { Exchange, Verdict } from '../4-explain/verdict.ts';

type StoryStep = BucketStep | BrowserStep;

/** A header line that one answer has and the other has not, or not so; null where the line is missing. */
export interface HeaderDifference {
  stage: Exchange['stage'];
  name: string;
  value: string | null;
  other: string | null;
}

/** Headers whose value is a list without an order, so that two orders say the same. */
const SETS: ReadonlySet<string> = new Set([
  'vary',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-expose-headers'
]);

const meaningOf = (name: string, value: string): string =>
  SETS.has(name) ? listOf(value.toLowerCase()).sort().join() : value;

interface NamedValue {
  name: string;
  value: string;
}

/** The CORS lines of an answer by lower-case name. */
const linesOf = ({ trace }: Exchange): Map<string, NamedValue> =>
  new Map(trace.decision.headers.map(([name, value]) => [name.toLowerCase(), { name, value }]));

function betweenAnswers(stage: Exchange['stage'], one: Exchange, other: Exchange) {
  const [lines, others] = [linesOf(one), linesOf(other)];
  return [...new Set([...lines.keys(), ...others.keys()])].flatMap((key): HeaderDifference[] => {
    const [line, beside] = [lines.get(key), others.get(key)];
    if (line && beside && meaningOf(key, line.value) === meaningOf(key, beside.value)) return [];
    const name = (line ?? beside)?.name ?? key;
    return [{ stage, name, value: line?.value ?? null, other: beside?.value ?? null }];
  });
}

/** The header lines in which two stores' answers to the same request differ; a request that only one got has none. */
export const differingHeaders = (one: Verdict, other: Verdict): HeaderDifference[] =>
  one.exchanges.flatMap((exchange) => {
    const { stage } = exchange;
    const beside = other.exchanges.find((candidate) => candidate.stage === stage);
    return beside ? betweenAnswers(stage, exchange, beside) : [];
  });

const keyOf = ({ code, args, outcome }: StoryStep): string => JSON.stringify([code, args, outcome]);

/**
 * The steps that decide, in their order: gates that were not simply passed, the conditions of each rule up to the answer,
 * the header lines of the answer, and the browser's checks.
 */
function decidingSteps({ exchanges, stages }: Verdict): StoryStep[] {
  const bucket = exchanges.flatMap(({ trace: { before, rules, answer } }) => [
    ...before.filter(({ outcome }) => outcome !== 'pass'),
    ...rules.flatMap(({ conditions }) =>
      conditions.flatMap(({ asked, steps }) => (asked ? steps : []))
    ),
    ...answer.map(({ step }) => step)
  ]);
  // What the browser finds in an answer that the bucket has refused already decides nothing.
  const browser = stages.flatMap(({ stage, state, steps }) =>
    stage === 'bucket' || state === 'skip' ? [] : steps
  );
  return [...bucket, ...browser];
}

/** The step at which a store parts from another: one that the other does not take, or the one at which it stops earlier. */
export interface StepDifference {
  kind: 'differs' | 'stops';
  step: StoryStep;
}

/** Where one store parts from the other; null where no step tells. `decided` is true where they end otherwise. */
export function parting(one: Verdict, other: Verdict, decided: boolean): StepDifference | null {
  const steps = decidingSteps(one);
  const taken = new Set(decidingSteps(other).map(keyOf));
  const differing = steps.find((step) => !taken.has(keyOf(step)));
  if (differing) return { kind: 'differs', step: differing };
  const last = decided ? steps.findLast(({ outcome }) => outcome === 'fail') : undefined;
  return last ? { kind: 'stops', step: last } : null;
}
