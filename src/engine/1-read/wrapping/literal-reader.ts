import type { Span } from '../../model.ts';
import { EXPRESSION } from '../json/parse.ts';
import { DEPTH_LIMIT } from '../report.ts';
import { isKnownName } from './known-names.ts';
import type { LiteralStyle } from './literal-style.ts';
import { writeText } from './literal-text.ts';
import { LiteralTokens, SEPARATORS } from './literal-tokens.ts';
import { AFTER, BUILDER, CONSTANTS, LISTS, METHOD, METHODS, SAME } from './literal-words.ts';
import type { CodeToken } from './scan.ts';

interface Op extends Span {
  words: string;
}

/** What is read of a value: where it ends, in tokens. */
type NextToken = number | null;

/** Reads values as the JSON that says the same, piece by piece. */
export class LiteralReader extends LiteralTokens {
  readonly ops: Op[] = [];
  readonly style: Partial<LiteralStyle> = {};

  put(from: number, to: number, words: string): void {
    this.ops.push({ from, to, words });
  }

  /** A value that begins at a token, up to `end`; what cannot be read is an expression. */
  value(index: number, end: number, depth: number): number {
    const start = this.token(index).span.from;
    const kept = this.ops.length;
    const next = depth > DEPTH_LIMIT ? null : this.primary(index, end, depth, start);
    if (next !== null && this.#ends(next, end)) return next;
    this.ops.length = kept;
    return this.expression(index, end);
  }

  /** Up to the next separator, brackets passed over. */
  expression(index: number, end: number): number {
    const from = this.token(index).span.from;
    let at = index;
    while (at < end && !SEPARATORS.has(this.token(at).value)) {
      const { kind, mate } = this.token(at);
      at = kind === 'open' && mate > at ? mate + 1 : at + 1;
      if (at < end && at > index && this.startsLine(at) && this.beginsMember(at, end)) break;
    }
    const to = this.token(Math.max(index, Math.min(at, end) - 1)).span.to;
    this.put(from, to, EXPRESSION);
    return Math.max(at, index + 1);
  }

  /** True where nothing goes on with what was read. */
  #ends(next: number, end: number): boolean {
    if (next >= end) return true;
    const { value, kind } = this.token(next);
    return SEPARATORS.has(value) || kind === 'close' || this.startsLine(next);
  }

  primary(index: number, end: number, depth: number, start: number): NextToken {
    const token = this.token(index);
    if (index >= end) return null;
    switch (token.kind) {
      case 'string':
        return this.string(token, start) ? index + 1 : null;
      case 'number': {
        this.put(start, token.span.to, token.value.replaceAll('_', ''));
        return index + 1;
      }
      case 'open':
        if (token.value === '[' && this.isType(index)) return this.typed(index, depth, start);
        return this.after(this.brackets(index, depth, start), end);
      case 'word':
        return this.word(index, end, depth, start);
      case 'sign':
        return this.sign(index, end, depth, start);
      default:
        return null;
    }
  }

  sign(index: number, end: number, depth: number, start: number): NextToken {
    const { value, span } = this.token(index);
    const next = this.token(index + 1);
    if (value === '@' && next.kind === 'open') return this.brackets(index + 1, depth, start);
    if (value === '&') return this.primary(index + 1, end, depth, start);
    if (value === '-' && next.kind === 'number') {
      this.put(start, next.span.to, `-${next.value}`);
      return index + 2;
    }
    if (value === ':' && next.kind === 'word' && next.span.from === span.to) {
      this.put(start, next.span.to, JSON.stringify(next.value));
      return index + 2;
    }
    if (value === '%' && /^[wi]$/.test(next.value) && this.token(index + 2).kind === 'open') {
      return this.words(index + 2, start);
    }
    return null;
  }

  /** Ruby's list of words. */
  words(index: number, start: number): NextToken {
    const { mate, span } = this.token(index);
    if (mate < 0) return null;
    const close = this.token(mate).span;
    this.put(start, span.to, '[');
    const found = [...this.text.slice(span.to, close.from).matchAll(/\S+/g)];
    for (const [at, { index: offset, 0: word }] of found.entries()) {
      const from = span.to + offset;
      this.put(from, from + word.length, JSON.stringify(word));
      if (at < found.length - 1) this.put(from + word.length, from + word.length, ',');
    }
    this.put(close.from, close.to, ']');
    return mate + 1;
  }

