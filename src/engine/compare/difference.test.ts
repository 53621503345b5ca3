import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { ruleAt } from '../1-read/plain.ts';
import type { PlainRule, RuleSet } from '../model.ts';
import { providerById, providers, type ProviderId } from '../providers/providers.ts';
import { answerTo, compiledSide, type TestCall, type Side } from './call.ts';
import { changesOf } from './change-of-answer.ts';
import { differences, type Difference } from './difference.ts';
import { isPageOrigin } from './origin-classes.ts';

vi.setConfig({ testTimeout: 120_000 });

const plain: PlainRule = {
  id: null,
  allowedOrigins: ['https://a.test'],
  allowedMethods: ['GET', 'PUT'],
  allowedHeaders: ['*'],
  exposeHeaders: [],
  maxAgeSeconds: '600'
};
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const rules = (...own: Partial<PlainRule>[]): RuleSet => ({
  rules: own.map((one) => ruleAt({ ...plain, ...one }, 0)),
  responseVary: null
});
const at = (id: ProviderId, ...own: Partial<PlainRule>[]): Side => ({
  provider: providerById(id),
  ruleSet: rules(...own)
});
const told = ({ code, witness: { method, origin, headers } }: Difference) =>
  [code, method, origin, ...headers].join(' ');

describe('one call shows each difference', () => {
  test.each<[name: string, before: Side, after: Side, said: string[]]>([
    ['the same rules', at('aws-s3', {}), at('aws-s3', {}), []],
    [
      'another order of methods',
      at('aws-s3', {}),
      at('aws-s3', { allowedMethods: ['PUT', 'GET'] }),
      []
    ],
    [
      'a method less',
      at('tencent-cos', {}),
      at('tencent-cos', { allowedMethods: ['GET'] }),
      ['blocked PUT https://a.test', 'allow-methods GET https://a.test x-name']
    ],
    [
      'one wildcard for one name',
      at('aws-s3', {}),
      at('aws-s3', { allowedOrigins: ['https://a.test', 'https://*.example.com'] }),
      ['allowed GET https://app.example.com']
    ],
    [
      'a pattern of headers that COS does not know',
      at('aws-s3', { allowedHeaders: ['content-type', 'x-amz-*'] }),
      at('tencent-cos', { allowedHeaders: ['content-type', 'x-amz-*'] }),
      [
        'blocked GET https://a.test x-amz-name',
        'vary GET https://a.test',
        'allow-headers GET https://a.test content-type'
      ]
    ],
    [
      'ETag no longer exposed',
      at('aws-s3', { exposeHeaders: ['ETag', 'x-a'] }),
      at('aws-s3', { exposeHeaders: ['x-a'] }),
      ['exposed GET https://a.test']
    ],
    [
      'a shorter life',
      at('aws-s3', { maxAgeSeconds: '600' }),
      at('aws-s3', { maxAgeSeconds: null }),
      ['max-age GET https://a.test x-name']
    ],
    [
      'an echo in place of a star',
      at('aws-s3', { allowedOrigins: ['*'] }),
      at('aws-s3', { allowedOrigins: ['http*', 'null'] }),
      [
        'blocked GET capacitor://localhost',
        'allowed-with-credentials GET https://app.example',
        'allow-origin GET https://app.example'
      ]
    ],
    [
      'cases of letters that one store minds',
      at('aws-s3', { allowedOrigins: ['https://A.test'] }),
      at('azurite', { allowedOrigins: ['https://A.test'] }),
      ['allowed GET https://a.test', 'vary POST https://a.test']
    ],
    [
      'a rule that never answers',
      at('aws-s3', { allowedOrigins: ['*'] }, {}),
      at('aws-s3', { allowedOrigins: ['*'] }),
      []
    ]
  ])('%s', (_, before, after, said) => {
    const found = differences(before, after);
    expect(found.exhaustive).toBe(true);
    expect(found.list.map(told)).toEqual(said);
  });
});

const ORIGINS = [
  '*',
  'null',
  'https://a.test',
  'https://A.test',
  'https://a.test:443',
  'https://a.test:8443',
  'https://a.test/',
  'https://*.a.test',
  'https://*a.test',
  'https://b*',
  'http*://a.test',
  '*://a.test',
  '*.test',
  'https://a.test:*',
  'https://a*a.test',
  'https://*',
  'http*',
  'https',
  '*a*',
  'https://*.a.*',
  'https://*.b.*.test'
];
const HEADERS = ['*', 'content-type', 'X-A', 'x-a-*', 'x-*', '*-a', 'x-*-a', 'authorization', ''];
const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'get', 'PATCH', 'patch', 'OPTIONS', '*'];

const some = (values: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...values), { maxLength });
const rule: fc.Arbitrary<PlainRule> = fc.record({
  id: fc.constant(null),
  allowedOrigins: some(ORIGINS, 3),
  allowedMethods: some(METHODS, 3),
  allowedHeaders: some(HEADERS, 3),
  exposeHeaders: some(['ETag', 'x-a', '*', 'x-*', 'a b'], 2),
  maxAgeSeconds: fc.option(fc.constantFrom('0', '5', '600', '-1', 'abc'))
});
const ruleSet: fc.Arbitrary<RuleSet> = fc.record({
  rules: fc.array(rule, { maxLength: 3 }).map((list) => list.map((one) => ruleAt(one, 0))),
  responseVary: fc.option(fc.constant({ value: 'true', span: { from: 0, to: 0 } }))
});
/** The second is mostly the first with a little changed, so that small differences are met as well. */
const pair: fc.Arbitrary<[RuleSet, RuleSet]> = fc.oneof(
  fc.tuple(ruleSet, ruleSet),
  fc.tuple(ruleSet, fc.nat(), rule).map(([one, at, other]): [RuleSet, RuleSet] => {
    const rules = one.rules.toSpliced(at % (one.rules.length + 1), at % 2, ruleAt(other, 0));
    return [one, { ...one, rules }];
  })
);

