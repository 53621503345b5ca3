import { describe, expect, test } from 'vitest';
import type { Header, WireResponse } from '../../model.ts';
import { explainNeeds, readableHeaders, type ResponseType } from './readable.ts';

const CROSS = { type: 'cors' as ResponseType, credentialed: false };
const answer = (...expose: string[]): WireResponse => ({
  status: 200,
  headers: [
    ['ETag', '"x"'],
    ['Content-Type', 'text/plain'],
    ['Set-Cookie', 'a=b'],
    ...expose.map((value): Header => ['Access-Control-Expose-Headers', value])
  ],
  body: ''
});

describe('readableHeaders', () => {
  test.each<[WireResponse, typeof CROSS, string[]]>([
    [answer(), CROSS, ['content-type']],
    [answer('ETAG'), CROSS, ['content-type', 'etag']],
    [answer('x', 'etag, y'), CROSS, ['content-type', 'etag']],
    [answer('etag, a b'), CROSS, ['content-type']],
    [answer('*'), CROSS, ['access-control-expose-headers', 'content-type', 'etag']],
    [answer('*'), { ...CROSS, credentialed: true }, ['content-type']],
    [answer('set-cookie'), CROSS, ['content-type']],
    [answer(), { type: 'basic', credentialed: true }, ['content-type', 'etag']]
  ])('row %#', (response, context, names) => {
    expect(readableHeaders(response, context)).toEqual(names);
  });
});

describe('explainNeeds', () => {
  test.each<[string, WireResponse, string, string | undefined]>([
    ['ETag', answer(), 'needed-unreadable', undefined],
    ['ETag', answer('etag'), 'needed-readable', 'exposed'],
    ['ETag', answer('*'), 'needed-readable', 'wildcard'],
    ['Content-Length', answer(), 'needed-readable', 'safelisted'],
    ['Set-Cookie', answer('*'), 'needed-forbidden', undefined]
  ])('%s: row %#', (need, response, code, why) => {
    const [step] = explainNeeds([need], response, CROSS);
    expect(step?.code).toBe(code);
    expect(step?.args).toEqual(
      why === undefined ? { header: need.toLowerCase() } : { header: need.toLowerCase(), why }
    );
  });
});
