/** Taking a piece of a text out, and moving one among others, with the layout around it kept. */
import type { Span, TextEdit } from '../../model.ts';

/**
 * The edit that takes a piece out: with its lines and the line end before them where it stands there alone, and with the empty
 * line before it where one is left after it or nothing follows; else with the blanks that part it from what stands before it on
 * its line, or after it where nothing stands before.
 */
export function takeOut(text: string, { from, to }: Span): TextEdit {
  const start = skipBack(text, from);
  const end = skipOn(text, to);
  const before = lineEndBefore(text, start);
  const after = lineEndAfter(text, end);
  if (start > 0 && before === 0) return removal(start, to);
  if (end < text.length && after === 0) return removal(from, end);
  if (before === 0) return removal(start, end + after);
  const above = skipBack(text, start - before);
  const parted = lineEndBefore(text, above);
  return parted > 0 && closesAfter(text, end + after)
    ? removal(above - parted, end)
    : removal(start - before, end);
}

/** True where the line at `at` is empty, closes what is around, or is not there. */
const closesAfter = (text: string, at: number): boolean => {
  const next = skipOn(text, at);
  return CLOSING.test(text.slice(next, next + 2));
};

const CLOSING = /^(?:[\r\n}\]]|<\/|$)/;

/** How long the line end before an offset is; 0 where there is none. */
function lineEndBefore(text: string, at: number): number {
  if (at > 1 && text.startsWith('\r\n', at - 2)) return 2;
  return isLineEnd(text[at - 1]) ? 1 : 0;
}

function lineEndAfter(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return 2;
  return isLineEnd(text[at]) ? 1 : 0;
}

/** Removals in the order of the text; those that touch are one. */
export function inOrder(removals: readonly TextEdit[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { span } of removals.toSorted((a, b) => a.span.from - b.span.from)) {
    const before = edits.at(-1);
    if (before && span.from <= before.span.to) {
      before.span.to = Math.max(before.span.to, span.to);
    } else edits.push(removal(span.from, span.to));
  }
  return edits;
}

export function removal(from: number, to: number): TextEdit {
  return { span: { from, to }, insert: '' };
}

const isLineEnd = (character: string | undefined): boolean =>
  character === '\n' || character === '\r';

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

function skipBack(text: string, at: number): number {
  while (isBlank(text[at - 1])) at--;
  return at;
}

function skipOn(text: string, at: number): number {
  while (isBlank(text[at])) at++;
  return at;
}

/**
 * The edits that move the piece in one place to another place, both counted from 0, `to` once it is taken out; a place
 * beyond the last is the last. What parts the places stays where it is.
 */
export function moveAmong(
  text: string,
  places: readonly Span[],
  from: number,
  to: number
): TextEdit[] {
  const target = Math.max(0, Math.min(to, places.length - 1));
  const moved = places[from];
  const goal = places[target];
  if (!moved || !goal || from === target) return [];
  const pieceOf = ({ from, to }: Span) => text.slice(from, to);
  const low = Math.min(from, target);
  const passed = places.slice(low, Math.max(from, target) + 1);
  const partings = passed.slice(1).map((place, index) => text.slice(passed[index]?.to, place.from));
  const [parting = ''] = partings;
  if (partings.some((other) => other !== parting)) {
    const order = passed.toSpliced(from - low, 1).toSpliced(target - low, 0, moved);
    return passed.map((span, index) => ({ span, insert: pieceOf(order[index] ?? span) }));
  }
  const taken =
    from < target
      ? removal(moved.from, moved.to + parting.length)
      : removal(moved.from - parting.length, moved.to);
  const put =
    from < target
      ? { span: { from: goal.to, to: goal.to }, insert: parting + pieceOf(moved) }
      : { span: { from: goal.from, to: goal.from }, insert: pieceOf(moved) + parting };
  return from < target ? [taken, put] : [put, taken];
}
