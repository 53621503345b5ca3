export interface SingleRange {
  /** Null in `bytes=-5`, the last five bytes. */
  first: bigint | null;
  /** Null in `bytes=5-`. */
  last: bigint | null;
}

const SINGLE_RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * Parses a Range value that holds one range and no white space; null where it does not.
 * https://fetch.spec.whatwg.org/#simple-range-header-value
 */
export function parseSingleRange(value: string): SingleRange | null {
  const match = SINGLE_RANGE.exec(value);
  if (match === null) return null;
  const first = positionOf(match[1]);
  const last = positionOf(match[2]);
  if (first === null && last === null) return null;
  if (first !== null && last !== null && first > last) return null;
  return { first, last };
}

function positionOf(digits: string | undefined): bigint | null {
  return digits === undefined || digits === '' ? null : BigInt(digits);
}