  string(token: CodeToken, start: number): boolean {
    const { inner, span, computed, raw, value: quote } = token;
    if (computed) return false;
    this.style.quote ??= quote;
    this.put(start, inner.from, '"');
    writeText(this.text, inner, raw || quote === '\\"', (from, to, words) => {
      this.put(from, to, words);
    });
    this.put(inner.to, span.to, '"');
    return true;
  }

  /** A constant, a method by its name in an enumeration, or a call or type that makes a value. */
  word(index: number, end: number, depth: number, start: number): NextToken {
    const { value } = this.token(index);
    const constant = CONSTANTS.get(value);
    if (constant !== undefined) {
      this.put(start, this.token(index).span.to, constant);
      return index + 1;
    }
    if (value === 'new' || value === 'await') {
      if (this.token(index + 1).value === '[') return this.typed(index + 1, depth, start);
      return this.primary(index + 1, end, depth, start);
    }
    const names = [value];
    let at = index + 1;
    while (/^(?:\.|::|->)$/.test(this.token(at).value) && this.token(at + 1).kind === 'word') {
      names.push(this.token(at + 1).value);
      at += 2;
    }
    at = this.generics(at);
    const { kind, value: sign, mate } = this.token(at);
    const last = names.at(-1) ?? '';
    if (kind === 'open' && sign === '(' && mate > at) {
      const made = this.call(last, at, depth, start, index);
      return this.after(made, end);
    }
    if (kind === 'open' && sign === '{' && at < end)
      return this.brackets(at, depth, start, isListType(names));
    if (kind === 'open' && sign === '[') return this.typed(at, depth, start);
    if (names.length > 1 && METHOD.test(last) && METHODS.test(names.at(-2) ?? '')) {
      this.put(start, this.token(at - 1).span.to, JSON.stringify(last.toUpperCase()));
      return at;
    }
    return null;
  }

  /** `[]string{…}`, `string[] {…}`, `new[] {…}`: a list by its type. */
  typed(index: number, depth: number, start: number): NextToken {
    let at = index + 2;
    if (this.token(index + 1).value !== ']') return null;
    while (this.token(at).kind === 'word' || /^[.*]$/.test(this.token(at).value)) at++;
    return this.token(at).value === '{' ? this.brackets(at, depth, start, true) : null;
  }

  call(name: string, index: number, depth: number, start: number, first: number): NextToken {
    const close = this.token(index).mate;
    if (BUILDER.test(name) || (this.token(first - 1).value === 'new' && close === index + 1)) {
      return this.builder(index, depth, start);
    }
    if (SAME.test(name)) {
      const next = this.value(index + 1, close, depth + 1);
      if (next < close && this.token(next).value !== ',') return null;
      if (next < close) return null;
      return this.widen(start, close);
    }
    if (LISTS.test(name)) return this.brackets(index, depth, start, name !== 'array' || undefined);
    return this.key(index + 1, close) === null ? null : this.brackets(index, depth, start);
  }

  /** What stands for a value takes its room: from `start` to the bracket that closes. */
  widen(start: number, close: number): number {
    const ops = this.ops;
    const firstAt = ops.findLastIndex(({ from }) => from <= start);
    const first = ops[firstAt === -1 ? 0 : firstAt + 1];
    const last = ops.at(-1);
    if (first && first.from > start) first.from = start;
    if (last) last.to = this.token(close).span.to;
    return close + 1;
  }

  /** `CORSRule.builder().allowedOrigins("…").build()`: every call is a member. */
  builder(index: number, depth: number, start: number): NextToken {
    const close = this.token(index).mate;
    let at = close + 1;
    this.put(start, this.token(close).span.to, '{');
    let members = 0;
    for (; this.token(at).value === '.' && this.token(at + 1).kind === 'word';) {
      const [name, open] = [this.token(at + 1), this.token(at + 2)];
      if (open.value !== '(' || open.mate < 0) break;
      const end = this.token(open.mate).span;
      if (AFTER.test(name.value)) {
        at = open.mate + 1;
        break;
      }
      if (members > 0) this.put(this.token(at).span.from, this.token(at).span.from, ',');
      members++;
      this.put(this.token(at).span.from, name.span.to, JSON.stringify(plainName(name.value)));
      this.put(name.span.to, name.span.to, ':');
      this.style.key ??= ['.', ''];
      const single = this.#isSingle(at + 2, name.value);
      if (single) {
        this.value(at + 3, open.mate, depth + 1);
        const last = this.ops.at(-1);
        if (last) last.to = end.to;
      } else this.brackets(at + 2, depth, open.span.from, true);
      at = open.mate + 1;
    }
    if (members === 0) return null;
    const to = this.token(at - 1).span;
    this.put(to.to, to.to, '}');
    this.style.comma ??= '';
    return at;
  }

