import type { Header } from '../model.ts';

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Whether the text is an RFC 9110 token, as header names, methods and list members must be. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** The text without the characters of `set` at its ends. Linear, unlike a trailing `\s+$`. */
function trim(text: string, set: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && set.includes(text.charAt(from))) from++;
  while (to > from && set.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

// https://fetch.spec.whatwg.org/#http-whitespace
export const trimHttpWhitespace = (text: string): string => trim(text, '\t\n\r ');

// https://fetch.spec.whatwg.org/#http-tab-or-space
const trimTabOrSpace = (text: string): string => trim(text, '\t ');

/** The values of a header, one for each line, without the white space around them. */
export function linesOf(headers: readonly Header[], name: string): string[] {
  const lower = name.toLowerCase();
  const lines: string[] = [];
  for (const [key, value] of headers)
    if (key.toLowerCase() === lower) lines.push(trimTabOrSpace(value));
  return lines;
}

/**
 * The value of a header, several lines joined by `, `; null where it is not there.
 * https://fetch.spec.whatwg.org/#concept-header-list-get
 */
export function valueOf(headers: readonly Header[], name: string): string | null {
  const lines = linesOf(headers, name);
  return lines.length === 0 ? null : lines.join(', ');
}

/**
 * A header that holds a list of tokens: null where it is absent, the first bad member where it does not parse.
 * Empty members are no error (RFC 9110, 5.6.1.2).
 * https://fetch.spec.whatwg.org/#extract-header-list-values
 */
export function tokensOf(
  headers: readonly Header[],
  name: string
): { tokens: string[] } | { invalid: string } | null {
  const lines = linesOf(headers, name);
  if (lines.length === 0) return null;
  const tokens: string[] = [];
  for (const line of lines)
    for (const written of line.split(',')) {
      const member = trimTabOrSpace(written);
      if (member === '') continue;
      if (!isToken(member)) return { invalid: member };
      tokens.push(member);
    }
  return { tokens };
}

/**
 * The members of a comma list in which a quoted string may hold commas.
 * https://fetch.spec.whatwg.org/#header-value-get-decode-and-split
 */
export function splitList(value: string): string[] {
  const members: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at++) {
    const char = value.charAt(at);
    if (quoted && char === '\\') at++;
    else if (char === '"') quoted = !quoted;
    else if (char === ',' && !quoted) {
      members.push(trimTabOrSpace(value.slice(from, at)));
      from = at + 1;
    }
  }
  members.push(trimTabOrSpace(value.slice(from)));
  return members;
}
