/** Taking items and members out of YAML, in blocks and in brackets. */
import type { Span, TextEdit } from '../../model.ts';
import type { TreeArray, TreeMember, TreeObject } from '../tree/node.ts';
import { insertion } from '../text/layout.ts';
import { inOrder, removal, takeOut } from '../text/take-out.ts';
import { takeOutItems } from '../tree/take-out-items.ts';
import { columnAt, isFlow } from './style.ts';

/** A comment on the line of what ends before it. */
const COMMENT = /[ \t]+#[^\r\n]*/y;

/**
 * Where each item of a list stands, of a block from its dash on, and where `whole` is true with the comment that ends its last
 * line. Null where a dash is not where it should be.
 */
export function itemSpans(text: string, list: TreeArray, whole: boolean): Span[] | null {
  const known = whole ? knownWholes : knownItems;
  const found = known.get(list);
  if (found !== undefined) return found;
  const spans = findSpans(text, list, whole);
  known.set(list, spans);
  return spans;
}

/** A list belongs to one text, so its items are looked for once. */
const [knownItems, knownWholes] = [
  new WeakMap<TreeArray, Span[] | null>(),
  new WeakMap<TreeArray, Span[] | null>()
];

function findSpans(text: string, list: TreeArray, whole: boolean): Span[] | null {
  if (isFlow(text, list)) return list.items.map(({ span }) => span);
  const column = columnAt(text, list.span.from);
  const spans = list.items.flatMap(({ span }, at) => {
    const from = dashBefore(text, span.from, list.items[at - 1]?.span.to ?? 0, column);
    return from === null ? [] : [{ from, to: whole ? endOfComment(text, span.to) : span.to }];
  });
  return spans.length === list.items.length ? spans : null;
}

function endOfComment(text: string, at: number): number {
  COMMENT.lastIndex = at;
  return at + (COMMENT.exec(text)?.[0].length ?? 0);
}

/** The dash in a column, on the line of `at` or on one above it that begins behind `end`. */
function dashBefore(text: string, at: number, end: number, column: string): number | null {
  for (let line = text.lastIndexOf('\n', at - 1); ; line = text.lastIndexOf('\n', line - 1)) {
    if (text.startsWith(`${column}-`, line + 1)) return line + 1 + column.length;
    if (line < end || line <= 0) return null;
  }
}

/** The edits that take out one item of the list that `holder` has; a list in which none is left becomes an empty one. */
export function takeOutYamlItem(
  text: string,
  holder: TreeMember,
  list: TreeArray,
  at: number,
  whole = false
): TextEdit[] {
  const spans = itemSpans(text, list, whole);
  const item = spans?.[at];
  if (!spans || !item) return [];
  if (isFlow(text, list)) return takeOutItems(text, list.span, spans, [at]);
  const taken = takeOut(text, item);
  if (spans.length > 1) return [taken];
  const colon = text.indexOf(':', holder.keySpan.to);
  return [insertion(colon + 1, ' []'), taken];
}

/** The edits that take members out of a map; a map in which none is left becomes an empty one. */
export function takeOutYamlMembers(
  text: string,
  map: TreeObject,
  members: readonly TreeMember[]
): TextEdit[] {
  const places = members.map((one) => map.members.indexOf(one));
  const spans = map.members.map(({ span }) => span);
  if (isFlow(text, map)) return takeOutItems(text, map.span, spans, places);
  if (members.some(({ span }) => !beginsMap(text, span.from))) return [];
  if (members.length === map.members.length) return [{ span: map.span, insert: '{}' }];
  return inOrder(
    places.flatMap((at) => {
      const [span, after] = [spans[at], spans[at + 1]];
      if (!span) return [];
      if (at > 0 || !after) return [takeOut(text, span)];
      const gap = text.slice(span.to, after.from);
      const blanks = gap.length - gap.replace(/^[ \t]+/, '').length;
      return [removal(span.from, gap.trim() === '' ? after.from : span.to + blanks)];
    })
  );
}

/** True where nothing but dashes and blanks stands before a key on its line. */
const beginsMap = (text: string, at: number): boolean =>
  /^[- \t]*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
