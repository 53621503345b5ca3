import { describe, expect, test } from 'vitest';
import type { Header, PageRequest, WireRequest } from '../../model.ts';
import type { EngineId } from '../engines/engine.ts';
import { engineById } from '../engines/engines.ts';
import { callFromPage } from './page-call.ts';
import { isPreflight } from '../request/preflight.ts';

const base: PageRequest = {
  pageOrigin: 'https://app.example',
  method: 'GET',
  url: 'https://bucket.example/key?x=1#f',
  headers: [],
  credentials: 'same-origin',
  needs: []
};

const OPEN: Header[] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', '*'],
  ['Access-Control-Allow-Headers', '*'],
  ['Access-Control-Max-Age', '86400']
];

/** The call against a server that answers everything with the same headers, and what reached it. */
function called(
  change: Partial<PageRequest>,
  headers: readonly Header[] = OPEN,
  id: EngineId = 'standard'
) {
  const sent: WireRequest[] = [];
  const engine = engineById(id);
  if (engine === null) throw new Error(id);
  const call = callFromPage(
    { ...base, ...change },
    engine,
    (request) => {
      sent.push(request);
      return { response: { status: 200, headers, body: '' }, failed: null };
    },
    () => 'OK'
  );
  return { ...call, preflight: sent.find(isPreflight), actual: sent.at(-1), sent };
}

describe('what is sent', () => {
  test('a simple request goes out at once, with its Origin', () => {
    const { sent } = called({ headers: [['Accept', 'a']] });
    expect(sent).toEqual([
      {
        method: 'GET',
        host: 'bucket.example',
        path: '/key?x=1',
        headers: [
          ['Accept', 'a'],
          ['Origin', 'https://app.example']
        ]
      }
    ]);
  });

  test('a preflight names the method and the unsafe headers', () => {
    const { result, preflight, actual } = called({
      method: 'put',
      headers: [
        ['X-Amz-Meta-B', '1'],
        ['Content-Type', 'image/png'],
        ['x-amz-acl', 'private'],
        ['X-Amz-Acl', 'again'],
        ['Cookie', 'a=b']
      ]
    });
    expect(result.request?.dropped).toEqual(['Cookie']);
    expect(preflight).toEqual({
      method: 'OPTIONS',
      host: 'bucket.example',
      path: '/key?x=1',
      headers: [
        ['Accept', '*/*'],
        ['Access-Control-Request-Method', 'PUT'],
        ['Access-Control-Request-Headers', 'content-type,x-amz-acl,x-amz-meta-b'],
        ['Origin', 'https://app.example']
      ]
    });
    expect(actual?.headers).toEqual([
      ['X-Amz-Meta-B', '1'],
      ['Content-Type', 'image/png'],
      ['x-amz-acl', 'private, again'],
      ['Origin', 'https://app.example']
    ]);
  });

  test('without unsafe headers the preflight names none, and patch stays patch', () => {
    expect(called({ method: 'patch' }).preflight?.headers).toEqual([
      ['Accept', '*/*'],
      ['Access-Control-Request-Method', 'patch'],
      ['Origin', 'https://app.example']
    ]);
  });

  test('the own origin needs no CORS', () => {
    const own = { url: 'https://APP.example:443/x', headers: [['X-A', '1']] as const };
    const { sent, result } = called(own);
    expect(sent.map(({ headers }) => headers)).toEqual([[['X-A', '1']]]);
    expect(result.answer?.type).toBe('basic');
    expect(called({ ...own, method: 'PUT' }).actual?.headers).toContainEqual([
      'Origin',
      'https://app.example'
    ]);
  });

  test('an opaque origin shares nothing with any target', () => {
    const { actual, result } = called({ pageOrigin: 'file:///x.html', url: 'http://a.example/' });
    expect(actual?.headers).toEqual([['Origin', 'null']]);
    expect(result.answer?.type).toBe('cors');
  });

  test.each<[string, Partial<PageRequest>]>([
    ['origin-invalid', { pageOrigin: '*' }],
    ['url-invalid', { url: 'bucket.example/key' }],
    ['url-invalid', { url: 'https://me:pw@bucket.example/key' }],
    ['scheme-unsupported', { url: 'ftp://bucket.example/key' }],
    ['method-invalid', { method: '' }],
    ['method-invalid', { method: 'G T' }],
    ['method-forbidden', { method: 'trace' }],
    ['header-invalid', { headers: [['X Foo', '1']] }],
    ['mixed-content', { url: 'http://bucket.example/key' }]
  ])('nothing for %s, and a step says so', (code, change) => {
    const { sent, result } = called(change);
    expect(sent).toEqual([]);
    expect(result.failure?.cause.code).toBe(code);
    expect(result.trail.flatMap(({ steps }) => steps).at(-1)).toMatchObject({
      code: 'refused',
      args: { cause: { code } },
      outcome: 'fail'
    });
  });
});

describe('what is seen', () => {
  const refused = (id: EngineId) => called({ method: 'PUT' }, [], id);

  test.each<[EngineId, string | null, RegExp]>([
    ['standard', null, /^null$/],
    ['chromium', 'Failed to fetch', /^Access to fetch at 'https:\/\/bucket\.example\/key\?x=1#f'/],
    ['firefox', 'NetworkError when attempting to fetch resource.', /^Cross-Origin Request Blocked/],
    ['webkit', 'Load failed', /^Origin https:\/\/app\.example is not allowed/]
  ])('%s rejects and writes its line', (id, message, line) => {
    const { error, console } = refused(id);
    expect(error).toEqual({ name: 'TypeError', message });
    expect(String(console)).toMatch(line);
  });

  test('a call that works has no error, and an exception no recorded message', () => {
    expect(called({ method: 'PUT' }).error).toBeNull();
    expect(called({ method: 'TRACE' }, OPEN, 'chromium').error).toEqual({
      name: 'TypeError',
      message: null
    });
  });

  test.each<[string, string | null]>([
    ['https://app.example', 'https://app.example/'],
    ['https://app.example/photos?a=b', 'https://app.example/photos?a=b'],
    ['app.example', 'https://app.example/'],
    ['null', null]
  ])('a line that names the page of %s has %s', (pageOrigin, page) => {
    const { console } = called({ pageOrigin, url: 'file:///k' }, [], 'firefox');
    expect(console).toBe(`Security Error: Content at ${page} may not load or link to file:///k.`);
  });
});

test.each<[EngineId, number]>([
  ['standard', 86400],
  ['chromium', 7200],
  ['firefox', 86400],
  ['webkit', 600]
])('%s keeps an answer for no longer than its ceiling', (id, seconds) => {
  expect(called({ method: 'PUT' }, OPEN, id).keeps).toBe(seconds);
  const unkept = OPEN.map(([name, value]): Header => [name, value === '86400' ? '0' : value]);
  expect(called({ method: 'PUT' }, unkept, id).keeps).toBe(0);
  expect(called({}, OPEN, id).keeps).toBeNull();
  expect(called({ method: 'PUT' }, [], id).keeps).toBeNull();
});
