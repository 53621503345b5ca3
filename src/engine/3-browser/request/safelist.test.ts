import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifyHeader, judgeHeaders, unsafeNames } from './safelist.ts';

const long = (length: number) => 'a'.repeat(length);

const ROWS: [name: string, value: string, kind: string][] = [
  ['Accept', 'application/json', 'safelisted'],
  ['accept', '', 'safelisted'],
  ['Accept', long(128), 'safelisted'],
  ['Accept', long(129), 'value-too-long'],
  ['Accept', 'a"b', 'value-bytes'],
  ['Accept', 'a\tb', 'safelisted'],
  ['Accept', 'a\u0001b', 'value-bytes'],
  ['Accept', 'a\u007fb', 'value-bytes'],
  ['Accept', 'a\u00e9b', 'safelisted'],
  ['Accept-Language', 'en-GB, de;q=0.5', 'safelisted'],
  ['Accept-Language', 'en_GB', 'value-bytes'],
  ['Content-Language', 'a/b', 'value-bytes'],
  ['Content-Type', 'text/plain; charset=UTF-8', 'safelisted'],
  ['Content-Type', ' Text/Plain ;x', 'safelisted'],
  ['Content-Type', 'application/x-www-form-urlencoded', 'safelisted'],
  ['Content-Type', 'multipart/form-data;boundary=x', 'safelisted'],
  ['Content-Type', 'multipart/form-data;boundary="x"', 'value-bytes'],
  ['Content-Type', 'application/json', 'media-type'],
  ['Content-Type', 'image/png', 'media-type'],
  ['Content-Type', 'text/ plain', 'media-type'],
  ['Content-Type', 'text/plain, text/plain', 'media-type'],
  ['Content-Type', '', 'media-type'],
  ['Range', 'bytes=0-9', 'safelisted'],
  ['Range', 'bytes=0-', 'safelisted'],
  ['Range', 'bytes=-9', 'range'],
  ['Range', 'bytes=9-0', 'range'],
  ['Range', 'bytes=0-1,3-4', 'range'],
  ['Range', 'bytes= 0-1', 'range'],
  ['Range', 'Bytes=0-1', 'range'],
  ['Range', 'bytes=-', 'range'],
  ['Range', `bytes=${'9'.repeat(30)}-`, 'safelisted'],
  ['x-amz-acl', 'private', 'name'],
  ['Authorization', 'Bearer x', 'name'],
  ['User-Agent', 'x', 'name'],
  ['Access-Control-Allow-Origin', '*', 'name'],
  ['Cookie', 'a=b', 'forbidden'],
  ['HOST', 'x', 'forbidden'],
  ['Sec-Fetch-Mode', 'x', 'forbidden'],
  ['Proxy-', 'x', 'forbidden'],
  ['X-HTTP-Method-Override', 'PUT, trace', 'forbidden'],
  ['X-HTTP-Method-Override', '"PUT, trace"', 'name'],
  ['X-HTTP-Method-Override', 'PUT', 'name'],
  ['', 'x', 'invalid'],
  ['a b', 'x', 'invalid'],
  ['X-Foo:', 'x', 'invalid'],
  ['X-Foo', 'a\nb', 'invalid'],
  ['X-Foo', 'a\u0000b', 'invalid'],
  ['X-Foo', 'Δ', 'invalid'],
  ['X-Foo', '\n a \r', 'name']
];

describe('classifyHeader', () => {
  test.each(ROWS)('%s: %j is %s', (name, value, kind) => {
    const result = classifyHeader(name, value);
    expect(result.kind === 'unsafe' ? result.reason : result.kind).toBe(kind);
  });

  test('has an answer for every name and value', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        expect(['safelisted', 'unsafe', 'forbidden', 'invalid']).toContain(
          classifyHeader(name, value).kind
        );
      })
    );
  });
});

describe('judgeHeaders', () => {
  test('safelisted values may be long only up to a total of 1024', () => {
    const eight = Array.from({ length: 8 }, (): [string, string] => ['Accept', long(128)]);
    expect(unsafeNames(judgeHeaders(eight))).toEqual([]);
    expect(unsafeNames(judgeHeaders([...eight, ['Accept-Language', 'e']]))).toEqual([
      'accept',
      'accept-language'
    ]);
  });

  test('the names for the preflight are lower case, sorted, each once, and never a safe one', () => {
    const name = fc.constantFrom('X-B', 'x-b', 'x_a', 'X-A.', 'Accept', 'content-type', 'Range');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.constantFrom('bytes=0-1', 'text/plain'))), (list) => {
        const judged = judgeHeaders(list);
        const names = unsafeNames(judged);
        expect(names).toEqual([...new Set(names.map((each) => each.toLowerCase()))].sort());
        expect(new Set(names)).toEqual(
          new Set(judged.filter(({ reason }) => reason !== null).map(({ header }) => header))
        );
      })
    );
  });
});
