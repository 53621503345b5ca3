/**
 * A pasted text in two spellings of one length: as it was written, without the white space around its lines, and folded, so
 * that curly quotes, no-break spaces and line breaks read like the plain characters of a template.
 */
export interface PlainText {
  written: string;
  folded: string;
}

const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '\u00a0': ' ',
  '\t': ' ',
  '\n': ' '
};

/** The text with every character that is typed in several ways in its plainest. Keeps the length. */
export const fold = (text: string): string =>
  text.replace(/[‘’“”\u00a0\t\n]/g, (char) => PLAIN[char] ?? char);

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
