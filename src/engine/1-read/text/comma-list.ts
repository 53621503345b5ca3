/** Lists that are written as one text, in which commas part the members. */
import type { TextEdit, WrittenValue } from '../../model.ts';
import { insertion } from './layout.ts';
import { removal } from './take-out.ts';

/**
 * The members of a list, each without the blanks around it and where it stands; a blank text is an empty list. `raw` is the
 * text in the place of `list`, and `decode` says what a piece of it stands for, null where it stands for nothing alone.
 * A list that cannot be cut up so has members that all stand where the list does.
 */
export function commaItems(
  { value, span }: WrittenValue,
  raw: string,
  decode: (piece: string) => string | null
): WrittenValue[] {
  if (trimBlanks(raw) === '') return [];
  const items: WrittenValue[] = [];
  let at = 0;
  for (const piece of raw.split(',')) {
    const trimmed = trimBlanks(piece);
    const from = span.from + at + (trimmed === '' ? 0 : piece.indexOf(trimmed));
    const decoded = decode(trimmed);
    if (decoded === null || decoded.includes(',')) {
      return value.split(',').map((member) => ({ value: trimBlanks(member), span }));
    }
    items.push({ value: decoded, span: { from, to: from + trimmed.length } });
    at += piece.length + 1;
  }
  return items;
}

/** True where a value can be a member of such a list. */
export const isItem = (value: string): boolean =>
  value !== '' && !value.includes(',') && trimBlanks(value) === value;

/** True where a list can be written so and read back. */
export const isCommaList = (values: readonly string[]): boolean => values.every(isItem);

/** The edit that puts `value`, encoded as its place in the text asks, before the member at `at`, else behind the last. */
export function addItem(
  text: string,
  items: readonly WrittenValue[],
  at: number,
  value: string,
  encode: (value: string) => string
): TextEdit[] {
  const [next, last] = [items[at], items.at(-1)];
  if (!last) return [];
  if (!standApart(items)) {
    return [rewrite(items, items.map(valueOf).toSpliced(at, 0, value), encode)];
  }
  const second = Math.max(1, Math.min(at, items.length - 1));
  const [first, then] = [items[second - 1], items[second]];
  const separator = first && then ? text.slice(first.span.to, then.span.from) : ',';
  return next
    ? [insertion(next.span.from, encode(value) + separator)]
    : [insertion(last.span.to, separator + encode(value))];
}

/** The edit that puts `value` in the place of one member. */
export function replaceItem(
  items: readonly WrittenValue[],
  index: number,
  value: string,
  encode: (value: string) => string
): TextEdit[] {
  const item = items[index];
  if (!item) return [];
  return standApart(items)
    ? [{ span: item.span, insert: encode(value) }]
    : [rewrite(items, items.map(valueOf).with(index, value), encode)];
}

/** The edit that takes one member out, with its comma. */
export function removeItem(
  items: readonly WrittenValue[],
  index: number,
  encode: (value: string) => string
): TextEdit[] {
  const [before, item, after] = [items[index - 1], items[index], items[index + 1]];
  const left = items.map(valueOf).toSpliced(index, 1);
  if (!item || !isSayable(left)) return [];
  if (!standApart(items)) return [rewrite(items, left, encode)];
  const from = before && !after ? before.span.to : item.span.from;
  return [removal(from, after ? after.span.from : item.span.to)];
}

/** False for a list of one empty member, which is written as a list of none is. */
export const isSayable = (values: readonly string[]): boolean =>
  values.length !== 1 || values[0] !== '';

const valueOf = ({ value }: WrittenValue): string => value;

/** False where all members stand where the list does. */
const standApart = (items: readonly WrittenValue[]): boolean =>
  items.length < 2 || items[0]?.span.from !== items[1]?.span.from;

const rewrite = (
  items: readonly WrittenValue[],
  values: readonly string[],
  encode: (value: string) => string
): TextEdit => ({
  span: items[0]?.span ?? { from: 0, to: 0 },
  insert: values.map(encode).join(',')
});

/** Without blanks and line ends around it. https://www.w3.org/TR/xml/#sec-white-space */
function trimBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && BLANKS.includes(text.charAt(from))) from++;
  while (to > from && BLANKS.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

const BLANKS = ' \t\r\n';
