/** The tokens of code, as one who reads a literal asks of them. */
import type { CodeToken } from './scan.ts';

export const SEPARATORS = new Set([',', ';']);
const ASSIGNS = new Set([':', '=', '=>']);
/** Members that are looked at before brackets are taken for a list. */
const MEMBER_LIMIT = 24;

/** Tokens by their number, and what begins at each; `end` is the number at which a part ends. */
export class LiteralTokens {
  readonly text: string;
  readonly #tokens: readonly CodeToken[];

  constructor(text: string, tokens: readonly CodeToken[]) {
    this.text = text;
    this.#tokens = tokens;
  }

  /** Beyond the last one it is the last one, which is of kind `end`. */
  token(index: number): CodeToken {
    return (this.#tokens[index] ?? this.#tokens.at(-1)) as CodeToken;
  }

  /** True where a line end stands before the token. */
  startsLine(index: number): boolean {
    return /[\r\n]/.test(
      this.text.slice(this.token(index - 1).span.to, this.token(index).span.from)
    );
  }

  beginsMember(index: number, end: number): boolean {
    return this.key(index, end) !== null;
  }

  /** True for `[]`, with what it is a list of behind it. */
  isType(index: number): boolean {
    const { kind, value } = this.token(index + 2);
    return (
      this.token(index).mate === index + 1 && (kind === 'word' || value === '*' || value === '{')
    );
  }

  /** Behind `<…>`, where a type has parameters. */
  generics(index: number): number {
    if (this.token(index).value !== '<') return index;
    for (let at = index + 1; at < index + 12; at++) {
      const { value, kind } = this.token(at);
      if (value === '>') return at + 1;
      if (kind !== 'word' && value !== ',' && value !== '.' && value !== '<') return index;
    }
    return index;
  }

  /** A name and what assigns to it: where its value begins. */
  key(index: number, end: number): { name: string; value: number; to: number } | null {
    if (index >= end) return null;
    const symbol = this.token(index).value === ':' ? 1 : 0;
    const token = this.token(index + symbol);
    if (token.kind !== 'word' && (token.kind !== 'string' || token.computed)) return null;
    const name =
      token.kind === 'word' ? token.value : this.text.slice(token.inner.from, token.inner.to);
    let at = index + symbol + 1;
    if (this.token(at).value === '?') at++;
    return at < end && ASSIGNS.has(this.token(at).value)
      ? { name, value: at + 1, to: token.span.to }
      : null;
  }

  /** True for brackets with names between them: one of the first members has one. */
  isObject(index: number, close: number): boolean {
    if (close === index + 1) return this.token(index).value === '{';
    let at = index + 1;
    for (let tries = 0; at < close && tries < MEMBER_LIMIT; tries++) {
      if (this.key(at, close)) return true;
      while (at < close && !SEPARATORS.has(this.token(at).value)) {
        const { kind, mate } = this.token(at);
        at = kind === 'open' && mate > at ? mate + 1 : at + 1;
      }
      at++;
    }
    return false;
  }
}
