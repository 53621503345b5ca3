/** How the text around is laid out, so that what is added looks like it. */
import type { TextEdit } from '../../model.ts';

/** The line end that the text uses; LF where it has none. */
export function lineEndOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

export function hasLineEnd(text: string): boolean {
  return text.includes('\n') || text.includes('\r');
}

/** The blanks that begin the line in which `offset` stands. */
export function indentAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  let end = start;
  while (end < offset && (text[end] === ' ' || text[end] === '\t')) end++;
  return text.slice(start, end);
}

/** The blanks, line ends among them, that stand right before `offset`. */
export function blanksBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && ' \t\r\n'.includes(text.charAt(start - 1))) start--;
  return text.slice(start, offset);
}

const DEFAULT_UNIT = '  ';

/** How much further `inner` is indented than `outer`. */
export function indentUnit(outer: string, inner: string): string {
  return inner.length > outer.length && inner.startsWith(outer)
    ? inner.slice(outer.length)
    : DEFAULT_UNIT;
}

export function insertion(at: number, insert: string): TextEdit {
  return { span: { from: at, to: at }, insert };
}
