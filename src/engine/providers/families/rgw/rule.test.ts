import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WrittenValue } from '../../../model.ts';
import { matchesPattern } from '../../../2-bucket/pattern.ts';
import { readNumber } from './number.ts';
import { compileRgwPattern, keptMethods, setOf } from './rule.ts';

const written = (value: string): WrittenValue => ({ value, span: { from: 0, to: 0 } });
const values = (list: WrittenValue[]): string[] => list.map(({ value }) => value);

describe('a pattern takes a text', () => {
  test.each([
    ['*', '', true],
    ['http://a*a', 'http://a', true],
    ['ab*ba', 'aba', true],
    ['ab*ba', 'ab', false],
    ['http://*.a.test', 'http://.a.test', true],
    ['http://*.a.test', 'http://a.test', false],
    ['http://*.a.test', 'HTTP://b.a.test', false],
    ['a*b*c', 'abc', false],
    ['**', '', false],
    // What stands around the star is taken without blanks.
    ['a *', 'ab', true],
    ['* b', 'ab', true],
    ['a b*', 'a bc', false],
    ['a b*', 'a b*', true]
  ])('%j %j: %j', (pattern, text, expected) => {
    expect(matchesPattern(compileRgwPattern(pattern), text)).toBe(expected);
  });

  test('where it begins and ends as the pattern does', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 4 });
    fc.assert(
      fc.property(piece, piece, piece, (prefix, suffix, text) => {
        const found = matchesPattern(compileRgwPattern(`${prefix}*${suffix}`), text);
        expect(found).toBe(text.startsWith(prefix) && text.endsWith(suffix));
      })
    );
  });
});

test('a set is in the order of its bytes and holds nothing twice', () => {
  const kept = values(setOf(['b', '\u{1f600}', 'a', '\uffee', 'B', 'a', 'ab'].map(written)));
  expect(kept).toEqual(['B', 'a', 'ab', 'b', '\uffee', '\u{1f600}']);
});

test('methods are kept in the order of the gateway, in capitals', () => {
  const sent = ['post', 'COPY', 'Head', 'GET', 'get', 'PATCH'];
  expect(values(keptMethods(sent.map(written)))).toEqual(['GET', 'HEAD', 'POST', 'COPY']);
});

describe('a number is read', () => {
  test.each<[string, bigint, string]>([
    ['', 0n, ''],
    ['0', 0n, ''],
    ['007', 7n, ''],
    [' \t+5', 5n, ''],
    ['5 ', 5n, ' '],
    ['1.5', 1n, '.5'],
    ['0x10', 0n, 'x10'],
    ['abc', 0n, 'abc'],
    [' ', 0n, ' '],
    ['-', 0n, '-'],
    ['-0', 0n, ''],
    ['-1', 2n ** 64n - 1n, ''],
    ['18446744073709551615', 2n ** 64n - 1n, ''],
    ['18446744073709551616', 2n ** 64n - 1n, ''],
    ['-18446744073709551617', 2n ** 64n - 1n, ''],
    [`${'0'.repeat(1000)}9${'9'.repeat(1000)}`, 2n ** 64n - 1n, '']
  ])('%j', (text, value, rest) => {
    expect(readNumber(text)).toEqual({ value, rest });
  });
});
