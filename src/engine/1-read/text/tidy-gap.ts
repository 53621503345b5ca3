/** What stands between two pieces of a text that is laid out. */
import type { TextEdit } from '../../model.ts';
import { lineEndOf } from './layout.ts';

export const TIDY_UNIT = '  ';

/** The gap between two offsets becomes `insert`. */
export const gap = (from: number, to: number, insert: string): TextEdit => ({
  span: { from, to },
  insert
});

/** A new line at a depth; one empty line before it stays where `blanks` has any and `parted` is true. */
export function newLine(text: string, depth: number, blanks = '', parted = false): string {
  const lineEnd = lineEndOf(text);
  const empty = parted && blanks.split(/\r\n|\r|\n/).length > 2;
  return (empty ? lineEnd : '') + lineEnd + TIDY_UNIT.repeat(Math.max(0, depth));
}
