import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BROWSERS, recordings } from '../../../../tests/browser/recordings.ts';
import { engineById } from '../../3-browser/engines/engines.ts';
import { readCase } from '../../3-browser/replay/case.ts';
import { simulate } from '../../3-browser/replay/simulate.ts';
import { readSymptom } from '../read-symptom.ts';
import { CATALOGUE } from './messages.testdata.ts';
import type { Symptom, SymptomCode } from '../symptom.ts';

function symptomOf(text: string): Symptom {
  const { symptom } = readSymptom(text);
  if (symptom === null) throw new Error(`nothing in: ${text}`);
  return symptom;
}

describe.each(BROWSERS)('%s', (browser) => {
  const rows = CATALOGUE.flatMap(([what, cause, lines]) => {
    const text = lines[browser];
    return text === undefined ? [] : [{ what, cause, text }];
  });

  test.each(rows)('$what', ({ cause, text }) => {
    const { causes, engine, kind } = symptomOf(text);
    expect({ cause: causes[0], engine, kind }).toEqual({ cause, engine: browser, kind: 'console' });
  });

  test.each(rows)('as a console shows it: $what', ({ cause, text }) => {
    const shown = text.split('\n').map((line) => `[Error] app.js:12:3 ${line} [Learn More]`);
    expect(symptomOf(`\n${shown.join('\r\n    at upload (app.js:3:4)\r\n')}`).causes[0]).toBe(
      cause
    );
  });

  test.each(rows)('with plain quotes and broken over lines: $what', ({ cause, text }) => {
    const plain = text.replace(/[‘’]/g, "'").replace(/(.{60,80}) /g, '$1\n   ');
    expect(symptomOf(plain).causes[0]).toBe(cause);
  });
});

/** Of two origins in an answer the text says more than the browser's check. */
const ofBrowser = (cause: SymptomCode) =>
  cause === 'allow-origin-twice' ? 'allow-origin-mismatch' : cause;

/** Of these the call went through, and the line says something else about it. */
const WENT_THROUGH = new Set(['http-error', 'authorization-by-star']);

test.each(BROWSERS)('%s: every recorded line gives the cause of its case', (browser) => {
  const said = recordings.flatMap(({ id, line, console }) => {
    const text = console[browser];
    const { value } = readCase(line);
    const engine = engineById(browser);
    if (text === null || value === null || engine === null) return [];
    const { cause } = simulate(value, engine);
    const symptom = symptomOf(text);
    const right =
      cause === null
        ? WENT_THROUGH.has(symptom.causes[0] ?? '')
        : symptom.causes.some((each) => ofBrowser(each) === cause);
    return [{ id, right: right && symptom.engine === browser }];
  });
  expect(said.length).toBeGreaterThan(190);
  expect(said.filter(({ right }) => !right)).toEqual([]);
});

/** Every recorded line of every engine once, however many cases have it. */
const LINES = [
  ...new Set(
    recordings.flatMap(({ id, console }) =>
      BROWSERS.flatMap((browser) => console[browser]?.replaceAll(id, 'k') ?? [])
    )
  )
];

/** A text that was cut names the cause, or says that too little is left: never another cause. */
function agrees(whole: Symptom, cut: string): boolean {
  const { symptom } = readSymptom(cut);
  if (symptom === null || symptom.causes.length === 0) return true;
  return symptom.causes.some((cause) => whole.causes.includes(cause));
}

test('a line that is cut at either end names no other cause', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LINES), fc.nat(400), fc.nat(400), (line, first, last) => {
      const [from, to] = [first % line.length, line.length - (last % line.length)];
      const whole = symptomOf(line);
      for (const cut of [line.slice(from), line.slice(0, to), line.slice(from, to)])
        expect(agrees(whole, cut), cut).toBe(true);
    }),
    { numRuns: 1500 }
  );
});

/** What of a line names its cause, and is enough. */
const CORES = [
  ["No 'Access-Control-Allow-Origin' header is present", 'allow-origin-missing'],
  ['It does not have HTTP ok status', 'preflight-status'],
  ['is not allowed by Access-Control-Allow-Methods', 'method-not-in-answer'],
  ['is not allowed by Access-Control-Allow-Headers', 'header-not-in-answer'],
  ["must not be the wildcard '*'", 'credentials-with-wildcard'],
  ['that is not equal to the supplied origin', 'allow-origin-mismatch'],
  ['‘Access-Control-Allow-Origin’ missing', 'allow-origin-missing'],
  ['‘Access-Control-Allow-Origin’ does not match ‘', 'allow-origin-mismatch'],
  ['CORS preflight response did not succeed', 'preflight-status'],
  ['Did not find method in CORS header', 'method-not-in-answer'],
  ['is not allowed according to header ‘Access-Control-Allow-Headers’', 'header-not-in-answer'],
  ['is not allowed by Access-Control-Allow-Origin. Status', 'allow-origin-missing'],
  ['Preflight response is not successful', 'preflight-status'],
  ['Cannot use wildcard in Access-Control-Allow-Origin', 'credentials-with-wildcard']
] as const;

test.each(CORES)('enough is left: %s', (core, cause) => {
  const lines = LINES.filter((line) => line.includes(core));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    const from = line.indexOf(core);
    for (const cut of [line.slice(from), line.slice(0, from + core.length), core, `${core}…`])
      expect(symptomOf(cut).causes.map(ofBrowser), cut).toContain(cause);
  }
});

test.each([
  ["Access to fetch at 'https://b.example/k' from origin 'https://a.example' has been bl"],
  ['Failed to load resource: net::ERR_CONN']
])('too little is left, and that is said: %s', (text) => {
  const { symptom, problems } = readSymptom(text);
  expect(symptom?.causes).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(['line-cut']);
});

test.each([
  "The value of the 'Access-Control-Allow-",
  'How do I set Access-Control-Allow-Origin for my bucket?',
  'The docs say that Access-Control-Allow-Credentials must be true when cookies are sent.',
  'No Access-Control-Allow-Origin, said my colleague; what is a preflight request?',
  'Our policy is that Cross-Origin requests must name the header field Access-Control-Allow-Headers.',
  '我的桶跨域设置了 Access-Control-Allow-Origin，为什么还是失败？'
])('words that many texts share name no cause: %s', (text) => {
  const { symptom, problems } = readSymptom(text);
  expect(symptom).toBeNull();
  expect(problems.map(({ code }) => code)).toEqual(['cause-unsaid']);
});

test.each(['', '  \n '])('an empty text is no mistake', (text) => {
  expect(readSymptom(text)).toEqual({ symptom: null, problems: [] });
});

test.each(['hello', '{"a":1}', '<CORSRule/>', 'Part of it is missing', 'load'])(
  'nothing is recognised in: %s',
  (text) => {
    expect(readSymptom(text).problems.map(({ code }) => code)).toEqual(['nothing-recognised']);
  }
);

test('never throws, and says at once that a text is too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(() => readSymptom(text)).not.toThrow();
    })
  );
  const { problems } = readSymptom('x'.repeat(1_000_001));
  expect(problems.map(({ code }) => code)).toEqual(['text-too-long']);
});
