/** JSON in tokens, with the spellings that JavaScript and Python take and JSON does not. */
import type { Span } from '../../model.ts';
import { excerpt, type ReportProblem } from '../report.ts';

type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'number' | 'word' | 'end';

export interface Token {
  kind: TokenKind;
  span: Span;
  /** What a string stands for; the literal text of anything else. */
  value: string;
  /** Of a string, what stands between its quotes. */
  inner: Span;
}

const BLANKS = /[ \t\n\r]*/y;
/** A number or a bare word, or a character that can begin neither. */
const WORD = /[^ \t\n\r{}[\],:"'/]+|[^]/y;
const BACKSLASH = 92;
/** An unclosed string ends with its line; what closes lists and objects there was not meant as part of it. */
const CLOSERS = new Set([' ', '\t', ',', ']', '}']);
/** A backslash, or a control character, of which JSON allows none. */
const NEEDS_PARSING = /[\\\p{Cc}]/u;
/** https://www.rfc-editor.org/rfc/rfc8259#section-6 */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * All tokens from `at` on, the last one of kind `end`.
 * Reports `json-comment`, `json-comment-unclosed`, `json-string-`, `json-single-quotes` and `json-number-invalid`.
 */
export function tokensOf(text: string, at: number, report: ReportProblem): Token[] {
  const tokens: Token[] = [];
  for (;;) {
    BLANKS.lastIndex = at;
    at += BLANKS.exec(text)?.[0].length ?? 0;
    if (text.startsWith('//', at) || text.startsWith('/*', at)) at = passComment(text, at, report);
    else {
      const token = readToken(text, at, report);
      tokens.push(token);
      if (token.kind === 'end') return tokens;
      at = token.span.to;
    }
  }
}

function passComment(text: string, at: number, report: ReportProblem): number {
  let to = at + 2;
  if (text[at + 1] === '/') {
    while (to < text.length && !isLineEnd(text.charCodeAt(to))) to++;
  } else {
    const end = text.indexOf('*/', to);
    if (end === -1) {
      report('json-comment-unclosed', {}, { from: at, to });
      return text.length;
    }
    to = end + 2;
  }
  report('json-comment', {}, { from: at, to });
  return to;
}

function readToken(text: string, at: number, report: ReportProblem): Token {
  const character = text.charAt(at);
  switch (character) {
    case '':
      return literal('end', text, at, at);
    case '{':
    case '}':
    case '[':
    case ']':
    case ',':
    case ':':
      return literal(character, text, at, at + 1);
    case '"':
    case "'":
      return readString(text, at, character, report);
  }
  WORD.lastIndex = at;
  const token = literal('word', text, at, at + (WORD.exec(text)?.[0].length ?? 1));
  if (!/^-?\d/.test(token.value)) return token;
  if (!NUMBER.test(token.value)) {
    report('json-number-invalid', { number: excerpt(token.value) }, token.span);
  }
  return { ...token, kind: 'number' };
}

function literal(kind: TokenKind, text: string, from: number, to: number): Token {
  const span = { from, to };
  return { kind, span, value: text.slice(from, to), inner: span };
}

function readString(text: string, at: number, quote: string, report: ReportProblem): Token {
  const from = at + 1;
  let to = stringEnd(text, from, quote.charCodeAt(0));
  const closed = text[to] === quote;
  if (!closed && to < text.length) while (to > from && CLOSERS.has(text.charAt(to - 1))) to--;
  const span = { from: at, to: closed ? to + 1 : to };
  const inner = text.slice(from, to);
  const value = stringValue(inner, quote);
  if (!closed) report('json-string-unclosed', {}, span);
  else if (value === null) report('json-string-invalid', {}, span);
  else if (quote === "'") report('json-single-quotes', {}, span);
  return { kind: 'string', span, value: value ?? inner, inner: { from, to } };
}

/** Where the closing quote stands, or the line ends before there is one. */
function stringEnd(text: string, at: number, quote: number): number {
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote || isLineEnd(code)) return at;
    if (code === BACKSLASH && !isLineEnd(text.charCodeAt(at + 1))) at++;
  }
  return text.length;
}

/** What stands for what between quotes, or null where an escape or a character is none of JSON's. */
function stringValue(inner: string, quote: string): string | null {
  if (quote === '"' && !NEEDS_PARSING.test(inner)) return inner;
  try {
    return JSON.parse(quote === '"' ? `"${inner}"` : `"${requote(inner)}"`) as string;
  } catch {
    return null;
  }
}

/** What stands between single quotes as it would stand between double ones. */
function requote(inner: string): string {
  return inner.replace(/\\.|"/g, (part) => (part === '"' ? '\\"' : part === "\\'" ? "'" : part));
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
