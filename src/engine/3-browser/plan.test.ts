import { describe, expect, test } from 'vitest';
import type { PageRequest } from '../model.ts';
import { planRequest } from './plan.ts';

const base: PageRequest = {
  pageOrigin: 'https://app.example',
  method: 'GET',
  url: 'https://bucket.example/key?x=1#f',
  headers: [],
  credentials: 'same-origin',
  needs: []
};

describe('planRequest', () => {
  test('a simple request goes out at once, with its Origin', () => {
    const plan = planRequest({ ...base, headers: [['Accept', 'a']] });
    expect(plan).toMatchObject({ crossOrigin: true, credentialed: false, preflight: null });
    expect(plan.actual).toEqual({
      method: 'GET',
      host: 'bucket.example',
      path: '/key?x=1',
      headers: [
        ['Accept', 'a'],
        ['Origin', 'https://app.example']
      ]
    });
  });

  test('a preflight names the method and the unsafe headers', () => {
    const plan = planRequest({
      ...base,
      method: 'put',
      headers: [
        ['X-Amz-Meta-B', '1'],
        ['Content-Type', 'image/png'],
        ['x-amz-acl', 'private'],
        ['X-Amz-Acl', 'again'],
        ['Cookie', 'a=b']
      ]
    });
    expect(plan.dropped).toEqual(['Cookie']);
    expect(plan.preflight).toEqual({
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
    expect(plan.actual?.headers).toEqual([
      ['X-Amz-Meta-B', '1'],
      ['Content-Type', 'image/png'],
      ['x-amz-acl', 'private, again'],
      ['Origin', 'https://app.example']
    ]);
  });

  test('without unsafe headers the preflight names none, and patch stays patch', () => {
    expect(planRequest({ ...base, method: 'patch' }).preflight?.headers).toEqual([
      ['Accept', '*/*'],
      ['Access-Control-Request-Method', 'patch'],
      ['Origin', 'https://app.example']
    ]);
  });

  test('the own origin needs no CORS', () => {
    const own = { ...base, url: 'https://APP.example:443/x', headers: [['X-A', '1']] as const };
    expect(planRequest(own)).toMatchObject({
      crossOrigin: false,
      credentialed: true,
      preflight: null,
      actual: { headers: [['X-A', '1']] }
    });
    expect(planRequest({ ...own, method: 'PUT' }).actual?.headers).toContainEqual([
      'Origin',
      'https://app.example'
    ]);
  });

  test('an opaque origin shares nothing with any target', () => {
    const plan = planRequest({ ...base, pageOrigin: 'file:///x.html', url: 'http://a.example/' });
    expect(plan.crossOrigin).toBe(true);
    expect(plan.actual?.headers).toEqual([['Origin', 'null']]);
  });

  test.each<[string, Partial<PageRequest>]>([
    ['origin-invalid', { pageOrigin: '*' }],
    ['url-invalid', { url: 'bucket.example/key' }],
    ['url-invalid', { url: 'https://me:pw@bucket.example/key' }],
    ['method-invalid', { method: '' }],
    ['method-invalid', { method: 'G T' }],
    ['method-forbidden', { method: 'trace' }],
    ['header-invalid', { headers: [['X Foo', '1']] }],
    ['mixed-content', { url: 'http://bucket.example/key' }]
  ])('refuses with %s', (code, change) => {
    const plan = planRequest({ ...base, ...change });
    expect(plan.refusal?.code).toBe(code);
    expect(plan.actual).toBeNull();
    expect(plan.preflight).toBeNull();
  });
});
