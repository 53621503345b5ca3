import type { Span } from '../../model.ts';
import type { IndexedLine, Occurrence } from './line-index.ts';
import type { PlainText } from './plain-text.ts';

/** A known line as far as it stands in the text. */
export interface LineMatch {
  line: IndexedLine;
  /** The literals that were found, or parts of them, in the order of the text. */
  literals: readonly Span[];
  /** How many characters of the literals were found, less where the line breaks off in the midst of the text's. */
  support: number;
  /** What was found, without the words that are cut. */
  words: string;
  /** True where the text goes on, or began, in other words than the line. */
  torn: boolean;
  /** True where all of its literals are there. */
  whole: boolean;
  slots: Map<string, string>;
}

/** The longest value of a slot: an address with a temporary key in it is the longest that there is. */
const LONGEST = 4096;
/** What a line is worth less that goes on, or began, otherwise than its literal: it is more likely another line. */
const TORN = 8;
/** So much of a literal that is cut off must be there for the slot beside it to be whole. */
const LEAST = 2;

/** Slots whose values hold no blank; every other one goes on to the next literal, or to the end of the line. */
const WORDS: ReadonlySet<string> = new Set([
  ...['url', 'first', 'page', 'origin', 'host', 'location', 'status', 'error', 'scheme'],
  ...['method', 'header', 'exposed', 'part']
]);

interface Growth {
  literals: Span[];
  slots: Map<string, string>;
  whole: boolean;
  /** True where a value is followed by other words than the line's. */
  torn: boolean;
}

/**
 * Grows a piece of a known line to all that stands of it in the text, over its slots, to both sides. A line that is cut off at
 * either end, by the text's end or by anything else, is taken as far as it goes; a value at the cut is left out.
 */
export function grow(
  text: PlainText,
  at: number,
  { line, literal, offset }: Occurrence
): LineMatch {
  const { folded } = text;
  const own = line.literals[literal] ?? '';
  let from = at;
  let first = offset;
  while (first > 0 && from > 0 && folded[from - 1] === own[first - 1])
    [from, first] = [from - 1, first - 1];
  let to = at;
  let last = offset;
  while (last < own.length && folded[to] === own[last]) [to, last] = [to + 1, last + 1];

  const before = first === 0 ? growLeft(text, line, literal, from) : cut();
  const after = last === own.length ? growRight(text, line, literal, to) : cut();
  const literals = [...before.literals, { from, to }, ...after.literals];
  const isTorn =
    (first > 0 && !startsLine(text, from)) || (last < own.length && !endsLine(text, to));
  return {
    line,
    literals,
    support: literals.reduce((sum, span) => sum + span.to - span.from, isTorn ? -TORN : 0),
    words: [
      ...before.literals.map((span) => folded.slice(span.from, span.to)),
      wholeWords(own, first, last),
      ...after.literals.map((span) => folded.slice(span.from, span.to))
    ].join(' '),
    torn: isTorn || after.torn,
    whole: before.whole && after.whole,
    slots: new Map([...before.slots, ...after.slots])
  };
}

/** A part of a literal, without the word at either end that goes on outside it. */
function wholeWords(literal: string, from: number, to: number): string {
  let [first, last] = [from, to];
  if (isLetter(literal.charAt(from - 1)))
    while (first < to && isLetter(literal.charAt(first))) first++;
  if (isLetter(literal.charAt(to)))
    while (last > first && isLetter(literal.charAt(last - 1))) last--;
  return literal.slice(first, last);
}

/** Names of headers are words too. */
const isLetter = (char: string): boolean => /^[a-z-]$/i.test(char);

const startsLine = ({ written }: PlainText, at: number): boolean =>
  at === 0 || written[at - 1] === '\n';
const endsLine = ({ written }: PlainText, at: number): boolean =>
  at === written.length || written[at] === '\n';

const cut = (): Growth => ({ literals: [], slots: new Map(), whole: false, torn: false });

function growRight(text: PlainText, line: IndexedLine, literal: number, start: number): Growth {
  const grown: Growth = { literals: [], slots: new Map(), whole: true, torn: false };
  let at = start;
  for (let index = literal; index < line.literals.length - 1; index++) {
    const slot = line.known.line.slots[index] ?? '';
    const next = line.literals[index + 1] ?? '';
    const isLast = index + 2 === line.literals.length;
    const endsLine = isLast && next.length <= LEAST;
    const found = (endsLine ? endOfLine : nextLiteral)(text, at, slot, next);
    if (found === null) return { ...grown, whole: false, torn: goesOn(text, at, slot) };
    grown.slots.set(slot, text.written.slice(at, found.from));
    if (found.to > found.from) grown.literals.push(found);
    if (found.to - found.from < next.length) return { ...grown, whole: false };
    at = found.to;
  }
  return grown;
}

