import type { Header } from '#engine';
import { parseHeaders } from './headers.ts';

interface OpenHeader {
  /** The list as it was when the editor was opened. */
  base: readonly Header[];
  /** Where in `base` the header stands; its length for a new one. */
  index: number;
  name: string;
  value: string;
}

/**
 * One header of a list under edit. Every keystroke is written through; while its name is empty,
 * the header is left out of the list, and cancelling puts the list back as it was.
 */
export class HeaderEdit {
  open: OpenHeader | null = $state.raw(null);
  readonly #read: () => readonly Header[];
  readonly #write: (headers: readonly Header[]) => void;

  constructor(read: () => readonly Header[], write: (headers: readonly Header[]) => void) {
    this.#read = read;
    this.#write = write;
  }

  /** What the list shows: a header, or null in the place of the editor. */
  get slots(): readonly (Header | null)[] {
    if (!this.open) return this.#read();
    const { base, index } = this.open;
    return [...base.slice(0, index), null, ...base.slice(index + 1)];
  }

  start(index: number): void {
    const base = this.#read();
    const [name, value] = base[index] ?? ['', ''];
    this.open = { base, index, name, value };
  }

  type(part: { name?: string; value?: string }): void {
    if (!this.open) return;
    this.open = { ...this.open, ...part };
    const { base, index, name, value } = this.open;
    const typed: Header[] = name.trim() === '' ? [] : [[name.trim(), value]];
    this.#write(base.toSpliced(index, 1, ...typed));
  }

  finish(): void {
    this.open = null;
  }

  cancel(): void {
    if (this.open) this.#write(this.open.base);
    this.open = null;
  }

  remove(index: number): void {
    this.#write(this.#read().toSpliced(index, 1));
  }

  /** Adds the headers of a pasted block, at the editor's place where it is open; false where there are none. */
  paste(text: string): boolean {
    const headers = parseHeaders(text);
    if (headers.length === 0) return false;
    const base = this.open?.base ?? this.#read();
    this.#write(base.toSpliced(this.open?.index ?? base.length, 1, ...headers));
    this.open = null;
    return true;
  }
}
