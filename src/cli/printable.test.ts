import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test.each([
  ['plain text', 'a\tb é 源 😀', 'a\tb é 源 😀'],
  ['an escape sequence', '\x1b[31mred', '\\u{1b}[31mred'],
  ['a title sequence with a bell', '\x1b]0;t\x07', '\\u{1b}]0;t\\u{7}'],
  ['an eight-bit escape', '\x9b31m', '\\u{9b}31m'],
  ['line ends', 'a\r\nb', 'a\\u{d}\\u{a}b'],
  ['a delete', 'a\x7f', 'a\\u{7f}'],
  ['a turn of the direction', 'a\u202Eb', 'a\\u{202e}b']
])('%s', (_, text, safe) => {
  expect(printable(text)).toBe(safe);
});
