import { describe, expect, test } from 'vitest';
import { engineById } from '../../src/engine/3-browser/engines/engines.ts';
import { readCase } from '../../src/engine/3-browser/replay/case.ts';
import { simulate, type BrowserAnswer } from '../../src/engine/3-browser/replay/simulate.ts';
import { CAUSES } from './causes.ts';
import { BROWSERS, recordings, type Browser, type Decided, type Recording } from './recordings.ts';

/** Console lines that cannot be told, and why. Everything else is right to the letter. */
const UNTOLD: Record<Browser, Record<string, string>> = {
  chromium: {
    'acah-three-none': 'of several missing headers it names the first of a hash table, here x-c'
  },
  firefox: {
    'mode-same-origin-from-sandbox': 'the line holds a random id'
  },
  webkit: {
    'acam-put-latin1': 'the byte E9 was garbled on its way out of the browser',
    'acah-xfoo-latin1': 'the byte E9 was garbled on its way out of the browser'
  }
};

function answerOf({ id, line }: Recording, browser: Browser): BrowserAnswer {
  const engine = engineById(browser);
  const { value, field } = readCase(line);
  if (engine === null || value === null) throw new Error(`${id}: ${field ?? browser}`);
  return simulate(value, engine);
}

function decidedIn(answer: BrowserAnswer): Decided {
  const { preflightSent, preflightRequestHeaders, actualSent, outcome } = answer;
  const { exposedHeaders, errorName, secondRequestPreflighted } = answer;
  return {
    preflightSent,
    preflightRequestHeaders,
    actualSent,
    outcome,
    exposedHeaders,
    errorName,
    secondRequestPreflighted
  };
}

const groups = [...new Set(recordings.map(({ group }) => group))];

test('all cases are there', () => {
  expect(recordings.length).toBe(633);
  expect(groups.length).toBe(28);
});

describe.each(BROWSERS)('%s', (browser) => {
  test.each(groups)('decides as recorded: %s', (group) => {
    const ofGroup = recordings.filter((recording) => recording.group === group);
    const byId = (pick: (recording: Recording) => Decided) =>
      Object.fromEntries(ofGroup.map((recording) => [recording.id, pick(recording)]));
    expect(byId((recording) => decidedIn(answerOf(recording, browser)))).toEqual(
      byId(({ decided }) => decided[browser])
    );
  });

  test('says what it said', () => {
    const wrong = recordings.filter(
      (recording) => answerOf(recording, browser).consoleMessage !== recording.console[browser]
    );
    expect(wrong.map(({ id }) => id).sort()).toEqual(Object.keys(UNTOLD[browser]).sort());
  });
});

test.each(['chromium', 'firefox'] as const)('%s blocks for the cause it named', (browser) => {
  const named = recordings.filter(({ enums }) => CAUSES[enums[browser] ?? ''] !== undefined);
  const causes = named.map((recording) => [recording.id, answerOf(recording, browser).cause]);
  const wanted = named.map(({ id, enums }) => [id, CAUSES[enums[browser] ?? ''] ?? null]);
  expect(named.length).toBeGreaterThan(150);
  expect(causes).toEqual(wanted);
});

/** Recorded as well, but not among the cases of this folder. */
const ELSEWHERE = [
  ...['cache-creds-include-then-omit', 'name-User-Agent', 'name-dup-case'],
  // The calls of real pages.
  'tests/live'
];

test('every departure from the standard that was recorded names its cases', () => {
  const ids = new Set([...recordings.map(({ id }) => id), ...ELSEWHERE]);
  const named = BROWSERS.flatMap((browser) => {
    const { version, departures } = engineById(browser) ?? { version: '', departures: {} };
    return Object.values(departures)
      .filter(({ evidence }) => evidence === 'traced')
      .flatMap(({ source }) => source.slice(`${version}: `.length).split(', '));
  });
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});
