/** What a script sends along. */
import { byteLength } from '../../written.ts';

export interface CallBody {
  kind: string;
  /** Of a string; other kinds hold next to nothing. */
  value: string;
  /** Of a Blob or File; null where it has none. */
  type: string | null;
}

const FIXED_TYPES = new Map([
  ['string', 'text/plain;charset=UTF-8'],
  ['urlsearchparams', 'application/x-www-form-urlencoded;charset=UTF-8'],
  // Every engine's boundary is made of token characters.
  ['formdata', 'multipart/form-data; boundary=x'],
  ['htmldoc', 'text/html;charset=UTF-8'],
  ['xmldoc', 'application/xml;charset=UTF-8']
]);

/**
 * The Content-Type that a body brings where the script sets none; null for bytes.
 * https://fetch.spec.whatwg.org/#concept-bodyinit-extract
 */
export function contentTypeOf({ kind, type }: CallBody): string | null {
  if (kind === 'blob' || kind === 'file') return type === '' ? null : (type?.toLowerCase() ?? null);
  return FIXED_TYPES.get(kind) ?? null;
}

/** Length in bytes, as far as the case tells it. */
export function byteLengthOf({ value }: CallBody): number {
  return byteLength(value);
}
