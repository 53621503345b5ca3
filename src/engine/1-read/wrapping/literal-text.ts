/** What stands between the quotes of a language, as JSON has it. */
import type { Span } from '../../model.ts';

/** A sign that stands for another. */
const ESCAPE = /\\(?:u[\da-f]{4}|x[\da-f]{2}|[^])/iy;

function unescaped(part: string): string {
  if (/^\\x/i.test(part) && part.length === 4) {
    return String.fromCharCode(Number.parseInt(part.slice(2), 16));
  }
  try {
    return JSON.parse(`"${part}"`) as string;
  } catch {
    return part.slice(1);
  }
}

/** Puts each sign of a text, with its place; in a `raw` one a backslash is nothing but itself. */
export function writeText(
  text: string,
  { from, to }: Span,
  raw: boolean,
  put: (from: number, to: number, words: string) => void
): void {
  for (let at = from; at < to;) {
    ESCAPE.lastIndex = at;
    const escape = raw ? null : (ESCAPE.exec(text)?.[0] ?? null);
    // A letter of two units stays whole.
    const units = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    const part = text.slice(at, Math.min(at + (escape?.length ?? units), to));
    const meant = escape === null ? part : unescaped(part);
    put(at, at + part.length, JSON.stringify(meant).slice(1, -1));
    at += part.length;
  }
}
