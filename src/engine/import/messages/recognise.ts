import { grow, type LineMatch } from './line-match.ts';
import { PIECE, type LineIndex } from './line-index.ts';
import type { PlainText } from './plain-text.ts';

/** A place of a text that one known line explains best; several where they explain it equally well. */
export type RecognisedPlace = readonly [LineMatch, ...LineMatch[]];

/** So many characters must be there of a line that is not whole. */
const ENOUGH = 16;
/**
 * Words that many lines and most prose on CORS share: they tell of no line, so that as many letters as {@link OWN} must stand
 * beside them; where the text goes on in other words than the line, more, and two thirds of the line.
 */
const SHARED =
  /access-control-[a-z-]+|cross-origin(-[a-z]+)*|same[ -]origin|\b(origin|cors|policy|headers?|requests?|responses?|preflight|credentials?|flag|mode|true|value|the|of|in|is|a|an|not|must|be|to|for|when|if|are|that|and|on|by)\b/gi;
const OWN = 5;
const OWN_TORN = 12;
/** A console that was copied whole repeats itself; this many messages tell enough. */
const MOST = 400;

/**
 * Every known line in a text, whole or cut at either end, in the order of the text.
 * In: the text, and the lines to look for. Linear: at each place one piece is looked up, and few lines are tried.
 */
export function recognise(text: PlainText, index: LineIndex): RecognisedPlace[] {
  const { folded } = text;
  const found: LineMatch[] = [];
  for (let at = 0; at + PIECE <= folded.length && found.length < MOST; at++) {
    for (const place of index.get(folded.slice(at, at + PIECE)) ?? []) {
      // The piece before this one has led to the same find.
      if (place.before !== null && folded[at - 1] === place.before) continue;
      const grown = grow(text, at, place);
      if (grown.whole || isTold(grown)) found.push(grown);
    }
  }
  return best(found);
}

/** Whether what stands there of a line is evidence of that line, and not of CORS alone. */
function isTold({ line, words, support, torn }: LineMatch): boolean {
  if (support < ENOUGH) return false;
  const own = words.replace(SHARED, '').replace(/[^\p{L}]/gu, '').length;
  if (!torn) return own >= OWN;
  const all = line.literals.reduce((sum, literal) => sum + literal.length, 0);
  return own >= OWN_TORN && 3 * support >= 2 * all;
}

/** The finds that explain most, none of them over another; equal ones stand together. */
function best(found: readonly LineMatch[]): RecognisedPlace[] {
  const chosen: [LineMatch, ...LineMatch[]][] = [];
  for (const each of [...found].sort(byWorth)) {
    const rivals = chosen.filter(([first]) => overlaps(first, each));
    if (rivals.length === 0) chosen.push([each]);
    for (const rival of rivals) if (isRival(rival[0], each)) rival.push(each);
  }
  return chosen.sort(([one], [other]) => startOf(one) - startOf(other));
}

/** The more of a line is there the better, and best where it is whole. */
const byWorth = (one: LineMatch, other: LineMatch): number =>
  other.support - one.support || Number(other.whole) - Number(one.whole);

const isRival = (first: LineMatch, each: LineMatch): boolean =>
  first.line !== each.line && byWorth(first, each) === 0;

const startOf = ({ literals }: LineMatch): number => literals[0]?.from ?? 0;

const overlaps = (one: LineMatch, other: LineMatch): boolean =>
  one.literals.some((a) => other.literals.some((b) => a.from < b.to && b.from < a.to));