/** Whether more words follow a value that is one word. */
function goesOn({ written }: PlainText, at: number, slot: string): boolean {
  const [line = ''] = written.slice(at, at + LONGEST).split('\n', 1);
  return WORDS.has(slot) && line.trim().includes(' ');
}

/**
 * Where a value ends that nothing, or next to nothing, follows: with its word, or with its line. Null where that little is
 * missing, since the value may then be cut off too; a status has three digits, and an address ends its line.
 */
function endOfLine(
  { folded, written }: PlainText,
  at: number,
  slot: string,
  next: string
): Span | null {
  const rest = written.slice(at, at + LONGEST);
  const isWord = WORDS.has(slot);
  const stop = rest.search(isWord ? /\s/ : /\n/);
  const end = at + (stop === -1 ? rest.length : stop);
  const value = folded.slice(at, end);
  // What may stand behind the last mark of a line that is not a word's, such as brackets of a line around it.
  const last = isWord ? value.length - next.length : value.lastIndexOf(next);
  if (last >= 0 && value.startsWith(next, last))
    return { from: at + last, to: at + last + next.length };
  if (slot === 'status')
    return /^\d{3}$/.test(value.slice(0, 3)) ? { from: at + 3, to: at + 3 } : null;
  return slot === 'url' && written[end] !== ' ' ? { from: end, to: end } : null;
}

/** The next literal, or as much of it as the line still has; null where the value before it does not end. */
function nextLiteral(
  { folded, written }: PlainText,
  at: number,
  slot: string,
  next: string
): Span | null {
  const window = folded.slice(at, at + LONGEST + next.length);
  const length = window.indexOf(next);
  if (length !== -1)
    return isValue(slot, window.slice(0, length))
      ? { from: at + length, to: at + length + next.length }
      : null;
  const lineEnd = written.slice(at, at + LONGEST).indexOf('\n');
  const rest = folded.slice(at, at + (lineEnd === -1 ? LONGEST : lineEnd));
  for (let size = Math.min(next.length - 1, rest.length); size >= LEAST; size--) {
    const from = at + rest.length - size;
    if (rest.endsWith(next.slice(0, size)))
      return isValue(slot, folded.slice(at, from)) ? { from, to: from + size } : null;
  }
  return null;
}

const isValue = (slot: string, value: string): boolean => !WORDS.has(slot) || !value.includes(' ');

function growLeft(text: PlainText, line: IndexedLine, literal: number, end: number): Growth {
  const grown: Growth = { literals: [], slots: new Map(), whole: true, torn: false };
  let at = end;
  for (let index = literal; index > 0; index--) {
    const slot = line.known.line.slots[index - 1] ?? '';
    const previous = line.literals[index - 1] ?? '';
    const found = previousLiteral(text, at, slot, previous);
    if (found === null) return { ...grown, whole: false };
    grown.slots.set(slot, text.written.slice(found.to, at));
    grown.literals.unshift(found);
    if (found.to - found.from < previous.length) return { ...grown, whole: false };
    at = found.from;
  }
  return grown;
}

/** The literal before a slot, or its end where the line begins with that; null where the value before does not begin. */
function previousLiteral(
  { folded, written }: PlainText,
  end: number,
  slot: string,
  previous: string
): Span | null {
  const floor = Math.max(0, end - LONGEST - previous.length);
  const window = folded.slice(floor, end);
  const start = window.lastIndexOf(previous);
  if (start !== -1) {
    const to = floor + start + previous.length;
    return isValue(slot, folded.slice(to, end)) ? { from: to - previous.length, to } : null;
  }
  const lineBreak = written.slice(floor, end).lastIndexOf('\n');
  if (lineBreak === -1 && floor > 0) return null;
  const lineStart = floor + lineBreak + 1;
  const rest = folded.slice(lineStart, end);
  for (let size = Math.min(previous.length - 1, rest.length); size >= LEAST; size--) {
    const to = lineStart + size;
    if (rest.startsWith(previous.slice(-size)))
      return isValue(slot, folded.slice(to, end)) ? { from: lineStart, to } : null;
  }
  return null;
}
