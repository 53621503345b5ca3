import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Header } from '../model.ts';
import { holdsCall, scrubAddresses, scrubHeaders, scrubText, scrubUrl } from './index.ts';

describe('an address', () => {
  test.each([
    ['https://b.example/k', 'https://b.example/k'],
    ['https://b.example/k?partNumber=1&uploadId=x', 'https://b.example/k?partNumber=1&uploadId=…'],
    [
      'https://b.example/?list-type=2&prefix=a/&uploads',
      'https://b.example/?list-type=2&prefix=a/&uploads'
    ],
    [
      'https://b.example/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F1&X-Amz-Date=1&X-Amz-SignedHeaders=host;x-amz-acl&X-Amz-Security-Token=t&X-Amz-Signature=s',
      'https://b.example/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=…&X-Amz-Date=1&X-Amz-SignedHeaders=host;x-amz-acl&X-Amz-Security-Token=…&X-Amz-Signature=…'
    ],
    [
      'https://b.example/k?q-sign-algorithm=sha1&q-ak=AKID&q-sign-time=1;2&q-signature=s',
      'https://b.example/k?q-sign-algorithm=sha1&q-ak=…&q-sign-time=1;2&q-signature=…'
    ],
    [
      'https://b.example/k?OSSAccessKeyId=a&Expires=1',
      'https://b.example/k?OSSAccessKeyId=…&Expires=1'
    ],
    ['https://b.example/k?sv=2025-01-01&sig=s', 'https://b.example/k?sv=2025-01-01&sig=…'],
    ['https://b.example/o/k?alt=media&token=t', 'https://b.example/o/k?alt=media&token=…'],
    ['https://b.example/k?X%2DAmz%2DSignature=s', 'https://b.example/k?X%2DAmz%2DSignature=…'],
    ['https://b.example/k?%zz=1&dG9rZW4', 'https://b.example/k?%zz=…&…'],
    ['https://b.example/k?x=1;sig=s&amp;sig=s', 'https://b.example/k?x=…;sig=…&amp;sig=…'],
    [
      'https://b.example/k?prefix=https%3A%2F%2Fc.example%3Fsig%3Ds',
      'https://b.example/k?prefix=…'
    ],
    ['https://b.example/k?prefix=c%253Fsig%253Ds', 'https://b.example/k?prefix=…'],
    ['https://b.example/k;sig=s/a', 'https://b.example/k;sig=…/a'],
    ['https://b.example/hdnts=exp=1~acl=/*~hmac=s', 'https://b.example/hdnts=…/*~hmac=…'],
    [
      'https://b.example/p/https%3A%2F%2Fc.example%2Fk%3Fsig%3Ds',
      'https://b.example/p/https%3A%2F%2Fc.example%2Fk%3F…'
    ],
    ['https://b.example/p/https://me:s@c.example/k', 'https://b.example/p/https://…@c.example/k'],
    ['https://me:secret@b.example/k', 'https://b.example/k'],
    ['//me:secret@b.example/k', '//b.example/k'],
    ['https://b.example/a@b?prefix=d', 'https://b.example/a@b?prefix=d'],
    ['https://b.example/k#access_token=t', 'https://b.example/k'],
    ['/k?sig=%E2%80%A6', '/k?sig=…'],
    ['data:text/plain,s', 'data:…'],
    ['b.example:8080/k?a=s', 'b.example:8080/k?a=…'],
    ['https://b.example/k?;=', 'https://b.example/k?;…'],
    ['https://b.example/k?;…', 'https://b.example/k?;…']
  ])('%s', (address, shown) => expect(scrubUrl(address).value).toBe(shown));

  test('tells what it took out', () => {
    expect(scrubUrl('https://me:pw@b.example/k;a=xyz?sig=abcd&uploads#t').removed).toEqual([
      { place: 'user', name: '', length: 5 },
      { place: 'path', name: 'a', length: 3 },
      { place: 'parameter', name: 'sig', length: 4 },
      { place: 'fragment', name: '', length: 1 }
    ]);
  });

  test('keeps where it goes, and is scrubbed once for all', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const { value } = scrubUrl(address);
        const [before, after] = [new URL(address), new URL(value)];
        expect([after.host, after.hash]).toEqual([before.host, '']);
        expect(after.pathname.split('/')).toHaveLength(before.pathname.split('/').length);
        expect(scrubUrl(value)).toEqual({ value, removed: [] });
      })
    );
  });
});

