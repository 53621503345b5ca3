import { HIDDEN, type Header } from '../../model.ts';
import { isForbiddenHeader } from './forbidden.ts';
import { mimeEssence } from './mime.ts';
import { parseSingleRange } from './range.ts';
import type { BrowserRules } from '../rules.ts';
import { STANDARD } from '../standard-rules.ts';
import type { UnsafeReason } from '../step.ts';
import { isToken, trimHttpWhitespace } from '../syntax.ts';

/** What a browser makes of one header that a script sets. */
export type HeaderStanding =
  | { kind: 'safelisted' }
  | { kind: 'unsafe'; reason: UnsafeReason }
  /** Left out without a word. */
  | { kind: 'forbidden' }
  /** The call throws. */
  | { kind: 'invalid' };

const VALUE_LIMIT = 128;

const SIMPLE_TYPES = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain'
]);

/** Whether a script can give this name and value at all. https://fetch.spec.whatwg.org/#headers-validate */
function isValidHeader(name: string, value: string): boolean {
  return isToken(name) && isValidValue(value);
}

/** https://fetch.spec.whatwg.org/#header-value */
function isValidValue(value: string): boolean {
  if (value === HIDDEN) return true;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === 0 || code === 0x0a || code === 0x0d || code > 0xff) return false;
  }
  return true;
}

/**
 * A CORS-unsafe request-header byte.
 * https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
 */
function hasUnsafeByte(value: string, rules: BrowserRules): boolean {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if ((code < 0x20 && code !== 0x09) || code === 0x7f) return true;
    if (code >= 0x80 && rules.highBytesUnsafe) return true;
    if ('"():<>?@[\\]{}'.includes(value.charAt(at))) return true;
  }
  return false;
}

/** The bytes of a language list. https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
const LANGUAGE_VALUE = /^[0-9A-Za-z *,\-.;=]*$/;

/**
 * Why one header is not on the safelist, or null where it is.
 * https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
function unsafeReason(name: string, value: string, rules: BrowserRules): UnsafeReason | null {
  // First, so that nothing below reads more than 128 bytes.
  if (value.length > VALUE_LIMIT) return 'value-too-long';
  const hint = rules.extraSafelisted.get(name);
  if (hint !== undefined) return hint.test(value) ? null : 'value-bytes';
  switch (name) {
    case 'accept':
      if (hasUnsafeByte(value, rules)) return 'value-bytes';
      break;
    case 'accept-language':
    case 'content-language':
      if (!LANGUAGE_VALUE.test(value)) return 'value-bytes';
      break;
    case 'content-type': {
      if (hasUnsafeByte(value, rules)) return 'value-bytes';
      const essence = mimeEssence(value);
      if (essence === null || !SIMPLE_TYPES.has(essence)) return 'media-type';
      break;
    }
    case 'range':
      if (!isSafeRange(value, rules)) return 'range';
      break;
    default:
      return 'name';
  }
  return null;
}

/** One range with its first position; what a browser itself might send to go on with a download. */
function isSafeRange(value: string, rules: BrowserRules): boolean {
  const unit = rules.rangeUnitAnyCase ? value.slice(0, 5).toLowerCase() : value.slice(0, 5);
  const range = parseSingleRange(unit + value.slice(5));
  if (range === null || range.first === null) return false;
  const limit = rules.rangeBelow;
  return limit === null || (range.first < limit && (range.last === null || range.last < limit));
}

/**
 * What a browser makes of one header of a script, taken alone.
 * In: name and value as the script gives them, one UTF-16 unit for each byte. Never throws.
 */
export function classifyHeader(
  name: string,
  value: string,
  rules: BrowserRules = STANDARD
): HeaderStanding {
  const trimmed = trimHttpWhitespace(value);
  if (!isValidHeader(name, trimmed)) return { kind: 'invalid' };
  if (isForbiddenHeader(name, trimmed, rules)) return { kind: 'forbidden' };
  const reason = unsafeReason(name.toLowerCase(), trimmed, rules);
  return reason === null ? { kind: 'safelisted' } : { kind: 'unsafe', reason };
}

/** A header that is sent, and why it needs a preflight; `reason` null where it needs none. */
export interface JudgedHeader {
  header: string;
  reason: UnsafeReason | null;
}

/** Several lines of one name as one, in the place of the first. */
export function joinLines(headers: readonly Header[]): Header[] {
  const joined = new Map<string, Header>();
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    const first = joined.get(lower);
    joined.set(lower, first ? [first[0], `${first[1]}, ${value}`] : [name, value]);
  }
  return [...joined.values()];
}

/**
 * Judges all headers of a request together: safelisted values may be long only up to a total.
 * In: headers that are valid and not forbidden. Out: one entry for each header, names lower case.
 * https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export function judgeHeaders(
  headers: readonly Header[],
  rules: BrowserRules = STANDARD
): JudgedHeader[] {
  let total = 0;
  const judged = (rules.judgesJoinedValue ? joinLines(headers) : headers).map(([name, value]) => {
    const header = name.toLowerCase();
    const reason = unsafeReason(header, value, rules);
    if (reason === null) total += value.length;
    return { header, reason };
  });
  if (rules.totalLimit === null || total <= rules.totalLimit) return judged;
  return judged.map(({ header, reason }) => ({ header, reason: reason ?? 'total-too-long' }));
}

/**
 * The names for Access-Control-Request-Headers: lower case, sorted by byte, each once.
 * https://fetch.spec.whatwg.org/#convert-header-names-to-a-sorted-lowercase-set
 */
export function unsafeNames(
  judged: readonly JudgedHeader[],
  rules: BrowserRules = STANDARD
): string[] {
  const names = judged.filter(({ reason }) => reason !== null).map(({ header }) => header);
  return (rules.repeatsNames ? names : [...new Set(names)]).sort();
}
