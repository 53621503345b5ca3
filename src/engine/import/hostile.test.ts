import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CURL, FETCH, HAR, HEADERS, LINES } from './calls.testdata.ts';
import { readSymptom, SYMPTOM_LIMIT } from './read-symptom.ts';

/** The shortest time of three, in milliseconds: what else the machine does makes a reading longer, never shorter. */
const timeOf = (text: string): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const begin = performance.now();
      readSymptom(text);
      return performance.now() - begin;
    })
  );

describe('a bracket of the wrong kind', () => {
  test.each<[string, string | undefined, string | undefined]>([
    ['fetch(""}', undefined, 'GET'],
    ['fetch("https://b.example/k"]', 'https://b.example/k', 'GET'],
    ['fetch("https://b.example/k", { method: "PUT" }});', 'https://b.example/k', 'PUT'],
    ['fetch("https://b.example/k", { method: "PUT" ]);', 'https://b.example/k', 'PUT'],
    ['fetch("https://b.example/k", { headers: ["a"] ] });', 'https://b.example/k', 'GET'],
    [
      'fetch("https://b.example/k", { headers: [["a", "b"}], method: "PUT" })',
      'https://b.example/k',
      undefined
    ],
    ['fetch("https://b.example/k", new Headers({)})', 'https://b.example/k', undefined],
    ['fetch("https://b.example/k", f(a, b}, c)', 'https://b.example/k', undefined]
  ])('%s', (text, url, method) => {
    const request = readSymptom(text).symptom?.request;
    expect(request?.url).toBe(url);
    if (method !== undefined) expect(request?.method).toBe(method);
  });
});

describe('names of Object.prototype', () => {
  const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];
  test.each(names)('%s', (name) => {
    const texts = [
      `PUT https://b.example/k net::${name}`,
      `PUT https://b.example/k net::ERR_${name}`,
      `curl --${name} x -H '${name}: a' https://b.example/k?${name}=a -X ${name}`,
      `fetch("https://b.example/k", { ${name}: "a", method: "${name}", headers: { ${name}: "b" } })`,
      `${name}: a\nOrigin: https://a.example\nHost: b.example`,
      JSON.stringify({
        _error: `net::${name}`,
        request: { method: name, url: 'https://b.example/k', headers: [{ name, value: 'a' }] },
        response: { status: 0, headers: [] }
      }),
      `{"request":{"url":"https://b.example/k","${name}":1,"headers":{"${name}":[]}},"${name}":{}}`
    ];
    for (const text of texts) expect(() => readSymptom(text), text).not.toThrow();
  });
});

const pieces = fc.constantFrom(
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '`',
    '\\',
    '^',
    '$',
    '${',
    '`\n',
    '//',
    '/*',
    ',',
    ':'
  ],
  ...[
    '\n',
    '\r\n',
    ' ',
    '\0',
    '…',
    '😀',
    '\ud800',
    'fetch(',
    'curl ',
    '-H ',
    '--',
    '-',
    '@',
    '=',
    ';'
  ],
  ...['&', '?', '#', '%', '%3F', '://', 'net::ERR_FAILED', '> ', '< ', 'HTTP/1.1 ', 'new Headers(']
);
/** A real text, cut, doubled and with hostile pieces in it. */
const mutated = fc
  .tuple(
    fc.constantFrom(...CURL, ...FETCH, ...HAR, ...HEADERS, ...LINES),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), fc.array(pieces, { maxLength: 4 })), {
      maxLength: 8
    })
  )
  .map(([text, changes]) =>
    changes.reduce((changed, [at, length, added]) => {
      const from = at % (changed.length + 1);
      return changed.slice(0, from) + added.join('') + changed.slice(from + length);
    }, text)
  );

test('no place lies beyond a text that ends within a call, after a comment', () => {
  const text =
    'XHR PUT https:fetch(curl //b.example/k\nCross-Origin Request Blocked: The Same Origin Policy disallows reading the remote ' +
    'resource at https://b.example/k. (Reason: ORS header ‘Access-Control-Allow-Origin’ missing). Status code: 403.';
  const ends = readSymptom(text).problems.map(({ span }) => span.to);
  expect(ends.length).toBeGreaterThan(0);
  expect(Math.max(...ends)).toBeLessThanOrEqual(text.length);
});

test('any text is read, and no place lies beyond it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        { weight: 4, arbitrary: mutated },
        { weight: 1, arbitrary: fc.string({ unit: pieces }) }
      ),
      (text) => {
        for (const { span } of readSymptom(text).problems) {
          expect(span.from).toBeGreaterThanOrEqual(0);
          expect(span.from).toBeLessThanOrEqual(span.to);
          expect(span.to).toBeLessThanOrEqual(text.length);
        }
      }
    ),
    { numRuns: 2000 }
  );
});

test.each([
  ...['fetch(', 'fetch("a"}', 'fetch([', 'fetch("a",{a:', 'fetch("a", new H(', 'fetch(`${'],
  ...['curl -H a:b ', "curl '", 'curl --no-', 'curl ^"', 'Access to fetch at ', 'net::ERR_FAILED '],
  ...[
    'HTTP/1.1 200\n',
    'a: b\n',
    '{"request":{"url":"https://b.example"}},',
    'https://b.example/?a=b&',
    '='
  ],
  ...[
    'Failed to load resource: ',
    'Cross-Origin Request Blocked: ',
    '> PUT /k HTTP/1.1\n',
    '://@',
    '%25'
  ]
])('a text that repeats %j takes no longer for a character', (piece) => {
  const times = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const short = timeOf(times(20_000));
  const long = timeOf(times(160_000));
  // Eight times as long: a reader that is quadratic takes 64 times as much.
  expect(long).toBeLessThan(Math.max(short, 20) * 30);
});

test('a text that is too long is not read', () => {
  const text = 'fetch("a"}'.repeat(SYMPTOM_LIMIT / 10 + 1);
  expect(readSymptom(text).problems.map(({ code }) => code)).toEqual(['text-too-long']);
});
