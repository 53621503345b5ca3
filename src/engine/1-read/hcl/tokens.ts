/** HCL in tokens. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#lexical-elements */
import type { Span } from '../../model.ts';
import type { ReportProblem } from '../report.ts';

const PUNCTUATION = ['{', '}', '[', ']', '(', ')', ',', ':', '='] as const;
type Punctuation = (typeof PUNCTUATION)[number];

/** A `template` is a text that is computed in part, or a heredoc. */
type HclTokenKind = Punctuation | 'string' | 'template' | 'number' | 'word' | 'operator' | 'end';

export interface HclToken {
  kind: HclTokenKind;
  span: Span;
  /** What a string stands for; the literal text of anything else. */
  value: string;
  /** Of a string, what stands between its quotes. */
  inner: Span;
  /** True where it begins its line. A line end closes most things in HCL. */
  first: boolean;
}

const BLANKS = /[ \t]*/y;
const WORD = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const OPERATOR = /[=!<>]=|=>|&&|\|\||\.\.\.|[^]/uy;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy;
const COMMENT = /#|\/\/|\/\*/y;
const LINE_END = /[\r\n]/g;
/** An unclosed string ends with its line; what closes lists and objects there was not meant as part of it. */
const CLOSERS = new Set([' ', '\t', ',', ']', '}', ')']);

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** All tokens of a text, the last one of kind `end`. Reports `section-unclosed`, `string-unclosed` and `string-invalid`. */
export function hclTokensOf(text: string, report: ReportProblem): HclToken[] {
  const tokens: HclToken[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let first = true;
  for (;;) {
    at += match(BLANKS, text, at)?.[0].length ?? 0;
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') {
      first = true;
      at++;
    } else if (match(COMMENT, text, at)) {
      const to = commentEnd(text, at, report);
      first ||= text.slice(at, to).includes('\n');
      at = to;
    } else {
      const token = readToken(text, at, first, report);
      tokens.push(token);
      if (token.kind === 'end') return tokens;
      first = false;
      at = token.span.to;
    }
  }
}

function commentEnd(text: string, at: number, report: ReportProblem): number {
  if (!text.startsWith('/*', at)) return lineEnd(text, at);
  const end = text.indexOf('*/', at + 2);
  if (end !== -1) return end + 2;
  report('section-unclosed', { opener: '/*', closer: '*/' }, { from: at, to: at + 2 });
  return text.length;
}

function lineEnd(text: string, at: number): number {
  return match(LINE_END, text, at)?.index ?? text.length;
}

function readToken(text: string, at: number, first: boolean, report: ReportProblem): HclToken {
  const token = (kind: HclTokenKind, to: number): HclToken => {
    const span = { from: at, to };
    return { kind, span, value: text.slice(at, to), inner: span, first };
  };
  if (at >= text.length) return token('end', at);
  if (text.charAt(at) === '"') return readString(text, at, first, report);
  const heredoc = match(HEREDOC, text, at);
  if (heredoc) return token('template', heredocEnd(text, at, heredoc, report));
  const word = match(WORD, text, at);
  if (word) return token('word', at + word[0].length);
  const number = match(NUMBER, text, at);
  if (number) return token('number', at + number[0].length);
  const operator = match(OPERATOR, text, at)?.[0] ?? '';
  const kind = PUNCTUATION.find((one) => one === operator) ?? 'operator';
  return token(kind, at + operator.length);
}

/** Behind the line that holds nothing but the heredoc's own word. */
function heredocEnd(
  text: string,
  at: number,
  opener: RegExpExecArray,
  report: ReportProblem
): number {
  const [begun, word = ''] = opener;
  for (let from = at + begun.length; from < text.length;) {
    const to = lineEnd(text, from);
    if (text.slice(from, to).trim() === word) return to;
    from = to + 1;
  }
  report('section-unclosed', { opener: begun.trim(), closer: word }, { from: at, to: at + 2 });
  return text.length;
}

function readString(text: string, at: number, first: boolean, report: ReportProblem): HclToken {
  const { end, closed, computed } = stringEnd(text, at + 1);
  let to = end;
  if (!closed && to < text.length) while (to > at + 1 && CLOSERS.has(text.charAt(to - 1))) to--;
  const span = { from: at, to: closed ? to + 1 : to };
  const inner = { from: at + 1, to };
  const value = computed ? null : stringValue(text.slice(at + 1, to));
  if (!closed) report('string-unclosed', {}, span);
  else if (value === null && !computed) report('string-invalid', {}, span);
  const kind = computed ? 'template' : 'string';
  return { kind, span, value: value ?? text.slice(at + 1, to), inner, first };
}

/** Where the closing quote stands, or the line ends before there is one; quotes inside `${}` are others. */
function stringEnd(text: string, at: number): { end: number; closed: boolean; computed: boolean } {
  const open = ['"'];
  let computed = false;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    const quoted = open.at(-1) === '"';
    if (character === '\n' || character === '\r') break;
    else if (character === '"') {
      if (!quoted) open.push('"');
      else if (open.length === 1) return { end: at, closed: true, computed };
      else open.pop();
    } else if (!quoted) {
      if (character === '{') open.push('{');
      else if (character === '}') open.pop();
    } else if (character === '\\' && !/[\r\n]/.test(text.charAt(at + 1))) at++;
    else if (character === '$' || character === '%') {
      if (text.startsWith(`${character}{`, at + 1)) at += 2;
      else if (text.charAt(at + 1) === '{') {
        computed = true;
        open.push('{');
        at++;
      }
    }
  }
  return { end: Math.min(at, text.length), closed: false, computed };
}

const ESCAPES = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^]?))|([$%])\4(?=\{)/gu;
const PLAIN_ESCAPES = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\']
]);
const LAST_CODE_POINT = 0x10ffff;

/** What stands for what between quotes, or null where an escape is none of HCL's. */
function stringValue(inner: string): string | null {
  let valid = true;
  const value = inner.replace(
    ESCAPES,
    (_, short?: string, long?: string, plain?: string, sign?: string) => {
      if (sign !== undefined) return sign;
      const digits = short ?? long;
      const code = parseInt(digits ?? '', 16);
      if (code <= LAST_CODE_POINT) return String.fromCodePoint(code);
      const escaped = digits === undefined ? PLAIN_ESCAPES.get(plain ?? '') : undefined;
      valid &&= escaped !== undefined;
      return escaped ?? '';
    }
  );
  return valid ? value : null;
}

/** The text in quotes, as HCL reads it back. */
export function hclString(value: string): string {
  return JSON.stringify(value)
    .replace(/\\./g, (escape) =>
      escape === '\\b' ? '\\u0008' : escape === '\\f' ? '\\u000c' : escape
    )
    .replace(/([$%])(?=\{)/g, '$1$1');
}
