import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isToken, linesOf, splitList, tokensOf, trimHttpWhitespace, valueOf } from './syntax.ts';

test.each([
  ['x-foo', true],
  ["!#$%&'*+-.^_`|~", true],
  ['', false],
  ['a b', false],
  ['a:b', false],
  ['é', false]
])('isToken(%j) is %s', (text, is) => {
  expect(isToken(text)).toBe(is);
});

test('several lines of a header are one value, each without the white space around it', () => {
  const headers = [
    ['Vary', ' a\t'],
    ['X', 'y'],
    ['vary', 'b']
  ] as const;
  expect(linesOf(headers, 'VARY')).toEqual(['a', 'b']);
  expect(valueOf(headers, 'vary')).toBe('a, b');
  expect(valueOf(headers, 'etag')).toBeNull();
});

describe('tokensOf', () => {
  test.each<[string[], ReturnType<typeof tokensOf>]>([
    [[], null],
    [[''], { tokens: [] }],
    [['a,\tb ,,c', ' d'], { tokens: ['a', 'b', 'c', 'd'] }],
    [['a, b c, d e'], { invalid: 'b c' }],
    [['a', '"*"'], { invalid: '"*"' }]
  ])('%j', (lines, wanted) => {
    expect(
      tokensOf(
        lines.map((line) => ['X', line] as const),
        'x'
      )
    ).toEqual(wanted);
  });

  test('finds every token of any list', () => {
    const token = fc.stringMatching(/^[A-Za-z*-]{1,8}$/);
    fc.assert(
      fc.property(fc.array(token), fc.constantFrom(',', ' , ', ',\t,'), (tokens, comma) => {
        expect(tokensOf([['x', tokens.join(comma)]], 'X')).toEqual({ tokens });
      })
    );
  });
});

test.each([
  ['PUT, TRACE', ['PUT', 'TRACE']],
  ['"a,b" , c', ['"a,b"', 'c']],
  ['"a\\",b",c', ['"a\\",b"', 'c']],
  ['"a,b', ['"a,b']],
  ['', ['']]
])('splitList(%j)', (value, members) => {
  expect(splitList(value)).toEqual(members);
});

test('HTTP white space is trimmed at both ends only, and no other', () => {
  expect(trimHttpWhitespace('\r\n\t a\tb \n')).toBe('a\tb');
  expect(trimHttpWhitespace('\u00a0a\f')).toBe('\u00a0a\f');
  expect(trimHttpWhitespace(' \t ')).toBe('');
});
