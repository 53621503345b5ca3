import type { Span } from '../../model.ts';

/**
 * A pasted text in two spellings of one length: as it was written, without the white space around its lines, and folded, so
 * that curly quotes, no-break spaces and line breaks read like the plain characters of a template.
 */
export interface PlainText {
  written: string;
  folded: string;
  /** Where each of its lines begins in the pasted text, and how far that is from where it begins here. */
  lines: readonly { from: number; shift: number }[];
}

/** What each plain character is typed as by programs, languages and people. Both of a pair have one length in UTF-16. */
const TYPED: readonly (readonly [plain: string, typed: string])[] = [
  ["'", '‘’‚‹›“”„«»「」『』`´"'],
  [' ', '\u00a0\u2009\u202f\u3000\t\n'],
  ['(', '（'],
  [')', '）'],
  [':', '：'],
  [',', '，'],
  // Russian is written with and without its dots.
  ['е', 'ё']
];
const PLAIN: ReadonlyMap<string, string> = new Map(
  TYPED.flatMap(([plain, typed]) => [...typed].map((char) => [char, plain] as const))
);
const ANY_TYPED = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'g');

/** The text with every character that is typed in several ways in its plainest. Keeps the length. */
export const fold = (text: string): string =>
  text.replace(ANY_TYPED, (char) => PLAIN.get(char) ?? char);

/** Prepares a text for reading. An ellipsis at the end of a line is where somebody cut it. */
export function plainText(text: string): PlainText {
  const lines: { from: number; shift: number }[] = [];
  let original = 0;
  let from = 0;
  const written = text
    .split(/(\r\n|\r|\n)/)
    .flatMap((piece, index) => {
      const begin = original;
      original += piece.length;
      if (index % 2 === 1) return [];
      const line = withoutEllipsis(piece.trim());
      lines.push({ from, shift: begin + piece.length - piece.trimStart().length - from });
      from += line.length + 1;
      return [line];
    })
    .join('\n');
  return { written, folded: fold(written), lines };
}

/** Where a range of the plain text stands in the text that was pasted. */
export function originalSpan({ lines }: PlainText, { from, to }: Span): Span {
  return { from: from + shiftAt(lines, from), to: to + shiftAt(lines, Math.max(from, to - 1)) };
}

function shiftAt(lines: PlainText['lines'], at: number): number {
  let low = 0;
  let high = lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.from ?? 0) <= at) low = middle;
    else high = middle;
  }
  return lines[low]?.shift ?? 0;
}

function withoutEllipsis(line: string): string {
  if (line.endsWith('…')) return line.slice(0, -1);
  return line.endsWith('...') ? line.slice(0, -3) : line;
}
