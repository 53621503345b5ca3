import { fold } from './plain-text.ts';
import type { KnownLine } from './known-line.ts';

/** A known line with its literals folded. */
export interface IndexedLine {
  known: KnownLine;
  literals: readonly string[];
}

/** Where a piece of text can stand in a known line. */
export interface Occurrence {
  line: IndexedLine;
  /** Which literal, and how far into it. */
  literal: number;
  offset: number;
  /** The character before it, where the piece that begins there is in the index too. */
  before: string | null;
}

/** By their pieces of {@link PIECE} characters, every known line that is recognised. */
export type LineIndex = ReadonlyMap<string, readonly Occurrence[]>;

/** As few characters of a literal are looked up at once; the shortest line has eleven. */
export const PIECE = 10;

/**
 * A piece that stands in more places than this says nothing of which line it is, such as `Access-Control-Allow-Origin`; it
 * also bounds what is tried at each place of a text.
 */
const MOST_PLACES = 8;

/** Cuts the literals of the lines into overlapping pieces. */
export function indexLines(known: readonly KnownLine[]): LineIndex {
  const index = new Map<string, Occurrence[]>();
  for (const each of known) {
    const line = { known: each, literals: each.line.literals.map(fold) };
    line.literals.forEach((text, literal) => {
      for (let offset = 0; offset + PIECE <= text.length; offset++) {
        const piece = text.slice(offset, offset + PIECE);
        const places = index.get(piece) ?? [];
        places.push({ line, literal, offset, before: null });
        index.set(piece, places);
      }
    });
  }
  for (const [piece, places] of index) if (places.length > MOST_PLACES) index.delete(piece);
  for (const place of [...index.values()].flat()) place.before = indexedBefore(index, place);
  return index;
}

function indexedBefore(index: LineIndex, { line, literal, offset }: Occurrence): string | null {
  const text = line.literals[literal] ?? '';
  if (offset === 0 || !index.has(text.slice(offset - 1, offset - 1 + PIECE))) return null;
  return text.charAt(offset - 1);
}
