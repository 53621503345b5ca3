import { describe, expect, test } from 'vitest';
import type { WireResponse } from '../../model.ts';
import { readCall, type FetchRequest } from '../request/call.ts';
import { STANDARD } from '../standard-rules.ts';
import { followRedirect, type Hop } from './redirect.ts';

const PAGE = 'https://app.example';
const HEADERS: [string, string][] = [
  ['Content-Type', 'application/json'],
  ['Authorization', 'x'],
  ['X-Foo', '1']
];

function requestOf(method: string): FetchRequest {
  const { request } = readCall(
    {
      api: 'fetch',
      url: 'https://a.example/1#f',
      method,
      headers: HEADERS,
      body: null,
      credentials: 'omit',
      mode: 'cors',
      redirect: 'follow',
      cache: 'default',
      referrerPolicy: '',
      duplex: null,
      keepalive: false,
      listensToUpload: false,
      sync: false
    },
    STANDARD
  );
  if (request === null) throw new Error(method);
  return request;
}

const hop = (method: string, change: Partial<Hop> = {}): Hop => ({
  request: requestOf(method),
  origin: PAGE,
  cors: true,
  count: 0,
  ...change
});
const answer = (status: number): WireResponse => ({ status, headers: [], body: '' });
const namesOf = (request: FetchRequest | null) => request?.headers.map(([name]) => name);

describe('followRedirect', () => {
  test.each([
    [301, 'POST', 'GET'],
    [302, 'POST', 'GET'],
    [301, 'PUT', 'PUT'],
    [303, 'PUT', 'GET'],
    [303, 'HEAD', 'HEAD'],
    [307, 'POST', 'POST'],
    [308, 'PUT', 'PUT']
  ])('%d of %s asks by %s', (status, before, after) => {
    const { request } = followRedirect(hop(before), answer(status), '/2', STANDARD);
    expect(request?.method).toBe(after);
    expect(namesOf(request)?.includes('Content-Type')).toBe(before === after);
  });

  test('Authorization stays with its origin', () => {
    const to = (location: string) =>
      namesOf(followRedirect(hop('GET'), answer(302), location, STANDARD).request);
    expect(to('/2')).toContain('Authorization');
    expect(to('https://a.example/2')).toContain('Authorization');
    expect(to('https://b.example/2')).not.toContain('Authorization');
    expect(to('https://b.example/2')).toContain('X-Foo');
  });

  test.each<[string | undefined, string, Partial<Hop>]>([
    [undefined, 'https://b.example/', {}],
    ['redirect-invalid', 'http://', {}],
    ['redirect-scheme', 'ftp://b.example/', {}],
    ['redirect-scheme', 'data:,x', {}],
    ['redirect-too-many', '/2', { count: 20 }],
    [undefined, '/2', { count: 19 }],
    ['redirect-credentials', 'https://me@b.example/', {}],
    ['redirect-credentials', `https://me@app.example/`, {}],
    [undefined, `https://me@app.example/`, { cors: false }],
    ['redirect-stream', '/2', { request: { ...requestOf('POST'), streams: true } }]
  ])('%s for %s', (code, location, change) => {
    const { cause } = followRedirect(hop('GET', change), answer(302), location, STANDARD);
    expect(cause?.code).toBe(code);
  });
});
