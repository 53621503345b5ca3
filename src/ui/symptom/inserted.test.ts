import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertedLength } from './inserted.ts';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', 'abc', 0],
  ['abc', 'abxc', 1],
  ['abc', 'ac', 0],
  ['aaa', 'aaaa', 1],
  ['old rules', 'new rules', 3],
  ['abc', 'xyz', 3]
])('%s to %s', (before, after, length) => expect(insertedLength(before, after)).toBe(length));

test('a piece put anywhere counts no more than itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (head, piece, tail) => {
      expect(insertedLength(head + tail, head + piece + tail)).toBeLessThanOrEqual(piece.length);
    })
  );
});
