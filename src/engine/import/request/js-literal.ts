/** A value as JavaScript writes it; `unknown` is anything that only running the code would tell. */
export type JsValue =
  | { type: 'text'; value: string }
  | { type: 'object'; members: ReadonlyMap<string, JsValue> }
  | { type: 'list'; items: readonly JsValue[] }
  | { type: 'unknown' };

const UNKNOWN: JsValue = { type: 'unknown' };
const DEPTH_LIMIT = 32;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['0', '\0']
]);
const CLOSERS: ReadonlySet<string> = new Set([')', '}', ']']);

/**
 * Reads the literals of a piece of JavaScript, and steps over everything else. Never throws. Linear: a loop ends at any closing
 * bracket, and else each turn of it takes a character at least.
 */
export class JsReader {
  readonly #text: string;
  at: number;

  constructor(text: string, from: number) {
    this.#text = text;
    this.at = from;
  }

  /** The arguments of a call whose opening bracket has been read, up to its end or the text's. */
  arguments(): JsValue[] {
    return this.#list(')', 0);
  }

  #peek(): string {
    return this.#text.charAt(this.at);
  }

  /** Steps over blanks and comments. */
  #skip(): void {
    while (this.at < this.#text.length) {
      if (/\s/.test(this.#peek())) this.at++;
      else if (this.#text.startsWith('//', this.at)) this.#to('\n');
      else if (this.#text.startsWith('/*', this.at)) this.#to('*/');
      else return;
    }
  }

  #to(end: string): void {
    const found = this.#text.indexOf(end, this.at + 2);
    this.at = found === -1 ? this.#text.length : found + end.length;
  }

  #list(closer: string, depth: number): JsValue[] {
    const items: JsValue[] = [];
    for (;;) {
      this.#skip();
      if (this.at >= this.#text.length) return items;
      if (this.#closes(closer)) return items;
      items.push(this.#value(depth + 1));
      this.#comma();
    }
  }

  /** Whether a list ends here. A bracket of another kind ends it too, and is left to what it closes. */
  #closes(closer: string): boolean {
    const char = this.#peek();
    if (char === closer) this.at++;
    return CLOSERS.has(char);
  }

  #object(depth: number): JsValue {
    const members = new Map<string, JsValue>();
    for (;;) {
      this.#skip();
      if (this.at >= this.#text.length) return { type: 'object', members };
      if (this.#closes('}')) return { type: 'object', members };
      const key = this.#key();
      this.#skip();
      const isValued = key !== '' && this.#peek() === ':';
      if (isValued) this.at++;
      const value = isValued ? this.#value(depth + 1) : UNKNOWN;
      if (key !== '') members.set(key, value);
      this.#comma();
    }
  }

  /** A name or a text before a colon; empty where there is none, as at `...rest` and `[computed]`. */
  #key(): string {
    const quote = this.#peek();
    if (quote === '"' || quote === "'") {
      const text = this.#quoted(quote);
      return text.type === 'text' ? text.value : '';
    }
    return this.#name();
  }

  #name(): string {
    const from = this.at;
    while (/[\w$]/.test(this.#peek())) this.at++;
    return this.#text.slice(from, this.at);
  }

  #value(depth: number): JsValue {
    this.#skip();
    const char = this.#peek();
    const value = depth > DEPTH_LIMIT ? UNKNOWN : this.#literal(char, depth);
    this.#skip();
    const next = this.#peek();
    if (next === ',' || next === '' || CLOSERS.has(next)) return value;
    this.#rest();
    return UNKNOWN;
  }

  #literal(char: string, depth: number): JsValue {
    if (char === '"' || char === "'" || char === '`') return this.#quoted(char);
    if (char === '{' || char === '[') {
      this.at++;
      return char === '{' ? this.#object(depth) : { type: 'list', items: this.#list(']', depth) };
    }
    const word = this.#name();
    if (word === 'new') return this.#constructed(depth);
    return /^(?:true|false|null|\d+)$/.test(word) ? { type: 'text', value: word } : UNKNOWN;
  }

  /** `new Headers({…})` and `new URL("…")` are what they are made of. */
  #constructed(depth: number): JsValue {
    this.#skip();
    this.#name();
    this.#skip();
    if (this.#peek() !== '(') return UNKNOWN;
    this.at++;
    const [first, ...others] = this.#list(')', depth);
    return first !== undefined && others.length === 0 ? first : UNKNOWN;
  }

  /** A text in quotes; one in backticks is unknown where a value is put into it. */
  #quoted(quote: string): JsValue {
    let value = '';
    let known = true;
    this.at++;
    while (this.at < this.#text.length && this.#peek() !== quote) {
      const char = this.#peek();
      if (quote === '`' && this.#text.startsWith('${', this.at)) known = false;
      if (char === '\\') value += this.#escaped();
      else {
        value += char;
        this.at++;
      }
    }
    this.at = Math.min(this.at + 1, this.#text.length);
    return known ? { type: 'text', value } : UNKNOWN;
  }

  #escaped(): string {
    const code = /^\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/.exec(
      this.#text.slice(this.at, this.at + 6)
    );
    const next = this.#text.charAt(this.at + 1);
    this.at += code === null ? 2 : code[0].length;
    if (code === null) return ESCAPES.get(next) ?? next;
    return String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '', 16));
  }

  #comma(): void {
    this.#skip();
    if (this.#peek() !== ',' && !CLOSERS.has(this.#peek())) this.#rest();
    if (this.#peek() === ',') this.at++;
  }

  /** Steps over an expression: to the comma or bracket that ends it. */
  #rest(): void {
    let open = 0;
    while (this.at < this.#text.length) {
      this.#skip();
      const char = this.#peek();
      if (open === 0 && (char === ',' || CLOSERS.has(char))) return;
      if (char === '(' || char === '{' || char === '[') open++;
      if (CLOSERS.has(char)) open--;
      if (char === '"' || char === "'" || char === '`') this.#quoted(char);
      else if (char !== '') this.at++;
    }
  }
}
