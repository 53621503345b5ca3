import { describe, expect, it, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import { providerById, type ProviderId } from '../providers/providers.ts';
import { hoverAt } from './hover.ts';

/** What is told of the one value of a rule at a store of S3's XML. */
function told(element: string, value: string, store: ProviderId = 'tencent-cos') {
  const text = `<CORSConfiguration><CORSRule><${element}>${value}</${element}></CORSRule></CORSConfiguration>`;
  const offset = text.indexOf('>' + value) + 1;
  return hoverAt(offset, readRules(text), providerById(store));
}

describe('what a value takes', () => {
  it.each<[string, string, string, string[], string[], ProviderId?]>([
    ['AllowedOrigin', '*', 'origin-any', ['https://a.example.com'], []],
    [
      'AllowedOrigin',
      'https://a.test',
      'origin-exact',
      ['https://a.test'],
      ['http://a.test', 'https://www.a.test']
    ],
    [
      'AllowedOrigin',
      'https://*.a.test',
      'origin-pattern',
      ['https://a.a.test', 'https://a.b.a.test', 'https://s.a.test'],
      ['https://a.test', 'http://a.a.test']
    ],
    [
      'AllowedOrigin',
      'https://*a.test',
      'origin-pattern',
      ['https://aa.test', 'https://a.ba.test', 'https://evila.test'],
      ['http://aa.test', 'https://aa.test:8443']
    ],
    [
      'AllowedOrigin',
      'https://a.test/',
      'origin-none',
      [],
      ['https://a.test', 'http://a.test'],
      'aws-s3'
    ],
    ['AllowedOrigin', 'a.test', 'origin-none', [], ['https://a.test', 'http://a.test'], 'aws-s3'],
    ['AllowedMethod', 'PUT', 'method', ['PUT'], []],
    ['AllowedMethod', 'PATCH', 'method-none', [], []],
    ['AllowedHeader', '*', 'header-any', ['authorization', 'x-a'], []],
    ['AllowedHeader', 'X-Amz-*', 'header-pattern', ['x-amz-a', 'x-amz--b'], ['x-other'], 'aws-s3'],
    [
      'AllowedHeader',
      'content-type',
      'header-exact',
      ['content-type'],
      ['content-type-b', 'x-other']
    ],
    ['ExposeHeader', 'ETag', 'expose', [], []],
    ['ExposeHeader', 'Content-Length', 'expose-safelisted', [], []],
    ['ExposeHeader', '*', 'expose-any', [], []],
    ['MaxAgeSeconds', 'abc', 'max-age-unsent', [], []],
    ['ID', 'a', 'id', [], []]
  ])('%s %s: %s', (element, value, code, takes, refuses, store) => {
    const found = told(element, value, store);
    expect(found?.value).toBe(value);
    expect(found?.meaning.code).toBe(code);
    expect(found?.takes).toEqual(takes);
    expect(found?.refuses).toEqual(refuses);
  });

  test('a setting of the server takes what it lists, though no rule answers there', () => {
    const text = 'MINIO_API_CORS_ALLOW_ORIGIN=https://a.test';
    const found = hoverAt(text.length, readRules(text), providerById('minio'));
    expect(found).toMatchObject({
      meaning: { code: 'origin-exact' },
      takes: ['https://a.test'],
      refuses: ['http://a.test', 'https://www.a.test']
    });
  });

  test('how long browsers keep an answer', () => {
    const args = { seconds: '9000', chromium: 7200, firefox: 9000, webkit: 600 };
    expect(told('MaxAgeSeconds', '9000')?.meaning).toEqual({ code: 'max-age', args });
  });

  test('how sure it is, and where that is said', () => {
    const found = told('AllowedOrigin', 'https://a.test');
    expect(found?.evidence).toBe('traced');
    expect(found?.source).toMatch(/\S/);
    expect(told('ID', 'a')).toMatchObject({ evidence: null, source: null });
  });
});

test('nothing is told where no value stands', () => {
  const text = '<CORSConfiguration><CORSRule><ID>a</ID></CORSRule></CORSConfiguration>';
  for (const offset of [0, 20, text.length]) {
    expect(hoverAt(offset, readRules(text), providerById('aws-s3'))).toBeNull();
  }
});
