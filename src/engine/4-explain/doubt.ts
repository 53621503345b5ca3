import { conditionEvidence } from '../2-bucket/rules.ts';
import type { BucketStep, BucketTrace, HeaderTrace } from '../2-bucket/trace.ts';
import type { Exchange } from './verdict.ts';

/** Headers that decide a call only where cookies go along: without them `*` and an echo do the same. */
const CREDENTIALED = new Set(['access-control-allow-origin', 'access-control-allow-credentials']);
/** Headers that decide a call only on a preflight's answer. */
const PREFLIGHT = new Set(['access-control-allow-methods', 'access-control-allow-headers']);

/** The store's steps on which a call's outcome rests, each once. */
export function decidingSteps(exchanges: readonly Exchange[], credentialed: boolean): BucketStep[] {
  const steps = exchanges.flatMap(({ stage, trace }) => [
    ...trace.before,
    ...decisiveSteps(trace),
    ...trace.answer.flatMap((header) => (decides(header, stage, credentialed) ? [header.step] : []))
  ]);
  const seen = new Map<string, BucketStep>();
  for (const step of steps) seen.set(`${step.code} ${JSON.stringify(step.args)}`, step);
  return [...seen.values()];
}

function decides({ header }: HeaderTrace, stage: Exchange['stage'], credentialed: boolean) {
  const name = header.toLowerCase();
  if (PREFLIGHT.has(name)) return stage === 'preflight';
  return CREDENTIALED.has(name) && credentialed;
}

/** The steps by which the answering rule held, and those by which the rules before it failed. */
function decisiveSteps({ decision, rules }: BucketTrace): BucketStep[] {
  const asked = rules.slice(0, (decision.rule ?? rules.length) + 1);
  return asked.flatMap(({ conditions }) => {
    const failed = conditions.find(({ outcome }) => outcome === 'fail');
    const decisive = failed === undefined ? conditions : [failed];
    return decisive.flatMap((condition) =>
      condition.steps.filter(
        ({ outcome, evidence }) =>
          outcome === condition.outcome &&
          (outcome === 'pass' || evidence === conditionEvidence(condition))
      )
    );
  });
}
