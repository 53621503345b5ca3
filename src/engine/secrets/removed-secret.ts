import type { Header } from '../model.ts';

/** Something that was taken out, and where it stood. */
export interface RemovedSecret {
  place: 'header' | 'parameter' | 'path' | 'user' | 'fragment' | 'body' | 'option' | 'text';
  /** Of the header or the parameter; empty for what has none. */
  name: string;
  /** How long the value was, in UTF-16 code units. */
  length: number;
}

/** A value without its secrets, and what was taken out of it, in the order of the text. */
export interface ScrubResult<T> {
  value: T;
  removed: readonly RemovedSecret[];
}

/** A call as far as it is known. */
export interface CallParts {
  url?: string;
  headers?: readonly Header[];
}