const label = fc.oneof(
  fc.constantFrom('a', 'b', 'test', 'app', 'aa', 'a0'),
  fc.stringMatching(/^[a-z0-9]{1,2}$/)
);
const origin: fc.Arbitrary<string> = fc.oneof(
  fc.constant('null'),
  fc.constantFrom(...ORIGINS.map((one) => one.replaceAll('*', 'x'))),
  fc
    .tuple(
      fc.constantFrom('https', 'https', 'http', 'httpx', 'app', 'httpa'),
      fc.array(label, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '', ':8443', ':80', ':443', ':1')
    )
    .map(([scheme, labels, port]) => `${scheme}://${labels.join('.')}${port}`)
);
const call: fc.Arbitrary<TestCall> = fc.record({
  origin: fc.oneof({ weight: 9, arbitrary: origin.filter(isPageOrigin) }, fc.constant(null)),
  method: fc.constantFrom(...METHODS.filter((name) => name !== 'get'), 'PROPFIND', 'REPORT'),
  headers: some(
    ['content-type', 'x-a', 'x-a-b', 'x-b', 'y-a', 'x-b-a', 'authorization', 'zz'],
    3
  ).map((names) => [...new Set(names)].sort())
});

/** Stores by name, so that a counterexample can be read. */
const stores = fc.constantFrom(...providers.map(({ id }) => id));
interface NamedSide {
  id: ProviderId;
  ruleSet: RuleSet;
}
const sides = fc.oneof(
  fc.tuple(stores, pair).map(([id, [one, other]]): [NamedSide, NamedSide] => [
    { id, ruleSet: one },
    { id, ruleSet: other }
  ]),
  fc.tuple(stores, stores, ruleSet).map(([one, other, same]): [NamedSide, NamedSide] => [
    { id: one, ruleSet: same },
    { id: other, ruleSet: same }
  ])
);
const sideOf = ({ id, ruleSet }: NamedSide): Side => ({ provider: providerById(id), ruleSet });

describe('over generated rules and calls', () => {
  test('every difference of a call is found, and every one found is real', () => {
    let whole = 0;
    fc.assert(
      fc.property(sides, fc.array(call, { minLength: 60, maxLength: 60 }), (named, calls) => {
        const [one, other] = [sideOf(named[0]), sideOf(named[1])];
        const { list, exhaustive } = differences(one, other);
        const [before, after] = [compiledSide(one), compiledSide(other)];
        for (const { witness, code, args } of list) {
          const changes = changesOf(witness, answerTo(before, witness), answerTo(after, witness));
          expect(changes).toContainEqual({ code, args });
        }
        if (!exhaustive) return;
        whole += 1;
        const codes = new Set(list.map(({ code }) => code));
        for (const one of calls) {
          const changes = changesOf(one, answerTo(before, one), answerTo(after, one));
          const missed = changes.filter(({ code }) => !codes.has(code));
          expect({ call: one, missed, list }).toEqual({ call: one, missed: [], list });
        }
      }),
      { numRuns: 600 }
    );
    expect(whole).toBeGreaterThan(400);
  });

  test('a rule set is no different from itself', () => {
    fc.assert(
      fc.property(stores, ruleSet, (provider, same) => {
        const side = sideOf({ id: provider, ruleSet: same });
        expect(differences(side, side).list).toEqual([]);
      })
    );
  });
});

describe('a hundred rules', () => {
  const many = (count: number, change: (index: number) => Partial<PlainRule>): RuleSet =>
    rules(...Array.from({ length: count }, (_, index) => change(index)));

  test.each<[name: string, exhaustive: boolean, before: RuleSet, after: RuleSet]>([
    [
      'of one origin each',
      true,
      many(100, (index) => ({ allowedOrigins: [`https://app${index}.example.com`] })),
      many(99, (index) => ({ allowedOrigins: [`https://app${index}.example.com`] }))
    ],
    [
      'of ten origins each',
      true,
      many(100, (at) => ({ allowedOrigins: range(10).map((n) => `https://a${at}x${n}.test`) })),
      many(100, (at) => ({ allowedOrigins: range(9).map((n) => `https://a${at}x${n}.test`) }))
    ],
    [
      'of one wildcard each',
      true,
      many(100, (index) => ({ allowedOrigins: [`https://*.app${index}.example.com`] })),
      many(100, (index) => ({ allowedOrigins: [`https://*.app${index}.example.org`] }))
    ],
    [
      'of one header each',
      false,
      many(100, (index) => ({ allowedHeaders: [`x-${index}`] })),
      many(99, (index) => ({ allowedHeaders: [`x-${index}`] }))
    ]
  ])('%s', (_, exhaustive, before, after) => {
    const provider = providerById('aws-s3');
    const found = differences({ provider, ruleSet: before }, { provider, ruleSet: after });
    expect(found.list.length).toBeGreaterThan(0);
    expect(found.exhaustive).toBe(exhaustive);
  });
});
