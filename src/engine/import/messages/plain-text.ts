/**
 * A pasted text in two spellings of one length: as it was written, without the white space around its lines, and folded, so
 * that curly quotes, no-break spaces and line breaks read like the plain characters of a template.
 */
export interface PlainText {
  written: string;
  folded: string;
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
  const written = text
    .split(/\r\n|\r|\n/)
    .map((line) => withoutEllipsis(line.trim()))
    .join('\n');
  return { written, folded: fold(written) };
}

function withoutEllipsis(line: string): string {
  if (line.endsWith('…')) return line.slice(0, -1);
  return line.endsWith('...') ? line.slice(0, -3) : line;
}
