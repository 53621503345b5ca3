/** Puts what is printed between the brackets of a tree, comments left with what they speak of. */
import type { Span, TextEdit } from '../../model.ts';
import type { TreeArray, TreeObject } from './node.ts';
import { insides, type TreeStyle } from './style.ts';
import { hasLineEnd, indentAt, insertion } from '../text/layout.ts';
import { commaAfter } from './take-out-items.ts';

type Print = (indent: string) => string;

/**
 * The edits that put something at `index` between the brackets of `node`; `block` counts where they are empty. A comment
 * stays with what it stands behind or above.
 */
export function insertInside(
  text: string,
  node: TreeArray | TreeObject,
  index: number,
  block: boolean,
  style: TreeStyle,
  print: Print
): TextEdit[] {
  const items = insides(node);
  const [twoBefore, before, after] = [items[index - 2], items[index - 1], items[index]];
  const start = node.span.from + 1;
  if (after) return insertBefore(text, before?.to ?? null, start, after, style, print);
  if (before) {
    const ownLine = hasLineEnd(text.slice(twoBefore?.to ?? start, before.from));
    return insertLast(text, before, ownLine, node.span.to, style, print);
  }
  const outer = indentAt(text, node.span.from);
  if (!block) return [insertion(start, print(outer))];
  const indent = outer + style.unit;
  const closed = hasLineEnd(text.slice(start, node.span.to)) ? '' : style.lineEnd + outer;
  return [insertion(start, style.lineEnd + indent + print(indent) + closed)];
}

/** Before `after`; `before` is where the item before it ends, null where the bracket at `start` opens before it. */
function insertBefore(
  text: string,
  before: number | null,
  start: number,
  after: Span,
  style: TreeStyle,
  print: Print
): TextEdit[] {
  const comma = before === null ? null : commaAfter(text, before, after.from);
  const indent = indentAt(text, after.from);
  if (before !== null && comma === null) {
    return [insertion(before, style.comma + print(indent))];
  }
  const from = comma === null ? start : comma + 1;
  const gap = text.slice(from, after.from);
  if (!hasLineEnd(gap)) {
    return comma === null
      ? [insertion(after.from, print(indent) + style.comma)]
      : [insertion(comma, style.comma + print(indent))];
  }
  const line = gap.trim() === '' ? null : behindComments(text, from);
  return line === null
    ? [insertion(after.from, `${print(indent)},${style.lineEnd}${indent}`)]
    : [insertion(line, `${style.lineEnd}${indent}${print(indent)},`)];
}

/** Behind `before`, which is the last in brackets that end at `end`. */
function insertLast(
  text: string,
  before: Span,
  ownLine: boolean,
  end: number,
  style: TreeStyle,
  print: Print
): TextEdit[] {
  const indent = indentAt(text, before.from);
  const printed = (ownLine ? style.lineEnd + indent : '') + print(indent);
  const comma = commaAfter(text, before.to, end);
  const line = ownLine ? behindComments(text, comma === null ? before.to : comma + 1) : null;
  if (line !== null && comma !== null) return [insertion(line, `${printed},`)];
  if (line !== null && text.slice(before.to, line).trim() !== '') {
    return [insertion(before.to, ','), insertion(line, printed)];
  }
  return [insertion(before.to, (ownLine ? ',' : style.comma) + printed)];
}

/** What may stand behind something on its line and speaks of it. */
const REST_OF_LINE =
  /[ \t]*(?:\/\*(?:(?!\*\/)[^\r\n])*\*\/[ \t]*)*(?:(?:\/\/|#)[^\r\n]*)?(?=[\r\n])/y;

/** Where the line of an offset ends, if nothing but comments follows on it; else null. */
function behindComments(text: string, at: number): number | null {
  REST_OF_LINE.lastIndex = at;
  const rest = REST_OF_LINE.exec(text);
  return rest && at + rest[0].length;
}
