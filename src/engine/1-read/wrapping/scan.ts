/** Code of any language in tokens: strings, names, brackets and signs, with the mate of each bracket. */
import type { Span } from '../../model.ts';

export interface CodeToken {
  kind: 'string' | 'word' | 'number' | 'open' | 'close' | 'sign' | 'end';
  span: Span;
  /** Of a word, bracket or sign, itself; of a string, its quote. */
  value: string;
  /** Of a string, what stands between its quotes. */
  inner: Span;
  /** True for a string that is computed: a template, an f-string. */
  computed: boolean;
  /** Of a string, whether a backslash is nothing but itself in it. */
  raw: boolean;
  /** Of a bracket, the index of the other one, or -1; of anything, the bracket around in `around`. */
  mate: number;
  around: number;
}

const GAP = /(?:[ \t\r\n\f\u00a0\ufeff]+|\\\r?\n)/y;
const COMMENT = /\/\*[^]*?\*\/|\/\/[^\r\n]*|#(?![{[])[^\r\n]*/y;
const WORD = /[$\p{L}_][\p{L}\p{N}_$]*/uy;
const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/[^\s"'`)\]}<>,;\\]*/iy;
const NUMBER = /\d[\w.]*/y;
const SIGN = /=>|->|::|:=|==+|!=+|&&|\|\||[^]/y;
const PREFIX = /(?:[rbuf]{1,2}|\$@|@\$|[@$])(?=["'])/iy;
const OPENERS = '([{';
const CLOSERS = ')]}';
/** Brackets that one which closes may leave open inside. */
const OPEN_LIMIT = 7;
/** What a string of several lines begins with, where its language has no quotes of their own for it. */
const LONG = /\s*[[{<]/y;

const isLineStart = (text: string, at: number): boolean => {
  const before = text.charAt(at - 1);
  return before === '' || before === ' ' || before === '\t' || before === '\n' || before === '\r';
};

/** All tokens, the last one of kind `end`; it takes time in proportion to the text. */
export function scanCode(text: string): CodeToken[] {
  const tokens: CodeToken[] = [];
  const open: number[] = [];
  const closing = new ClosingQuotes(text);
  const lastCommentEnd = text.lastIndexOf('*/');
  let at = 0;
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? '';
  };
  const push = (token: Partial<CodeToken> & Pick<CodeToken, 'kind' | 'span' | 'value'>): void => {
    const around = open.at(-1) ?? -1;
    tokens.push({ inner: token.span, computed: false, raw: false, mate: -1, around, ...token });
    at = token.span.to;
  };
  for (;;) {
    const gap = match(GAP);
    if (gap !== '') {
      at += gap.length;
      continue;
    }
    const character = text.charAt(at);
    const isUnclosed = at + 2 > lastCommentEnd && text.startsWith('/*', at);
    const mayComment =
      (character === '/' && !isUnclosed) || (character === '#' && isLineStart(text, at));
    const comment = mayComment ? match(COMMENT) : '';
    if (comment !== '') {
      at += comment.length;
      continue;
    }
    const span = { from: at, to: at + 1 };
    if (character === '') {
      push({ kind: 'end', span: { from: at, to: at }, value: '' });
      return tokens;
    }
    const string = readString(text, at, match(PREFIX), closing);
    if (string) push(string);
    else if (OPENERS.includes(character)) {
      push({ kind: 'open', span, value: character });
      open.push(tokens.length - 1);
    } else if (CLOSERS.includes(character)) {
      const opener = OPENERS.charAt(CLOSERS.indexOf(character));
      const first = Math.max(0, open.length - OPEN_LIMIT);
      const near = open.slice(first).findLastIndex((one) => tokens[one]?.value === opener);
      if (near >= 0) {
        const index = first + near;
        const mate = open[index] ?? -1;
        open.length = index;
        push({ kind: 'close', span, value: character, mate });
        const bracket = tokens[mate];
        if (bracket) bracket.mate = tokens.length - 1;
      } else push({ kind: 'sign', span, value: character });
    } else {
      const address = match(ADDRESS);
      const word = address === '' ? match(WORD) : '';
      const number = address + word === '' ? match(NUMBER) : '';
      const value = address + word + number || match(SIGN);
      const kind = word !== '' ? 'word' : number !== '' ? 'number' : 'sign';
      push({ kind, span: { from: at, to: at + value.length }, value });
    }
  }
}

type StringToken = Partial<CodeToken> & Pick<CodeToken, 'kind' | 'span' | 'value'>;

function readString(
  text: string,
  at: number,
  prefix: string,
  closing: ClosingQuotes
): StringToken | null {
  const begin = at + prefix.length;
  const first = text.charAt(begin);
  const escaped = first === '\\' && text.charAt(begin + 1) === '"';
  if (first !== '"' && first !== "'" && first !== '`' && !escaped) return null;
  const triple = first.repeat(3);
  const quote = escaped ? '\\"' : text.startsWith(triple, begin) ? triple : first;
  const from = begin + quote.length;
  const raw = /[r@]/i.test(prefix) || quote.length === 3;
  LONG.lastIndex = from;
  const long = quote.length === 3 || quote === '`' || LONG.test(text);
  const to = closing.after(quote, from, long && !escaped, raw || escaped);
  if (to === -1) return null;
  const inner = text.slice(from, to);
  const computed =
    /[f$]/i.test(prefix) ||
    (quote !== "'" && /#\{/.test(inner)) ||
    /\$\{/.test(inner) ||
    (quote === '"' && /(?:^|[^\\])\$[a-z_]/i.test(inner) && !/^\s*[[{<]/.test(inner));
  const span = { from: at, to: to + quote.length };
  return { kind: 'string', span, value: quote, inner: { from, to }, computed, raw };
}

/** Finds the quotes that close strings, and looks through no part of the text twice for one that is not there. */
class ClosingQuotes {
  readonly #text: string;
  /** For a quote, up to where there is known to be none that closes a string which begins before. */
  readonly #none = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the quote stands that closes a string whose inside begins at `from`; -1 where none does. */
  after(quote: string, from: number, long: boolean, raw: boolean): number {
    const text = this.#text;
    const key = `${quote}${String(long)}`;
    if (from < (this.#none.get(key) ?? 0)) return -1;
    let at = from;
    for (; at < text.length; at++) {
      if (text.startsWith(quote, at)) return at;
      const character = text.charAt(at);
      if (character === '\\' && !raw) at++;
      else if (!long && (character === '\n' || character === '\r')) break;
    }
    this.#none.set(key, at);
    return -1;
  }
}
