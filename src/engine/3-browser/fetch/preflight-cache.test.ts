import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGINES } from '../engines/engines.ts';
import { STANDARD } from '../standard-rules.ts';
import {
  dropPreflights,
  isServedByCache,
  type CachedPreflight,
  type PreflightQuery
} from './preflight-cache.ts';

const KEPT: CachedPreflight = {
  origin: 'https://app.example',
  url: 'https://bucket.example/key',
  credentialed: false,
  methods: new Set(['PUT']),
  headers: new Set(['x-a', 'x-b']),
  expires: 5000
};
const WANTED: PreflightQuery = {
  origin: KEPT.origin,
  url: KEPT.url,
  credentialed: false,
  method: 'PUT',
  unsafe: ['x-a'],
  forced: false,
  cacheMode: 'default',
  now: 4999
};

describe('isServedByCache', () => {
  test.each<[boolean, Partial<PreflightQuery>]>([
    [true, {}],
    [true, { unsafe: [] }],
    [true, { unsafe: ['x-b', 'x-a'] }],
    [true, { method: 'GET' }],
    [false, { now: 5000 }],
    [false, { method: 'DELETE' }],
    [false, { method: 'put' }],
    [false, { unsafe: ['x-a', 'x-c'] }],
    [false, { origin: 'null' }],
    [false, { url: `${KEPT.url}?x` }],
    [false, { credentialed: true }],
    [false, { method: 'POST', forced: true }]
  ])('%s: %j', (served, change) => {
    expect(isServedByCache([KEPT], { ...WANTED, ...change }, STANDARD.cache)).toBe(served);
  });

  test('method and headers may come from two entries', () => {
    const put = { ...KEPT, headers: new Set<string>() };
    const header = { ...KEPT, methods: new Set<string>() };
    expect(isServedByCache([put, header], WANTED, STANDARD.cache)).toBe(true);
    expect(isServedByCache([header], WANTED, STANDARD.cache)).toBe(false);
  });

  test.each(ENGINES.map(({ id, rules }) => [id, rules.cache] as const))(
    '%s: a star never serves a request with credentials',
    (_, rules) => {
      const stars = { ...KEPT, credentialed: true, methods: new Set('*'), headers: new Set('*') };
      fc.assert(
        fc.property(fc.stringMatching(/^[A-Z]{3,8}$/), fc.boolean(), (method, forced) => {
          const wanted = { ...WANTED, method, forced, credentialed: true };
          expect(isServedByCache([stars], wanted, rules)).toBe(false);
        })
      );
    }
  );
});

test('what is dropped is what was kept for that page and address', () => {
  const other = { ...KEPT, url: 'https://bucket.example/other' };
  expect(dropPreflights([KEPT, other, { ...KEPT, origin: 'null' }], KEPT)).toEqual([
    other,
    { ...KEPT, origin: 'null' }
  ]);
});
