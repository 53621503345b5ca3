import { isToken } from '../../3-browser/syntax.ts';
import type { Header, Span } from '../../model.ts';

/** Header lines that belong together, and the line that leads them. */
export interface HeaderBlock {
  /** `PUT /k HTTP/2`, or `HTTP/2 403`; null where the headers stand alone. */
  start: string | null;
  headers: Header[];
  /** What DevTools tells above the headers: `Request URL`, `Request Method`, `Status Code`. */
  general: ReadonlyMap<string, string>;
  span: Span;
}

/** As protocols have it, and as people write it down: `OPTIONS https://…`, `→ 403`. */
const START =
  /^(?:HTTP\/\d(?:\.\d)?\s+\d{3}|[A-Z]{3,12}\s+\S+\s+HTTP\/\d|(?:GET|HEAD|PUT|POST|DELETE|PATCH|OPTIONS)\s+https?:\/\/\S+$|(?:→|->|=>|HTTP)\s?\d{3}\b)/;
const GENERAL: ReadonlySet<string> = new Set([
  'request url',
  'request method',
  'status code',
  'status',
  'referrer policy',
  'remote address'
]);

interface PastedLine {
  text: string;
  from: number;
  /** How `curl -v` marks it: sent, received, or said by curl itself. */
  mark: '>' | '<' | '*' | null;
}

/** More than any exchange has, however often it was redirected. */
const MOST = 100;

/**
 * The blocks of header lines in a text: what `curl -i` and `curl -v` print, what DevTools copies, raw HTTP. Any other line ends
 * a block. Linear.
 */
export function headerBlocks(text: string): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  let open: Building | null = null;
  for (const line of linesOf(text)) {
    if (blocks.length > MOST) break;
    if (line.mark !== '*') open = next(open, line, blocks);
  }
  return blocks.filter(
    ({ start, headers, general }) => start !== null || headers.length + general.size > 0
  );
}

/** The block that goes on after the line; null where none does. */
function next(open: Building | null, line: PastedLine, blocks: HeaderBlock[]): Building | null {
  if (line.text === '') return open?.isWaiting() ? open : null;
  const goesOn = open !== null && open.mark === line.mark && !START.test(line.text);
  const block = goesOn ? open : new Building(line, blocks);
  return block?.take(line) ? block : null;
}

/** A block that is being read; it stands in the list from its first line on. */
class Building {
  readonly mark: PastedLine['mark'];
  readonly #block: HeaderBlock & { general: Map<string, string> };
  /** A name whose value is on the next line, as DevTools' tables are copied. */
  #name: string | null = null;

  constructor({ from, mark }: PastedLine, blocks: HeaderBlock[]) {
    this.mark = mark;
    this.#block = { start: null, headers: [], general: new Map(), span: { from, to: from } };
    blocks.push(this.#block);
  }

  isWaiting(): boolean {
    return this.#name !== null;
  }

  /** False where the line is no part of a block. */
  take({ text, from }: PastedLine): boolean {
    const { headers, span } = this.#block;
    if (START.test(text)) {
      this.#block.start = text;
      span.to = from + text.length;
      return true;
    }
    const isValue = this.#name !== null && !/^[\w-]{1,80}: /.test(text);
    const pair = isValue ? ([this.#name ?? '', text] as const) : splitHeader(text);
    // A header without a value, and not one whose value is on the next line.
    if (this.#name !== null && !isValue) headers.push([this.#name, '']);
    this.#name = null;
    if (pair === null) return false;
    const [name, value] = pair;
    span.to = from + text.length;
    if (value === '' && text.endsWith(':')) this.#name = name;
    else if (GENERAL.has(name.toLowerCase())) this.#block.general.set(name.toLowerCase(), value);
    else headers.push([name, value]);
    return true;
  }
}

/** Name and value of a line; null for a line that is no header. `:authority` is a name too. */
function splitHeader(text: string): Header | null {
  const colon = text.indexOf(':', 1);
  if (colon === -1 || text.startsWith('://', colon)) return null;
  const name = text.slice(0, colon);
  if (!isToken(name.replace(/^:/, '')) && !GENERAL.has(name.toLowerCase())) return null;
  return [name, text.slice(colon + 1).trim()];
}

function linesOf(text: string): PastedLine[] {
  let from = 0;
  return text.split('\n').map((raw) => {
    const begin = from;
    from += raw.length + 1;
    const indent = raw.length - raw.trimStart().length;
    const line = raw.trim();
    const mark = /^[<>*](?= |$)/.test(line) ? (line.charAt(0) as '<') : null;
    return { mark, text: mark === null ? line : line.slice(2).trim(), from: begin + indent };
  });
}
