import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleAt } from '../1-read/plain.ts';
import { DEFAULT_FACTS, type Header, type PlainRule, type WireRequest } from '../model.ts';
import { providerById, providers, type ProviderId } from '../providers/providers.ts';
import { coverage } from './cover.ts';

const rule = (own: Partial<PlainRule>): PlainRule => ({
  id: null,
  allowedOrigins: ['https://a.test'],
  allowedMethods: ['GET'],
  allowedHeaders: [],
  exposeHeaders: [],
  maxAgeSeconds: null,
  ...own
});
const ruleSet = (rules: readonly Partial<PlainRule>[]) => ({
  rules: rules.map((own) => ruleAt(rule(own), 0)),
  responseVary: null
});
const origins = (...allowedOrigins: string[]) => ({ allowedOrigins });

describe('coverage', () => {
  test.each<[name: string, id: ProviderId, rules: Partial<PlainRule>[], covered: number[]]>([
    ['the same rule', 'tencent-cos', [{}, {}], [1]],
    ['another origin', 'tencent-cos', [{}, origins('https://b.test')], []],
    ['a star before a name', 'tencent-cos', [origins('*'), {}], [1]],
    ['a name before a star', 'tencent-cos', [{}, origins('*')], []],
    ['a wildcard before one of its names', 'tencent-cos', [origins('https://*.test'), {}], [1]],
    ['a wider wildcard', 'tencent-cos', [origins('https://*'), origins('https://*.test')], [1]],
    ['wildcards that cross', 'tencent-cos', [origins('https://a*'), origins('*.test')], []],
    [
      'wildcards of which one holds the other’s prefix only',
      'tencent-cos',
      [origins('https://*.a.test'), origins('https://*.test')],
      []
    ],
    ['an empty run of characters', 'aws-s3', [origins('https://*a.test'), {}], [1]],
    ['one character or more', 'azure-blob', [origins('https://*.a.test'), {}], []],
    [
      'two rules that share its origins',
      'tencent-cos',
      [origins('https://b.test'), {}, origins('https://a.test', 'https://b.test')],
      [2]
    ],
    [
      'two rules that share its methods',
      'tencent-cos',
      [{ allowedMethods: ['PUT'] }, {}, { allowedMethods: ['GET', 'PUT'] }],
      [2]
    ],
    ['fewer headers before more', 'tencent-cos', [{}, { allowedHeaders: ['x-a'] }], []],
    ['more headers before fewer', 'tencent-cos', [{ allowedHeaders: ['x-a'] }, {}], [1]],
    [
      'every header before a pattern',
      'aws-s3',
      [{ allowedHeaders: ['*'] }, { allowedHeaders: ['x-*'] }],
      [1]
    ],
    [
      'a pattern before another',
      'aws-s3',
      [{ allowedHeaders: ['x-a-*'] }, { allowedHeaders: ['x-*'] }],
      []
    ],
    [
      'a store that asks one rule for each origin',
      'ceph-rgw',
      [{}, { allowedMethods: ['PUT'] }],
      [1]
    ],
    ['a store without wildcards', 'google-cloud-storage', [origins('https://*.test'), {}], []]
  ])('%s: %s', (_, id, rules, covered) => {
    const found = coverage(providerById(id), ruleSet(rules));
    expect(found.covered.map((one) => one.rule)).toEqual(covered);
    expect(found.from).toBeNull();
  });

  test('names the rule that takes its place, where it is one', () => {
    const { covered } = coverage(
      providerById('tencent-cos'),
      ruleSet([origins('https://b.test'), {}, {}, origins('https://a.test', 'https://b.test')])
    );
    expect(covered).toEqual([
      { rule: 2, by: 1 },
      { rule: 3, by: null }
    ]);
  });

  test('stops where rules are too many to compare', () => {
    const wide = Array.from({ length: 400 }, (_, index) => `https://a${index}.test`);
    const { from } = coverage(providerById('aws-s3'), ruleSet(Array(60).fill(origins(...wide))));
    expect(from).not.toBeNull();
  });
});

/** Few and related values, so that rules cover each other often. */
const ORIGINS = [
  '*',
  'https://a.test',
  'https://A.test',
  'https://a.test:443',
  'https://*a.test',
  'https://*.a.test',
  'https://a*a.test',
  'http*://a.test',
  'https://*.a.*',
  'https',
  'null',
  ' https://a.test'
];
const SENT = [
  'https://a.test',
  'https://A.test',
  'https://a.test:443',
  'https://b.a.test',
  'https://c.b.a.test',
  'https://aa.test',
  'https://aba.test',
  'http://a.test',
  'https://.a.test',
  'https://b.a.c',
  'https://b.a.test:8080',
  'null',
  ' https://a.test'
];
const METHODS = ['GET', 'PUT', 'POST', 'HEAD', 'get', '*'];
const HEADERS = ['*', 'content-type', 'Content-Type', 'x-a', 'x-*', 'x-a*', '*-a'];
const ASKED = [
  'content-type',
  'Content-Type',
  'x-a',
  'x-ab',
  'x-b-a',
  'content-type,x-a',
  'x-a, x-b'
];

const some = (values: string[], maxLength: number) =>
  fc.array(fc.constantFrom(...values), { minLength: 1, maxLength });
const anyRule = fc.record({
  allowedOrigins: some(ORIGINS, 3),
  allowedMethods: some(METHODS, 3),
  allowedHeaders: fc.array(fc.constantFrom(...HEADERS), { maxLength: 2 })
});
const optional = (name: string, values: string[]): fc.Arbitrary<Header[]> =>
  fc.option(fc.constantFrom(...values)).map((value) => (value === null ? [] : [[name, value]]));
const request: fc.Arbitrary<WireRequest> = fc.record({
  method: fc.constantFrom('OPTIONS', 'OPTIONS', 'GET', 'PUT', 'POST', 'HEAD'),
  host: fc.constant('bucket.test'),
  path: fc.constant('/key'),
  headers: fc
    .tuple(
      fc.constantFrom(...SENT).map((origin): Header[] => [['Origin', origin]]),
      fc
        .constantFrom('GET', 'PUT', 'POST', 'HEAD', 'PATCH')
        .map((method): Header[] => [['Access-Control-Request-Method', method]]),
      optional('Access-Control-Request-Headers', ASKED)
    )
    .map((lines) => lines.flat())
});

describe.each(providers)('$name', (provider) => {
  test('never answers by a covered rule', () => {
    fc.assert(
      fc.property(
        fc.array(anyRule, { minLength: 2, maxLength: 4 }),
        fc.array(request, { minLength: 20, maxLength: 20 }),
        (rules, requests) => {
          const written = ruleSet(rules);
          const covered = coverage(provider, written).covered.map((one) => one.rule);
          const compiled = provider.compile(written);
          const answering = requests.map(
            (asked) => provider.decide(compiled, asked, DEFAULT_FACTS).rule
          );
          expect(covered.filter((one) => answering.includes(one))).toEqual([]);
        }
      ),
      { numRuns: 400 }
    );
  });
});
