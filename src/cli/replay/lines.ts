import { isAscii, isUtf8 } from 'node:buffer';

/** A line of more bytes is refused, so that input without line ends cannot fill the memory. */
export const MAX_LINE_BYTES = 10 * 1024 * 1024;

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = '\uFEFF';
const REPLACEMENT = '\uFFFD';

/** One line without its line feed, or why it cannot be given. */
export type InputLine = string | { code: 'line-too-long' | 'line-not-utf8' };

/**
 * Cuts a stream of bytes into lines, holding no more than the one that is still open. Works on bytes, so a
 * character that is split over two chunks comes out whole. A carriage return at the end stays; JSON skips it.
 */
export class LineSplitter {
  #pieces: Buffer[] = [];
  #size = 0;
  #first = true;

  /** The lines that end in this chunk. */
  *push(bytes: Uint8Array): Generator<InputLine> {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const first = chunk.indexOf(LINE_FEED);
    const last = chunk.lastIndexOf(LINE_FEED);
    if (first !== -1) yield this.#close(chunk.subarray(0, first));
    if (last > first) yield* this.#between(chunk.subarray(first + 1, last));
    this.#keep(chunk.subarray(last + 1));
  }

  /** Whole lines. Plain ASCII, as access logs mostly are, is decoded and cut at one go. */
  *#between(bytes: Buffer): Generator<InputLine> {
    if (bytes.length <= MAX_LINE_BYTES && isAscii(bytes)) {
      yield* bytes.toString('latin1').split('\n');
      return;
    }
    let start = 0;
    while (start <= bytes.length) {
      const found = bytes.indexOf(LINE_FEED, start);
      const end = found === -1 ? bytes.length : found;
      yield this.#close(bytes.subarray(start, end));
      start = end + 1;
    }
  }

  /** The last line, where the input does not end in a line feed. */
  *end(): Generator<InputLine> {
    if (this.#size > 0) yield this.#close(Buffer.alloc(0));
  }

  #keep(piece: Buffer): void {
    this.#size += piece.length;
    if (this.#size > MAX_LINE_BYTES) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }

  #close(last: Buffer): InputLine {
    this.#keep(last);
    const tooLong = this.#size > MAX_LINE_BYTES;
    const bytes = joined(this.#pieces);
    this.#pieces = [];
    this.#size = 0;
    return tooLong ? { code: 'line-too-long' } : this.#decode(bytes);
  }

  #decode(bytes: Buffer): InputLine {
    const text = bytes.toString('utf8');
    // The decoder puts U+FFFD where bytes are wrong, but a line may also hold that very character.
    if (text.includes(REPLACEMENT) && !isUtf8(bytes)) return { code: 'line-not-utf8' };
    const marked = this.#first && text.startsWith(BYTE_ORDER_MARK);
    this.#first = false;
    return marked ? text.slice(1) : text;
  }
}

/** A line that lies within one chunk, as most do, is not copied. */
function joined(pieces: Buffer[]): Buffer {
  const first = pieces[0];
  return first !== undefined && pieces.length === 1 ? first : Buffer.concat(pieces);
}
