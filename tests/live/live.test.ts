/**
 * Real calls of real pages in Chromium against the engine's word, call by call. `PREFLIGHT_CALLS` says how many are generated,
 * and `PREFLIGHT_SEED` which.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EngineId } from '#engine';
import { liveCall } from './call-arbitrary.ts';
import { ASPECTS, differences, primary, type Difference } from './differences.ts';
import { FALSIFIED } from './falsified.ts';
import { FORMER_MISSES } from './former-misses.ts';
import { predict, type Prediction } from './predict.ts';
import { observe, type Observed } from './run.ts';

const seed = Number(process.env['PREFLIGHT_SEED'] ?? 156);
const count = Number(process.env['PREFLIGHT_CALLS'] ?? 300);
/** Seventy and more calls take a second; a busy machine makes fewer. */
const TIMEOUT_MS = 60_000 + count * 100;
/** A kept preflight lasts for five seconds, on a clock that stands still for the prediction. */
const SLOW_MS = 4000;
/**
 * The Chromium that was recorded. Others decide a call here and there in another way, and have other words: there the share
 * of wrong predictions is held low, and no prediction of words is held.
 */
const RECORDED = '156.';
const SHARE_OF_OTHERS = 0.05;

const predicted = ({ asked, live, done }: Observed, engine?: EngineId): Prediction =>
  predict(
    asked,
    { ...live, second: live.second && { ...live.second, delayMs: done.delay } },
    engine
  );

interface Miss extends Difference {
  /** The call among those of this seed; the first are former misses. */
  at: number;
  call: Observed['call'];
}

let version = '';
let slow = 0;
const misses: Miss[] = [];
/** The first calls, with which the test tests itself. */
let some: { one: Observed; right: Prediction }[] = [];

beforeAll(async () => {
  const generated = fc.sample(liveCall, { numRuns: count, seed });
  const start = performance.now();
  const run = await observe([...FORMER_MISSES.map(([, call]) => call), ...generated]);
  const seconds = (performance.now() - start) / 1000;
  version = run.version;
  some = run.observed.slice(0, 300).map((one) => ({ one, right: predicted(one) }));
  const words = { told: 0, exact: 0 };
  run.observed.forEach((one, at) => {
    if (one.done.delay > SLOW_MS) return slow++;
    const prediction = predicted(one);
    const found = differences(prediction, one);
    misses.push(...found.map((difference) => ({ at, call: one.call, ...difference })));
    const line = one.live.second === null ? prediction.answer.consoleMessage : null;
    if (line !== null) words.told++;
    if (line !== null && line === primary(one.said.lines)) words.exact++;
  });
  console.log(
    `Chromium ${version}, seed ${seed}: ${run.observed.length} calls in ${seconds.toFixed(1)} s, ${slow} too slow to tell, ` +
      `${new Set(misses.map(({ at }) => at)).size} not as predicted; ` +
      `of ${words.told} console lines ${words.exact} to the letter`
  );
}, TIMEOUT_MS);

/** Enough to see what is wrong. */
const SHOWN = 5;

describe.each(ASPECTS)('%s', (aspect) => {
  test('as predicted', () => {
    const found = misses.filter((miss) => miss.aspect === aspect);
    const shown = found.slice(0, SHOWN).map((miss) => JSON.stringify(miss, null, 1));
    const few = aspect === 'console' || found.length < SHARE_OF_OTHERS * count;
    expect(!version.startsWith(RECORDED) && few ? [] : shown).toEqual([]);
  });
});

test('nearly all calls came in time to be judged', () => {
  expect(slow).toBeLessThan(0.02 * count + 3);
});

test('every outcome and every stage was among the calls', () => {
  const verdicts = some.flatMap(({ right }) => right.verdict ?? []);
  const all = <T>(pick: (verdict: (typeof verdicts)[number]) => T) =>
    [...new Set(verdicts.map(pick))].map(String).sort();
  expect(all(({ outcome }) => outcome)).toEqual(['allowed', 'blocked', 'unreadable']);
  expect(all(({ stage }) => stage)).toEqual([
    ...['actual', 'browser', 'bucket', 'check', 'null', 'script']
  ]);
});

describe('a wrong prediction is found', () => {
  test.each(ASPECTS)('%s', (aspect) => {
    const found = some.filter(({ one, right }) =>
      differences(FALSIFIED[aspect](right), one).some((each) => each.aspect === aspect)
    );
    expect(found.length).toBeGreaterThan(0);
  });

  test.each(['standard', 'firefox', 'webkit'] as const)('the word of %s', (engine) => {
    const found = some.filter(({ one }) =>
      differences(predicted(one, engine), one).some(({ aspect }) => aspect === 'requests')
    );
    expect(found.length).toBeGreaterThan(0);
  });
});