  /** True for a builder's call whose one argument is the value itself: a list, or what a rule has one of. */
  #isSingle(open: number, name: string): boolean {
    if (/age|id$/i.test(name)) return true;
    const { kind, value } = this.token(open + 1);
    return kind !== 'string' && value !== ')' && !METHODS.test(value);
  }

  /** What follows a value and changes nothing: `.ToList()`, `as const`. */
  after(next: NextToken, end: number): NextToken {
    if (next === null || next >= end) return next;
    const [sign, name, open] = [this.token(next), this.token(next + 1), this.token(next + 2)];
    if (sign.value === '.' && AFTER.test(name.value)) {
      return open.value === '(' && open.mate > 0 ? open.mate + 1 : next + 2;
    }
    return sign.value === 'as' && name.value === 'const' ? next + 2 : next;
  }

  /** What stands between brackets: an object where it has names, else a list. */
  brackets(index: number, depth: number, start: number, isList?: boolean): NextToken {
    const { mate: close, value, span } = this.token(index);
    if (close < 0 || depth > DEPTH_LIMIT) return null;
    const object = isList === undefined ? this.isObject(index, close) : false;
    if (isList === true && this.key(index + 1, close)) return this.brackets(index, depth, start);
    const opener = this.text.slice(start, span.to);
    this.put(start, span.to, object ? '{' : '[');
    let at = index + 1;
    let known = false;
    let strings = false;
    let before: number | null = null;
    while (at < close) {
      const { value: sign, span: place } = this.token(at);
      if (SEPARATORS.has(sign)) {
        this.put(place.from, place.to, ',');
        if (object && known) this.style.comma ??= sign;
        before = null;
        at++;
        continue;
      }
      if (before !== null) {
        this.put(before, before, ',');
        if (object && known) this.style.comma ??= '';
      }
      const key = object ? this.key(at, close) : null;
      if (object && key === null) {
        const kept = this.ops.length;
        at = this.expression(at, close);
        this.ops.length = kept;
        // Without the member there must be no comma behind it.
        if (SEPARATORS.has(this.token(at).value) && at < close) at++;
        before = null;
        continue;
      }
      if (key) {
        const from = place.from;
        const text = this.text.slice(from, this.token(key.value).span.from);
        if (isKnownName(key.name) && !/^cors/i.test(key.name)) {
          known = true;
          const bare = text.indexOf(key.name);
          this.style.key ??= [text.slice(0, bare), text.slice(bare + key.name.length)];
        }
        this.put(from, key.to, JSON.stringify(key.name));
        const sign2 = this.token(key.value - 1).span;
        this.put(sign2.from, sign2.to, ':');
        at = key.value < close ? this.value(key.value, close, depth + 1) : key.value;
      } else {
        strings ||= this.token(at).kind === 'string';
        at = this.value(at, close, depth + 1);
      }
      before = this.token(at - 1).span.to;
    }
    const end = this.token(close).span;
    this.put(end.from, end.to, object ? '}' : ']');
    const closer = this.text.slice(end.from, end.to);
    if (object && known) this.style.object ??= [opener, closer];
    if (!object && strings && value !== '') this.style.list ??= [opener, closer];
    return close + 1;
  }
}

/** What a builder or a setter names, as an object would. */
function plainName(name: string): string {
  const bare = name.replace(/^(?:with|set|add)(?=[A-Z])/, '');
  return bare.charAt(0).toLowerCase() + bare.slice(1);
}

const isListType = (names: readonly string[]): true | undefined =>
  /^(?:List|ArrayList|HashSet|Set|Collection|IList)$/.test(names.at(-1) ?? '') ? true : undefined;
