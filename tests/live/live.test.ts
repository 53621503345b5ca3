/** Real calls of real pages in Chromium against the engine's word, call by call. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EngineId } from '#engine';
import { liveCall } from './call-arbitrary.ts';
import { ASPECTS, differences, type Difference } from './differences.ts';
import { predict, type Prediction } from './predict.ts';
import { observe, type Observed } from './run.ts';

const seed = Number(process.env['PREFLIGHT_SEED'] ?? 156);
const count = Number(process.env['PREFLIGHT_CALLS'] ?? 300);
/** Some thirty calls take a second, where the machine is busy. */
const TIMEOUT_MS = 60_000 + count * 100;

const predicted = ({ asked, live, done }: Observed, engine: EngineId = 'chromium'): Prediction =>
  predict(
    asked,
    { ...live, second: live.second && { ...live.second, delayMs: done.delay } },
    engine
  );

interface Miss extends Difference {
  /** `PREFLIGHT_SEED` and this give the call again. */
  at: number;
  call: Observed['call'];
}

/** The first calls of a run, with which the test tests itself. */
let some: Observed[] = [];
let misses: Miss[] = [];

beforeAll(async () => {
  const calls = fc.sample(liveCall, { numRuns: count, seed });
  const start = performance.now();
  const { observed, version } = await observe(calls);
  const seconds = (performance.now() - start) / 1000;
  some = observed.slice(0, 300);
  misses = observed.flatMap((one, at) =>
    differences(predicted(one), one).map((difference) => ({ at, call: one.call, ...difference }))
  );
  const lines = observed.filter(({ said }) => said.lines.length > 0).length;
  console.log(
    `Chromium ${version}, seed ${seed}: ${count} calls in ${seconds.toFixed(1)} s, ${lines} with a word on the console, ` +
      `${new Set(misses.map(({ at }) => at)).size} not as predicted`
  );
}, TIMEOUT_MS);

/** Enough to see what is wrong. */
const SHOWN = 5;

describe.each(ASPECTS)('%s', (aspect) => {
  test('as predicted', () => {
    const ofAspect = misses.filter((miss) => miss.aspect === aspect);
    expect(ofAspect.slice(0, SHOWN).map((miss) => JSON.stringify(miss, null, 1))).toEqual([]);
  });
});

test('every kind of outcome was among the calls', () => {
  const told = some.map((one) => predicted(one));
  const outcomes = new Set(told.flatMap(({ verdict }) => (verdict ? [verdict.outcome] : [])));
  const stages = new Set(told.flatMap(({ verdict }) => (verdict ? [verdict.stage] : [])));
  expect([...outcomes].sort()).toEqual(['allowed', 'blocked', 'unreadable']);
  expect([...stages].map(String).sort()).toEqual([
    ...['actual', 'browser', 'bucket', 'check', 'null', 'script']
  ]);
  expect(new Set(told.map(({ answer }) => answer.cause)).size).toBeGreaterThan(10);
});

describe('a wrong prediction is found', () => {
  /** One thing said otherwise than it is. */
  const WRONG: Record<(typeof ASPECTS)[number], (right: Prediction) => Prediction> = {
    requests: (right) => ({
      ...right,
      requests: right.requests.map((request) => ({
        ...request,
        headers: [...request.headers, ['X-Never', '1']]
      }))
    }),
    cookies: (right) => ({
      ...right,
      request: right.request && {
        ...right.request,
        credentials: right.request.credentials === 'include' ? 'omit' : 'include'
      }
    }),
    outcome: (right) => ({
      ...right,
      answer: { ...right.answer, outcome: right.answer.outcome === 'ok' ? 'blocked' : 'ok' }
    }),
    readable: (right) => ({
      ...right,
      answer: {
        ...right.answer,
        exposedHeaders: ['x-never', ...(right.answer.exposedHeaders ?? [])]
      }
    }),
    second: (right) => ({
      ...right,
      answer: {
        ...right.answer,
        secondRequestPreflighted: !right.answer.secondRequestPreflighted
      }
    }),
    cause: (right) => ({
      ...right,
      answer: {
        ...right.answer,
        cause: right.answer.cause === 'preflight-status' ? 'preflight-redirect' : 'preflight-status'
      }
    }),
    console: (right) => ({
      ...right,
      answer: { ...right.answer, consoleMessage: `${right.answer.consoleMessage}.` }
    }),
    verdict: (right) => ({
      ...right,
      verdict: right.verdict && { ...right.verdict, carriedOut: !right.verdict.carriedOut }
    })
  };

  test.each(ASPECTS)('%s', (aspect) => {
    const found = some.filter((one) =>
      differences(WRONG[aspect](predicted(one)), one).some((each) => each.aspect === aspect)
    );
    expect(found.length).toBeGreaterThan(0);
  });

  test.each(['standard', 'firefox', 'webkit'] as const)('the word of %s', (engine) => {
    const found = some.filter((one) =>
      differences(predicted(one, engine), one).some(({ aspect }) => aspect === 'requests')
    );
    expect(found.length).toBeGreaterThan(0);
  });
});
