import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextEdit } from '#engine';
import { diffOf } from './diff.ts';

const edit = (from: number, to: number, insert: string): TextEdit => ({
  span: { from, to },
  insert
});
const edited = (text: string, edits: TextEdit[]): string =>
  edits.reduceRight(
    (all, { span, insert }) => all.slice(0, span.from) + insert + all.slice(span.to),
    text
  );
const shown = (text: string, edits: TextEdit[]): string[] =>
  diffOf(text, edited(text, edits), edits).map(({ sign, text }) =>
    sign === '@' ? text : sign + text
  );

const TEN = Array.from({ length: 10 }, (_, line) => `${line}\n`).join('');

test.each<[name: string, text: string, edits: TextEdit[], lines: string[]]>([
  ['no edit', 'a\n', [], []],
  ['a value replaced', 'a\nb\nc\n', [edit(2, 3, 'B')], ['@@ -1,3 +1,3 @@', ' a', '-b', '+B', ' c']],
  [
    'a line put before another',
    'a\nb\n',
    [edit(2, 2, 'x\n')],
    ['@@ -1,2 +1,3 @@', ' a', '+x', ' b']
  ],
  ['a line put after the last', 'a\n', [edit(2, 2, 'x\n')], ['@@ -1,1 +1,2 @@', ' a', '+x']],
  ['a line that went', 'a\nb\n', [edit(0, 2, '')], ['@@ -1,2 +1,1 @@', '-a', ' b']],
  ['an empty text', '', [edit(0, 0, 'x\ny\n')], ['@@ -0,0 +1,2 @@', '+x', '+y']],
  ['CRLF', 'a\r\nb\r\n', [edit(3, 4, 'B')], ['@@ -1,2 +1,2 @@', ' a', '-b', '+B']],
  [
    'two edits in a line',
    'abc\n',
    [edit(0, 1, 'A'), edit(2, 3, 'C')],
    ['@@ -1,1 +1,1 @@', '-abc', '+AbC']
  ],
  [
    'two edits whose contexts touch',
    TEN,
    [edit(0, 1, 'x'), edit(10, 11, 'y')],
    ['@@ -1,8 +1,8 @@', '-0', '+x', ' 1', ' 2', ' 3', ' 4', '-5', '+y', ' 6', ' 7']
  ],
  [
    'two edits far apart, the first of which adds a line',
    TEN,
    [edit(0, 0, 'x\n'), edit(18, 19, 'y')],
    ['@@ -1,2 +1,3 @@', '+x', ' 0', ' 1', '@@ -8,3 +9,3 @@', ' 7', ' 8', '-9', '+y']
  ]
])('%s', (_, text, edits, lines) => {
  expect(shown(text, edits)).toEqual(lines);
});

test('the lines kept and added are those of the edited text', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      lines,
      fc.nat(23),
      fc.nat(3),
      fc.constantFrom('', 'x', 'x\n', '\n'),
      (some, at, length, insert) => {
        const text = some.map((line) => `${line}\n`).join('');
        const from = Math.min(at, text.length);
        const to = Math.min(from + length, text.length);
        const after = text.slice(0, from) + insert + text.slice(to);
        const diff = diffOf(text, after, [edit(from, to, insert)]);
        const sides = (sign: '-' | '+') =>
          diff.filter((line) => line.sign === ' ' || line.sign === sign).map((line) => line.text);
        expect(text).toContain(sides('-').join('\n'));
        expect(after).toContain(sides('+').join('\n'));
        expect(diff.length > 0).toBe(after !== text);
      }
    )
  );
});
