/** How servers read a request header that stands on more than one line, or with blanks around its value. */
import type { Header } from '../model.ts';

/** The values of every line of that lower-case name, in order, without the blanks that HTTP allows around them. */
function linesOf(headers: readonly Header[], lowerName: string): string[] {
  const values: string[] = [];
  for (const [name, value] of headers) {
    if (name.length === lowerName.length && name.toLowerCase() === lowerName) {
      values.push(trimBlanks(value));
    }
  }
  return values;
}

/** A header value without optional blanks. https://www.rfc-editor.org/rfc/rfc9110#section-5.5 */
function trimBlanks(value: string): string {
  let from = 0;
  let to = value.length;
  while (from < to && isBlank(value.charCodeAt(from))) from++;
  while (to > from && isBlank(value.charCodeAt(to - 1))) to--;
  return value.slice(from, to);
}

const isBlank = (code: number): boolean => code === 32 || code === 9;

/** The first line, for a server that looks no further; null where there is none. */
export const firstLine = (headers: readonly Header[], lowerName: string): string | null =>
  linesOf(headers, lowerName)[0] ?? null;

/** The last line, for a server that keeps one value for each name; null where there is none. */
export const lastLine = (headers: readonly Header[], lowerName: string): string | null =>
  linesOf(headers, lowerName).at(-1) ?? null;

/** All lines joined: by commas as CGI and WSGI hand them on, by a comma and a blank as Node.js does; null where there is none. */
export function joinLines(
  headers: readonly Header[],
  lowerName: string,
  separator = ','
): string | null {
  const lines = linesOf(headers, lowerName);
  return lines.length === 0 ? null : lines.join(separator);
}
