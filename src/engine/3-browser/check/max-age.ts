import type { Header } from '../../model.ts';
import type { BrowserRules } from '../rules.ts';
import { linesOf } from '../syntax.ts';

/** Kept this long where the answer does not say. */
const DEFAULT_SECONDS = 5;

const DIGITS = /^[0-9]+$/;

/**
 * How long the answer of a preflight is kept, in seconds; null where the engine does not keep it.
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch (max-age); the engines' rules say where they differ
 */
export function maxAgeOf(headers: readonly Header[], rules: BrowserRules): number | null {
  const lines = linesOf(headers, 'Access-Control-Max-Age');
  if (lines.length === 0) return DEFAULT_SECONDS;
  const [value] = lines;
  const seconds =
    lines.length === 1 && value !== undefined && DIGITS.test(value)
      ? Number(value)
      : rules.maxAgeOfInvalid(lines.join(', '));
  if (seconds === null) return null;
  return Math.min(seconds, rules.maxAgeCap);
}
