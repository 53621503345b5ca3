/** Writes a piece of JSON as the language around writes what stands beside it. */
import type { LiteralStyle } from './literal-style.ts';

const TOKENS = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^"[\]{}:,]+/g;

/** A text between the quotes of the language. */
export function quoted(value: string, quote: string): string {
  if (quote.length === 3 || quote === '`') return value;
  const sign = quote.at(-1) ?? '"';
  const depth = quote.length === 2 ? '\\\\' : '\\';
  return value.replace(/[\\"'\n\r\t]/g, (character) => {
    if (character === '\\') return depth + '\\'.repeat(quote.length);
    if (character === sign) return depth + (quote.length === 2 ? '\\"' : sign);
    if (character === '"' || character === "'") return character;
    return JSON.stringify(character).slice(1, -1);
  });
}

/** What stands for a text in JSON, without its quotes. */
export function meant(words: string): string {
  try {
    return JSON.parse(`"${words}"`) as string;
  } catch {
    return words;
  }
}

/** The piece of JSON in the style of a literal. */
export function spell(piece: string, style: LiteralStyle): string {
  const tokens = piece.match(TOKENS) ?? [];
  let written = '';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const isKey = token.startsWith('"') && tokens[at + 1]?.trimStart() === ':';
    if (isKey) {
      written += style.key[0] + meant(token.slice(1, -1)) + style.key[1];
      // The sign and the blank behind it stand in the style.
      at++;
      if (tokens[at + 1]?.trim() === '') at++;
      else tokens[at + 1] = tokens[at + 1]?.trimStart() ?? '';
    } else if (token.startsWith('"')) {
      written += style.quote + quoted(meant(token.slice(1, -1)), style.quote) + style.quote;
    } else if (token === ',') written += startsMember(tokens, at + 1) ? style.comma : ',';
    else written += bracket(token, style);
  }
  return written;
}

function startsMember(tokens: readonly string[], from: number): boolean {
  const at = tokens[from]?.trim() === '' ? from + 1 : from;
  return tokens[at]?.startsWith('"') === true && tokens[at + 1]?.trimStart() === ':';
}

function bracket(token: string, { list, object }: LiteralStyle): string {
  switch (token) {
    case '[':
      return list[0];
    case ']':
      return list[1];
    case '{':
      return object[0];
    case '}':
      return object[1];
    default:
      return token;
  }
}
