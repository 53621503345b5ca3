/** How the C library, and with it the RADOS Gateway, reads a number. https://en.cppreference.com/w/c/string/byte/strtoul */

const LARGEST = 2n ** 64n - 1n;
const LARGEST_DIGITS = String(LARGEST).length;
const NUMBER = /^[ \t\n\v\f\r]*([+-]?)0*(\d*)/;

/**
 * The number at the beginning of a text, as `strtoul` reads it into 64 bits: blanks and a sign are taken, too large a number
 * becomes the largest, a negative one counts down from there. `rest` is what stands behind; where there is no number the
 * value is 0 and `rest` the whole text.
 */
export function readNumber(text: string): { value: bigint; rest: string } {
  const [whole, sign, digits] = NUMBER.exec(text) ?? [''];
  if (!/\d$/.test(whole) || digits === undefined) return { value: 0n, rest: text };
  const rest = text.slice(whole.length);
  const size = digits.length > LARGEST_DIGITS ? LARGEST + 1n : BigInt(digits);
  if (size > LARGEST) return { value: LARGEST, rest };
  return { value: sign === '-' ? BigInt.asUintN(64, -size) : size, rest };
}
