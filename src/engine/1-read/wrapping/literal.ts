/**
 * Reads the literal that stands at a bracket in code of any language as the JSON that says the same: the maps, lists, texts and
 * numbers of JavaScript, Python, Ruby, PHP, Go, C#, Java, PowerShell and Bicep, calls that do nothing but make one, and the
 * builders of Java. What is computed becomes one sign.
 */
import type { Span } from '../../model.ts';
import { LiteralReader } from './literal-reader.ts';
import type { LiteralStyle } from './literal-style.ts';
import type { CodeToken } from './scan.ts';
import { ViewWriter, type TextView } from './view.ts';

export interface Literal {
  view: TextView;
  style: LiteralStyle;
  /** Where in the text it stands. */
  span: Span;
}

/** What stands between two pieces and may stay: blanks and comments. */
const GAP = /[ \t\r\n]+|\/\*[^]*?\*\/|\/\/[^\r\n]*|(?<=^|\s)#[^\r\n]*/g;

/** The literal at the bracket `index`, or at the sign before it; or what the calls make that begin at a word. */
export function readLiteral(
  text: string,
  tokens: readonly CodeToken[],
  index: number
): Literal | null {
  const token = tokens[index];
  if (!token || (token.kind === 'open' && token.mate < 0)) return null;
  const before = tokens[index - 1];
  const isPowerShell = before?.value === '@' && before.span.to === token.span.from;
  const start = isPowerShell ? before.span.from : token.span.from;
  const reader = new LiteralReader(text, tokens);
  const made =
    token.kind === 'open'
      ? reader.brackets(index, 0, start)
      : reader.primary(index, tokens.length - 1, 0, start);
  if (made === null) return null;
  const writer = new ViewWriter(start);
  let at = start;
  for (const { from, to, words } of reader.ops) {
    if (from > at) keepBlanks(writer, text, at, from);
    writer.put(from, to, words);
    at = Math.max(at, to);
  }
  const { style } = reader;
  return {
    view: writer.finish(),
    span: { from: start, to: at },
    style: {
      quote: style.quote ?? '"',
      key: style.key ?? ['"', '": '],
      list: style.list ?? ['[', ']'],
      object: style.object ?? ['{', '}'],
      comma: style.comma ?? ','
    }
  };
}

function keepBlanks(writer: ViewWriter, text: string, from: number, to: number): void {
  for (const { 0: part, index } of text.slice(from, to).matchAll(GAP)) {
    const at = from + index;
    if (part.startsWith('#')) {
      writer.put(at, at + 1, '//');
      writer.keep(text, at + 1, at + part.length);
    } else writer.keep(text, at, at + part.length);
  }
}
