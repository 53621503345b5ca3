import type { Coded, Header } from '../../model.ts';
import type { FetchCauseArgs } from '../fetch-cause.ts';
import { isForbiddenMethod, isMethod, normaliseMethod } from './method.ts';
import type { BrowserRules } from '../rules.ts';
import { classifyHeader } from './safelist.ts';
import { trimHttpWhitespace } from '../syntax.ts';

/** A part of a call: its value, or why the script gets an exception. */
export type CallPart<T, Code extends keyof FetchCauseArgs> =
  { value: T; cause: null } | { value: null; cause: Coded<Pick<FetchCauseArgs, Code>> };

/**
 * The method as it goes out. Reports method-invalid and method-forbidden.
 * https://fetch.spec.whatwg.org/#dom-request (step 25)
 */
export function readMethod(
  method: string
): CallPart<string, 'method-invalid' | 'method-forbidden'> {
  if (!isMethod(method))
    return { value: null, cause: { code: 'method-invalid', args: { method } } };
  if (isForbiddenMethod(method))
    return { value: null, cause: { code: 'method-forbidden', args: { method } } };
  return { value: normaliseMethod(method), cause: null };
}

export interface ReadHeaders {
  headers: Header[];
  /** Names that the browser leaves out, in the script's spelling. */
  dropped: string[];
}

/**
 * The headers as they go out, their values trimmed. Reports header-invalid.
 * `simpleOnly` is the guard of a no-cors request: what is not safelisted is left out as well.
 * https://fetch.spec.whatwg.org/#concept-headers-append
 */
export function readHeaders(
  written: readonly Header[],
  simpleOnly: boolean,
  rules: BrowserRules
): CallPart<ReadHeaders, 'header-invalid'> {
  const headers: Header[] = [];
  const dropped: string[] = [];
  const together = new Map<string, string>();
  for (const [name, value] of written) {
    const { kind } = classifyHeader(name, value, rules);
    if (kind === 'invalid')
      return { value: null, cause: { code: 'header-invalid', args: { header: name } } };
    const lower = name.toLowerCase();
    const before = together.get(lower);
    const trimmed = trimHttpWhitespace(value);
    const joined = before === undefined ? trimmed : `${before}, ${trimmed}`;
    const left = kind === 'forbidden' || (simpleOnly && !isSimple(lower, joined, rules));
    if (left) {
      dropped.push(name);
      continue;
    }
    headers.push([name, trimmed]);
    if (simpleOnly) together.set(lower, joined);
  }
  return { value: { headers, dropped }, cause: null };
}

const SIMPLE_NAMES = new Set(['accept', 'accept-language', 'content-language', 'content-type']);

/**
 * Whether a no-cors request may carry the header, all its values together: only the browser itself sets Range on one.
 * https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header
 */
const isSimple = (lowerName: string, value: string, rules: BrowserRules): boolean =>
  SIMPLE_NAMES.has(lowerName) && classifyHeader(lowerName, value, rules).kind === 'safelisted';
