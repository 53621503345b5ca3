/** Taking items out of brackets in which commas part them, as in JSON and what is like it. */
import type { Span, TextEdit } from '../../model.ts';
import { hasLineEnd } from '../text/layout.ts';
import { inOrder, removal, takeOut } from '../text/take-out.ts';

/** What may stand between an item and its comma. */
const PASSED = /(?:[ \t\r\n]+|(?:\/\/|#)[^\r\n]*|\/\*[^]*?\*\/)*/y;
const BLANK = /^[ \t\r\n]*$/;
const BLANK_OR_COMMAS = /^[ \t\r\n,]*$/;

/**
 * The edits that take the items at some places, in rising order, out of `node`, each with its comma; comments stay. Brackets in
 * which nothing is left close at once.
 */
export function takeOutItems(
  text: string,
  node: Span,
  items: readonly Span[],
  places: readonly number[]
): TextEdit[] {
  const inside = {
    from: node.from + 1,
    to: ']}'.includes(text.charAt(node.to - 1)) ? node.to - 1 : node.to
  };
  const gone = new Set(places);
  if (items.every((_, at) => gone.has(at)) && isBlankAround(text, inside, items)) {
    return [removal(inside.from, inside.to)];
  }
  return inOrder(places.flatMap((at) => takeOutItem(text, inside, items, at, gone)));
}

/** True where nothing but blanks and commas stands beside the items. */
function isBlankAround(text: string, inside: Span, items: readonly Span[]): boolean {
  const ends = [inside.from, ...items.flatMap(({ from, to }) => [from, to]), inside.to];
  return ends.every(
    (from, at) => at % 2 === 1 || BLANK_OR_COMMAS.test(text.slice(from, ends[at + 1]))
  );
}

function takeOutItem(
  text: string,
  inside: Span,
  items: readonly Span[],
  at: number,
  gone: ReadonlySet<number>
): TextEdit[] {
  const [before, item, after] = [items[at - 1], items[at], items[at + 1]];
  if (!item) return [];
  const comma = commaAfter(text, item.to, after?.from ?? inside.to);
  if (comma !== null) return takeOutWithComma(text, item, comma, before, after);
  const kept = items[keptBefore(at, gone)];
  const stray = after || !kept ? null : commaAfter(text, kept.to, item.from);
  if (!kept || stray === null) return [takeOut(text, item)];
  const joined = BLANK_OR_COMMAS.test(text.slice(kept.to, item.from));
  const ends = /^[ \t]*(?:[\r\n\]}]|$)/.test(text.slice(item.to, item.to + LOOK_AHEAD));
  return joined && ends && kept === before
    ? [removal(kept.to, item.to)]
    : [removal(stray, stray + 1), takeOut(text, item)];
}

/** The place of the last item before one that stays; -1 where there is none. */
function keptBefore(at: number, gone: ReadonlySet<number>): number {
  let place = at - 1;
  while (gone.has(place)) place -= 1;
  return place;
}

/** Blanks behind an item that are looked through for the end of its line. */
const LOOK_AHEAD = 200;

/** The item leaves with the comma behind it. */
function takeOutWithComma(
  text: string,
  item: Span,
  comma: number,
  before: Span | undefined,
  after: Span | undefined
): TextEdit[] {
  if (!BLANK.test(text.slice(item.to, comma))) {
    return [takeOut(text, item), removal(comma, comma + 1)];
  }
  const gap = after && text.slice(comma + 1, after.from);
  if (
    after &&
    gap !== undefined &&
    BLANK.test(gap) &&
    (!hasLineEnd(gap) || isFirstOfLine(text, item, before))
  ) {
    return [removal(item.from, after.from)];
  }
  return [takeOut(text, { from: item.from, to: comma + 1 })];
}

/** True for what stands behind its bracket, on the bracket's line. */
const isFirstOfLine = (text: string, { from }: Span, before: Span | undefined): boolean =>
  !before && '[{'.includes(text.charAt(from - 1));

/** Where the comma behind an item stands, or null where there is none before `end`. */
export function commaAfter(text: string, from: number, end: number): number | null {
  PASSED.lastIndex = from;
  const at = from + (PASSED.exec(text)?.[0].length ?? 0);
  return at < end && text[at] === ',' ? at : null;
}
