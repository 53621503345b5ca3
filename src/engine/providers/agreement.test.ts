/** What holds for every store, over generated rule sets and requests. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BucketFacts, Header, Rule, RuleSet, WireRequest, WrittenValue } from '../model.ts';
import { providers } from './providers.ts';

/** Few and related values, so that rules and requests meet often. */
const ORIGINS = [
  '*',
  'https://a.test',
  'https://A.test',
  'https://a.test/',
  'https://*.a.test',
  'http*://a.test',
  'https://*.a.*',
  'null',
  ''
];
const REQUEST_ORIGINS = ['https://a.test', 'https://b.a.test', 'http://a.test', 'null', ''];
const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'get', 'PATCH', 'OPTIONS'];
const HEADERS = ['*', 'content-type', 'Content-Type', 'x-a', 'x-*', 'range', ''];
const REQUESTED = [
  'content-type',
  'x-a',
  'X-A',
  'range',
  ' x-b ',
  '',
  'content-type,x-a',
  'x-a, ,'
];

const written = (value: string): WrittenValue => ({ value, span: { from: 0, to: 0 } });
const list = (values: string[], maxLength: number) =>
  fc.array(fc.constantFrom(...values).map(written), { maxLength });

const rule: fc.Arbitrary<Rule> = fc.record({
  span: fc.constant({ from: 0, to: 0 }),
  id: fc.option(fc.string().map(written)),
  allowedOrigins: list(ORIGINS, 3),
  allowedMethods: list(METHODS, 4),
  allowedHeaders: list(HEADERS, 3),
  exposeHeaders: list(['ETag', 'x-a', '*'], 2),
  maxAgeSeconds: fc.option(fc.constantFrom('0', '600', '007', '-1', 'abc', '').map(written))
});

const ruleSet: fc.Arbitrary<RuleSet> = fc.record({
  rules: fc.array(rule, { maxLength: 4 }),
  responseVary: fc.option(fc.constantFrom('true', 'false', 'True').map(written))
});

const header = (name: string, values: string[]): fc.Arbitrary<Header[]> =>
  fc.option(fc.constantFrom(...values)).map((value) => (value === null ? [] : [[name, value]]));

const request: fc.Arbitrary<WireRequest> = fc.record({
  method: fc.constantFrom('OPTIONS', 'OPTIONS', 'GET', 'PUT', 'DELETE', 'HEAD'),
  host: fc.constant('bucket.test'),
  path: fc.constantFrom('/key', '/', '/?cors'),
  headers: fc
    .tuple(
      header('Origin', REQUEST_ORIGINS),
      header('Access-Control-Request-Method', METHODS),
      header('access-control-request-headers', REQUESTED)
    )
    .map((lines) => lines.flat())
});

const facts: fc.Arbitrary<BucketFacts> = fc.record({
  target: fc.constantFrom('object', 'bucket', 'root', 'noaccount'),
  bucketExists: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.boolean()),
  objectExists: fc.boolean(),
  signature: fc.constantFrom('none', 'header', 'query', 'bad')
});

describe.each(providers)('$name', (provider) => {
  test('decides in the fast way just as it does when it tells every step', () => {
    fc.assert(
      fc.property(ruleSet, request, facts, (rules, asked, given) => {
        const compiled = provider.compile(rules);
        const decision = provider.decide(compiled, asked, given);
        expect(provider.trace(compiled, asked, given).decision).toEqual(decision);
      }),
      { numRuns: 2000 }
    );
  });

  test('names a header in its answer once, and only CORS headers and Vary', () => {
    fc.assert(
      fc.property(ruleSet, request, facts, (rules, asked, given) => {
        const { headers } = provider.decide(provider.compile(rules), asked, given);
        const names = headers.map(([name]) => name.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        const foreign = (name: string) => name !== 'vary' && !name.startsWith('access-control-');
        expect(names.filter(foreign)).toEqual([]);
      })
    );
  });

  test('a rule added at the end changes nothing where a rule already answered', () => {
    fc.assert(
      fc.property(ruleSet, rule, request, facts, (rules, added, asked, given) => {
        const before = provider.decide(provider.compile(rules), asked, given);
        fc.pre(before.rule !== null);
        const longer = { ...rules, rules: [...rules.rules, added] };
        expect(provider.decide(provider.compile(longer), asked, given)).toEqual(before);
      })
    );
  });

  if (!provider.namesByCase) {
    test('the case of requested header names decides nothing', () => {
      fc.assert(
        fc.property(ruleSet, request, facts, (rules, asked, given) => {
          const compiled = provider.compile(rules);
          const louder = asked.headers.map(([name, value]): Header =>
            name.toLowerCase() === 'access-control-request-headers'
              ? [name, value.toUpperCase()]
              : [name, value]
          );
          const other = provider.decide(compiled, { ...asked, headers: louder }, given);
          const one = provider.decide(compiled, asked, given);
          expect([other.rule, other.status]).toEqual([one.rule, one.status]);
        })
      );
    });
  }
});
