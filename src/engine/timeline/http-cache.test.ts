import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Header, WireRequest, WireResponse } from '../model.ts';
import { entryOf, lookUp, mayKeep, type Keeping, type StoredAnswer } from './http-cache.ts';

const URL_ = 'https://media.example.net/a.png';
const KEEPING: Keeping = { lifetime: 60, shared: false, keyedBy: [] };

const get = (...headers: Header[]): WireRequest => ({
  method: 'GET',
  host: '',
  path: '/',
  headers
});
const answer = (...headers: Header[]): WireResponse => ({ status: 200, headers, body: '' });
const from = (origin: string) => get(['Origin', origin]);
const A = 'https://a.test';

const wanted = (request: WireRequest, url = URL_, partition = 's') => ({ partition, url, request });
const kept = (request: WireRequest, vary: string[], keeping = KEEPING): StoredAnswer =>
  entryOf(wanted(request), answer(...vary.map((value): Header => ['Vary', value])), keeping, 0);

interface CacheRow {
  name: string;
  cache: StoredAnswer[];
  asked: Parameters<typeof lookUp>[1];
  now?: number;
  found: object;
}

const ROWS: CacheRow[] = [
  { name: 'an empty cache', cache: [], asked: wanted(get()), found: { kind: 'none' } },
  {
    name: 'no Vary: any request to the address is served',
    cache: [kept(get(), [])],
    asked: wanted(from(A)),
    found: { kind: 'hit' }
  },
  {
    name: 'another address, be it by its query alone',
    cache: [kept(get(), [])],
    asked: wanted(get(), `${URL_}?cors=1`),
    found: { kind: 'none' }
  },
  {
    name: 'another partition',
    cache: [kept(get(), [])],
    asked: wanted(get(), URL_, 'other'),
    found: { kind: 'none' }
  },
  {
    name: 'Vary: Origin, an answer to a request without one',
    cache: [kept(get(), ['Origin'])],
    asked: wanted(from(A)),
    found: { kind: 'varies', header: 'origin' }
  },
  {
    name: 'Vary: Origin, the same one',
    cache: [kept(from(A), ['Origin'])],
    asked: wanted(from(A)),
    found: { kind: 'hit' }
  },
  {
    name: 'Vary in other letters, in a list, on a second line',
    cache: [kept(from(A), ['Accept-Encoding', 'x, ORIGIN'])],
    asked: wanted(from('https://b.test')),
    found: { kind: 'varies', header: 'origin' }
  },
  {
    name: 'Vary: * fits no later request',
    cache: [kept(from(A), ['*'])],
    asked: wanted(from(A)),
    found: { kind: 'varies', header: '*' }
  },
  {
    name: 'a header of the cache’s own key, without Vary',
    cache: [kept(get(), [], { ...KEEPING, keyedBy: ['origin'] })],
    asked: wanted(from(A)),
    found: { kind: 'varies', header: 'origin' }
  },
  {
    name: 'the last fresh second',
    cache: [kept(get(), [])],
    asked: wanted(get()),
    now: 59,
    found: { kind: 'hit' }
  },
  {
    name: 'the first stale second',
    cache: [kept(get(), [])],
    asked: wanted(get()),
    now: 60,
    found: { kind: 'stale' }
  },
  {
    name: 'of several answers that fit, the latest',
    cache: [kept(get(), []), { ...kept(from(A), ['Origin']), storedAt: 7 }],
    asked: wanted(from(A)),
    found: { kind: 'hit', stored: { storedAt: 7 } }
  }
];

describe('lookUp', () => {
  test.each(ROWS)('$name', ({ cache, asked, now = 10, found }) => {
    expect(lookUp(cache, asked, now)).toMatchObject(found);
  });

  test('what was kept for a request serves that request again', () => {
    const name = fc.constantFrom('Origin', 'Accept', 'X-A');
    const headers = fc.array(fc.tuple(name, fc.constantFrom('a', 'b', '')), { maxLength: 4 });
    fc.assert(
      fc.property(headers, fc.array(name, { maxLength: 3 }), (sent, vary) => {
        const entry = kept(get(...sent), vary);
        expect(lookUp([entry], wanted(get(...sent)), 0).kind).toBe('hit');
      })
    );
  });
});

test.each<[name: string, request: WireRequest, status: number, keeping: Partial<Keeping>, boolean]>(
  [
    ['a plain answer', get(), 200, {}, true],
    ['an error', get(), 403, {}, false],
    ['another method', { ...get(), method: 'PUT' }, 200, {}, false],
    ['no lifetime', get(), 200, { lifetime: 0 }, false],
    ['Authorization in the browser', get(['Authorization', 'x']), 200, {}, true],
    ['Authorization in a shared cache', get(['authorization', 'x']), 200, { shared: true }, false]
  ]
)('keeps: %s', (_, request, status, keeping, keeps) => {
  const given = { ...answer(), status };
  expect(mayKeep(request, given, { ...KEEPING, ...keeping })).toBe(keeps);
});
