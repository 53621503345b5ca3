/**
 * Texts that stand for all others: for every set of patterns that some text meets, and no text beside them meets exactly
 * those, there is one here. A pattern with one `*` looks at nothing but how a text begins, how it ends and how long it is, so
 * a text of each beginning, each end and something between that prolongs neither stands for all of that kind.
 */
import type { Pattern } from '../2-bucket/pattern.ts';
import { endsOf, overlapsOf, type Ends } from './ends.ts';

/** What texts are possible, and how one that a person likes to read is made. */
export interface Language {
  accepts(text: string): boolean;
  /** What may stand between two ends, the likeliest first; `@` is a word and `#` a number. */
  shapes: readonly string[];
  words: readonly string[];
  numbers: readonly string[];
  /** What a word may be made of where none of `words` serves. */
  letters: string;
  /** How little a person likes to read it; the least is taken of each kind. */
  oddness(text: string): number;
}

export interface Representatives {
  /** Those that are written first, then those that a person likes to read. */
  texts: string[];
  /** False where the patterns are too many, or too many have several `*`, for all kinds of texts to be here. */
  exhaustive: boolean;
}

/** Pairs of ends that are tried. */
const PAIR_LIMIT = 4_000;
/** Patterns with several `*` of which every order of their middles is tried. */
const MIDDLES_LIMIT = 2;

const DIGITS = '0123456789';

/** The characters by which one of `texts` goes on after `text`. */
const following = (text: string, texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .filter((other) => other.length > text.length && other.startsWith(text))
      .map((other) => other.charAt(text.length))
  );

/** The same before `text`. */
const preceding = (text: string, texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .filter((other) => other.length > text.length && other.endsWith(text))
      .map((other) => other.charAt(other.length - text.length - 1))
  );

/** The first of `liked` that prolongs neither end, or one made for that; null where every one does. */
function between(
  liked: readonly string[],
  letters: string,
  after: ReadonlySet<string>,
  before: ReadonlySet<string>
): string | null {
  const fits = (word: string) =>
    !after.has(word.charAt(0)) && !before.has(word.charAt(word.length - 1));
  const found = liked.find(fits);
  if (found !== undefined) return found;
  const first = [...letters].find((letter) => !after.has(letter));
  const last = [...letters].find((letter) => !before.has(letter));
  return first === undefined || last === undefined ? null : first + last;
}

/** What may stand in the middle: nothing, what a pattern with several `*` asks for there, or that of two of them. */
function fillings({ middles }: Ends): string[][] {
  const tried = middles.slice(0, MIDDLES_LIMIT);
  const pairs = tried.flatMap((one) =>
    tried.filter((other) => other !== one).map((other) => [...one, ...other])
  );
  return [[], ...tried, ...pairs];
}

/** What stands between two ends, by every shape that needs no word or number where there is none. */
const fillersOf = (shapes: readonly string[], word: string | null, number: string | null) =>
  shapes
    .filter(
      (shape) =>
        (word !== null || !shape.includes('@')) && (number !== null || !shape.includes('#'))
    )
    .map((shape) => shape.replaceAll('@', word ?? '').replaceAll('#', number ?? ''));

/** Every text of `language` that stands for others as far as these patterns go. */
export function representatives(
  patterns: readonly Pattern[],
  { accepts, shapes, words, numbers, letters, oddness }: Language
): Representatives {
  const ends = endsOf(patterns);
  const { literals, prefixes, suffixes, middles } = ends;
  const written = literals.filter(accepts);
  const made = new Set<string>();
  const take = (text: string) => {
    if (accepts(text)) made.add(text);
  };
  const fills = fillings(ends);
  // Between two ends of such a pattern, a letter that it asks for would be met by chance.
  const apart = [...letters].filter((letter) => !middles.flat().join('').includes(letter)).join('');
  const rows = prefixes.slice(0, Math.max(1, Math.floor(PAIR_LIMIT / suffixes.length)));
  const afters = new Map(rows.map((prefix) => [prefix, following(prefix, prefixes)]));
  for (const suffix of suffixes.slice(0, PAIR_LIMIT)) {
    const before = preceding(suffix, suffixes);
    for (const prefix of rows) {
      const after = afters.get(prefix) ?? new Set();
      const number = between(numbers, DIGITS, after, before);
      const fitting = [
        between(words, letters, after, before),
        ...(middles.length > 0 ? [between([], apart, after, before)] : [])
      ];
      for (const filler of fitting.flatMap((word) => fillersOf(shapes, word, number))) {
        for (const parts of fills) {
          take(prefix + [filler, ...parts.map((part) => part + filler)].join('') + suffix);
        }
      }
      overlapsOf(prefix, suffix).forEach(take);
    }
  }
  return {
    texts: [...written, ...[...made].sort((one, other) => oddness(one) - oddness(other))],
    exhaustive: prefixes.length * suffixes.length <= PAIR_LIMIT && middles.length <= MIDDLES_LIMIT
  };
}
