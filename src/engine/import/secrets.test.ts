import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSecretName, scrubHeaders, scrubUrl } from './secrets.ts';

describe('an address', () => {
  test.each([
    ['https://b.example/k', 'https://b.example/k'],
    ['https://b.example/k?partNumber=1&uploadId=x', 'https://b.example/k?partNumber=1&uploadId=x'],
    [
      'https://b.example/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F1&X-Amz-Date=1&X-Amz-SignedHeaders=host&X-Amz-Security-Token=t&X-Amz-Signature=s',
      'https://b.example/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=***&X-Amz-Date=1&X-Amz-SignedHeaders=host&X-Amz-Security-Token=***&X-Amz-Signature=***'
    ],
    [
      'https://b.example/k?q-sign-algorithm=sha1&q-ak=AKID&q-sign-time=1;2&q-signature=s&x-cos-security-token=t',
      'https://b.example/k?q-sign-algorithm=sha1&q-ak=***&q-sign-time=1;2&q-signature=***&x-cos-security-token=***'
    ],
    [
      'https://b.example/k?OSSAccessKeyId=a&Expires=1&Signature=s&security-token=t',
      'https://b.example/k?OSSAccessKeyId=***&Expires=1&Signature=***&security-token=***'
    ],
    ['https://b.example/k?sv=2025-01-01&sig=s', 'https://b.example/k?sv=2025-01-01&sig=***'],
    [
      'https://b.example/k?GoogleAccessId=a&Signature=s',
      'https://b.example/k?GoogleAccessId=***&Signature=***'
    ],
    ['https://b.example/k?X-Goog-Signature=s', 'https://b.example/k?X-Goog-Signature=***'],
    ['https://b.example/o/k?alt=media&token=t', 'https://b.example/o/k?alt=media&token=***'],
    ['https://b.example/k?X%2DAmz%2DSignature=s', 'https://b.example/k?X%2DAmz%2DSignature=***'],
    ['https://b.example/k?%zz=1&token', 'https://b.example/k?%zz=1&token'],
    ['https://me:secret@b.example/k', 'https://b.example/k'],
    ['https://b.example/a@b?c=d@e', 'https://b.example/a@b?c=d@e'],
    ['https://b.example/k#access_token=t', 'https://b.example/k']
  ])('%s', (address, shown) => expect(scrubUrl(address)).toBe(shown));

  test('keeps where it goes', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const [before, after] = [new URL(address), new URL(scrubUrl(address))];
        expect([after.host, after.pathname, after.hash]).toEqual([
          before.host,
          before.pathname,
          ''
        ]);
      })
    );
  });
});

test.each([
  ...['Authorization', 'cookie', 'Set-Cookie', 'x-amz-security-token', 'x-cos-security-token'],
  ...['x-obs-security-token', 'apikey', 'X-API-Key', 'x-csrf-token', 'x-firebase-appcheck-token']
])('the value of %s is hidden, its name stays', (name) => {
  expect(isSecretName(name)).toBe(true);
  expect(scrubHeaders([[name, 'v']])).toEqual([[name, '***']]);
  expect(scrubHeaders([[name, '']])).toEqual([[name, '']]);
});

test.each([
  ...['content-type', 'x-amz-date', 'x-amz-content-sha256', 'x-cos-meta-a', 'range', 'ETag'],
  ...['access-control-allow-origin', 'x-amz-signatureversion']
])('the value of %s is shown', (name) => {
  expect(isSecretName(name)).toBe(false);
});
