import { describe, expect, test } from 'vitest';
import { readCall } from './call.ts';
import type { ScriptCall } from './script-call.ts';
import { engineById } from '../engines/engines.ts';
import { STANDARD } from '../standard-rules.ts';

const CALL: ScriptCall = {
  api: 'fetch',
  url: 'https://bucket.example/key',
  method: 'GET',
  headers: [],
  body: null,
  credentials: 'same-origin',
  mode: 'cors',
  redirect: 'follow',
  cache: 'default',
  referrerPolicy: '',
  duplex: null,
  keepalive: false,
  listensToUpload: false,
  sync: false
};
const body = (kind: string, value = '', type: string | null = null) => ({ kind, value, type });
const post = { method: 'POST' };

describe('what throws', () => {
  test.each<[string | null, Partial<ScriptCall>]>([
    [null, {}],
    ['url-invalid', { url: 'bucket.example' }],
    ['url-invalid', { url: 'https://me@bucket.example/' }],
    [null, { url: 'https://me@bucket.example/', api: 'xhr' }],
    ['scheme-unsupported', { url: 'ftp://bucket.example/' }],
    ['mode-same-origin', { url: 'ftp://bucket.example/', mode: 'same-origin' }],
    ['scheme-unsupported', { url: 'data:,x', mode: 'same-origin' }],
    ['method-invalid', { method: 'G T' }],
    ['method-forbidden', { method: 'track' }],
    ['header-invalid', { headers: [['X-Foo', 'a\nb']] }],
    ['mode-invalid', { mode: 'navigate' }],
    ['mode-invalid', { mode: 'websocket' }],
    ['option-invalid', { credentials: 'some' }],
    ['option-invalid', { redirect: 'perhaps' }],
    ['option-invalid', { cache: 'never' }],
    ['option-invalid', { referrerPolicy: 'none' }],
    ['no-cors-method', { mode: 'no-cors', method: 'PUT' }],
    ['cache-only-cross-origin', { cache: 'only-if-cached' }],
    [null, { cache: 'only-if-cached', mode: 'same-origin' }],
    ['body-not-allowed', { body: body('string', 'x') }],
    ['body-not-allowed', { method: 'head', body: body('string') }],
    [null, { api: 'xhr', body: body('string', 'x') }],
    ['keepalive-too-large', { ...post, keepalive: true, body: body('string', 'é'.repeat(32769)) }],
    [null, { ...post, keepalive: true, body: body('string', 'x'.repeat(65536)) }],
    ['stream-needs-duplex', { ...post, body: body('stream') }],
    ['stream-needs-cors', { ...post, mode: 'no-cors', body: body('stream'), duplex: 'half' }],
    [null, { ...post, body: body('stream'), duplex: 'half' }]
  ])('%s: row %#', (code, change) => {
    expect(readCall({ ...CALL, ...change }, STANDARD).cause?.code ?? null).toBe(code);
  });

  test('WebKit knows no streams as bodies', () => {
    const rules = engineById('webkit')?.rules ?? STANDARD;
    const call = { ...CALL, ...post, body: body('stream'), duplex: 'half' };
    expect(readCall(call, rules).cause?.code).toBe('stream-unsupported');
  });
});

describe('the Content-Type of a body', () => {
  test.each([
    ['string', null, 'text/plain;charset=UTF-8'],
    ['urlsearchparams', null, 'application/x-www-form-urlencoded;charset=UTF-8'],
    ['blob', 'Application/JSON', 'application/json'],
    ['file', null, undefined],
    ['blob', '', undefined],
    ['uint8array', null, undefined],
    ['htmldoc', null, 'text/html;charset=UTF-8']
  ])('%s of type %j', (kind, type, wanted) => {
    const { request } = readCall({ ...CALL, ...post, body: body(kind, '', type) }, STANDARD);
    expect(request?.headers[0]?.[1]).toBe(wanted);
  });

  test('gives way to the one that the script sets', () => {
    const headers: [string, string][] = [['content-type', 'application/json']];
    const call = { ...CALL, ...post, headers, body: body('string', '{}') };
    expect(readCall(call, STANDARD).request?.headers).toEqual(headers);
  });
});

test('a no-cors request keeps safelisted headers only, and no Range', () => {
  const headers: [string, string][] = [
    ['Accept', 'a/b'],
    ['X-Foo', '1'],
    ['Range', 'bytes=0-1'],
    ['Content-Type', 'application/json']
  ];
  const { request } = readCall({ ...CALL, mode: 'no-cors', headers }, STANDARD);
  expect(request?.headers).toEqual([['Accept', 'a/b']]);
});

test('an XMLHttpRequest joins the values of one name, fetch keeps them apart', () => {
  const headers: [string, string][] = [
    ['X-Foo', '1'],
    ['x-foo', '2']
  ];
  const joined = readCall({ ...CALL, api: 'xhr', headers }, STANDARD).request?.headers;
  expect(joined).toEqual([['X-Foo', '1, 2']]);
  expect(readCall({ ...CALL, headers }, STANDARD).request?.headers).toEqual(headers);
});