describe('headers', () => {
  test.each([
    ...['Authorization', 'cookie', 'Set-Cookie', 'Referer', 'x-amz-security-token', 'apikey'],
    ...['X-API-Key', 'x-csrf-token', 'X-Auth-Key', 'X-Authorization', 'X-Functions-Key', 'DPoP'],
    ...['X-Firebase-AppCheck', 'x-ms-copy-source-authorization', 'x-cos-meta-a', 'X-Custom'],
    ...[
      'x-amz-server-side-encryption-customer-key',
      'x-ms-encryption-key',
      'X-Container-Meta-Temp-URL-Key'
    ]
  ])('the value of %s is hidden, its name stays', (name) => {
    expect(scrubHeaders([[name, 'value']])).toEqual({
      value: [[name, '…']],
      removed: [{ place: 'header', name, length: 5 }]
    });
    expect(scrubHeaders([[name, '']])).toEqual({ value: [[name, '']], removed: [] });
  });

  test.each<Header>([
    ['content-type', 'image/png'],
    ['x-amz-date', '20261201T000000Z'],
    ['x-amz-content-sha256', 'UNSIGNED-PAYLOAD'],
    ['Content-MD5', 'rL0Y20zC+Fzt72VPzMSk2A=='],
    ['range', 'bytes=0-9'],
    ['ETag', '"a"'],
    ['access-control-allow-origin', 'https://app.example.com'],
    ['x-cos-acl', 'private'],
    ['x-ms-blob-type', 'BlockBlob'],
    ['x-goog-resumable', 'start'],
    ['x-amz-signatureversion', '2']
  ])('the value of %s is shown', (name, value) => {
    expect(scrubHeaders([[name, value]])).toEqual({ value: [[name, value]], removed: [] });
  });

  test.each<[Header, string]>([
    [['Location', 'https://b.example/k?sig=s'], 'https://b.example/k?sig=…'],
    [['x-amz-copy-source', '/b/k?X-Amz-Signature=s'], '/b/k?X-Amz-Signature=…'],
    [['Content-Type', 'Bearer abc'], '…'],
    [['Access-Control-Allow-Origin', 'https://me:pw@a.example'], 'https://a.example']
  ])('%s', ([name, value], shown) => {
    expect(scrubHeaders([[name, value]]).value).toEqual([[name, shown]]);
  });

  test('what is no name is hidden', () => {
    expect(scrubHeaders([['Bearer abc', 'x']]).value).toEqual([['…', '…']]);
  });
});

test('addresses in a text', () => {
  expect(
    scrubAddresses(
      "Access to fetch at 'https://b.example/k?sig=s' from origin 'https://a.example'. See https://c.example/?a=s."
    ).value
  ).toBe(
    "Access to fetch at 'https://b.example/k?sig=…' from origin 'https://a.example'. See https://c.example/?a=…."
  );
});

describe('a text to be stored', () => {
  test.each([
    [
      `curl -u me:pw -psecret --pass hunter2 'https://b.example/k?sig=s' -X PUT -H 'Origin: https://app.example' -H "X-Auth-Key: s" -HX-A:s -d @body`,
      `curl -u … … --pass … 'https://b.example/k?sig=…' -X PUT -H 'Origin: https://app.example' -H "X-Auth-Key: …" … -d …`
    ],
    [
      `fetch("https://b.example/k?token=s", { method: "PUT", headers: { "x-api-key": "s", "Content-Type": "image/png" } });`,
      `fetch("https://b.example/k?token=…", { method: "PUT", headers: { "…": "…", "Content-Type": "…" } });`
    ],
    ['GET /k?sig=s HTTP/1.1\nHost: b.example\nCookie: a=s', 'GET … HTTP/1.1\nHost: …\nCookie: …']
  ])('%s', (text, stored) => {
    expect(holdsCall(text)).toBe(true);
    expect(scrubText(text).value).toBe(stored);
  });

  test.each([
    '[{ "AllowedOrigins": ["https://app.example.com"], "AllowedHeaders": ["authorization", "x-api-key"] }]',
    '<CORSRule><AllowedOrigin>*</AllowedOrigin></CORSRule>',
    'cors_rule {\n  allowed_headers = ["*"] # https only\n}'
  ])('rules stay letter for letter: %s', (text) => {
    expect(scrubText(text)).toEqual({ value: text, removed: [] });
  });
});
