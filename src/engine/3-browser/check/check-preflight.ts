import type { WireResponse } from '../../model.ts';
import type { CorsCheckResult } from './check-cors.ts';
import { checkCors } from './check-cors.ts';
import { isSafelistedMethod } from '../request/method.ts';
import { maxAgeOf } from './max-age.ts';
import { locationOf } from './location.ts';
import type { BrowserRules, PreflightCheck } from '../rules.ts';
import { STANDARD } from '../standard-rules.ts';
import type { BrowserStep } from '../step.ts';
import { browserStep } from '../step.ts';
import { tokensOf, valueOf } from '../syntax.ts';

/** What the preflight asked for. */
export interface PreflightTerms {
  origin: string;
  method: string;
  /** Lower case, sorted. */
  unsafe: readonly string[];
  credentialed: boolean;
}

export interface PreflightCheckResult extends CorsCheckResult {
  /** What the answer allows, for the preflight cache. */
  methods: readonly string[];
  /** Lower case. */
  headers: readonly string[];
  /** Seconds; null where the answer is not kept. */
  maxAge: number | null;
}

const ALLOW_METHODS = 'Access-Control-Allow-Methods';
const ALLOW_HEADERS = 'Access-Control-Allow-Headers';
const SECTION = 'cors-preflight-fetch';

/** A preflight goes to one address. https://fetch.spec.whatwg.org/#redirect-status */
function isNoRedirect(response: WireResponse, rules: BrowserRules): CorsCheckResult {
  if (locationOf(response, rules) === null) return { steps: [], failure: null };
  const { status } = response;
  return {
    steps: [browserStep('preflight-redirect', { status }, 'fail', SECTION)],
    failure: { code: 'preflight-redirect', args: { status } }
  };
}

/** https://fetch.spec.whatwg.org/#ok-status */
function hasOkStatus({ status }: WireResponse): CorsCheckResult {
  return status >= 200 && status <= 299
    ? { steps: [browserStep('preflight-status-ok', { status }, 'pass', SECTION)], failure: null }
    : {
        steps: [browserStep('preflight-status-not-ok', { status }, 'fail', SECTION)],
        failure: { code: 'preflight-status', args: { status } }
      };
}

/** One bad member makes the whole answer a network error, even where nothing was asked of the list. */
function methodsParse({ headers }: WireResponse): CorsCheckResult {
  const list = tokensOf(headers, ALLOW_METHODS);
  if (list === null || 'tokens' in list) return { steps: [], failure: null };
  const args = { value: list.invalid };
  return {
    steps: [browserStep('allow-methods-invalid', args, 'fail', SECTION)],
    failure: { code: 'allow-methods-invalid', args }
  };
}

/** The same for the headers. */
function headersParse({ headers }: WireResponse): CorsCheckResult {
  const list = tokensOf(headers, ALLOW_HEADERS);
  if (list === null || 'tokens' in list) return { steps: [], failure: null };
  const args = { value: list.invalid };
  return {
    steps: [browserStep('allow-headers-invalid', args, 'fail', SECTION)],
    failure: { code: 'allow-headers-invalid', args }
  };
}

/** The method is safelisted, listed in its own case, or covered by `*` without credentials. */
function methodAllowed(
  response: WireResponse,
  { method, credentialed }: PreflightTerms,
  methods: readonly string[]
): CorsCheckResult {
  if (
    methods.includes(method) ||
    isSafelistedMethod(method) ||
    (!credentialed && methods.includes('*'))
  )
    return { steps: [browserStep('method-allowed', { method }, 'pass', SECTION)], failure: null };
  const args = { method, value: valueOf(response.headers, ALLOW_METHODS) ?? '' };
  return {
    steps: [browserStep('method-not-allowed', args, 'fail', SECTION)],
    failure: { code: 'method-not-in-answer', args }
  };
}

/**
 * Every unsafe name is listed, in any case, or covered by `*` without credentials.
 * Authorization must be listed by its name.
 * https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
function headersAllowed(
  response: WireResponse,
  { unsafe, credentialed }: PreflightTerms,
  listed: readonly string[],
  rules: BrowserRules
): CorsCheckResult {
  const names = new Set(listed);
  const star = !credentialed && names.has('*');
  const allowed = (header: string) =>
    names.has(header) || (star && (header !== 'authorization' || rules.starCoversAuthorization));
  const value = valueOf(response.headers, ALLOW_HEADERS) ?? '';
  const steps = unsafe.map((header) =>
    allowed(header)
      ? browserStep('header-allowed', { header }, 'pass', SECTION)
      : browserStep('header-not-allowed', { header, value }, 'fail', SECTION)
  );
  const missing = unsafe.filter((header) => !allowed(header));
  return missing.length === 0
    ? { steps, failure: null }
    : { steps, failure: { code: 'header-not-in-answer', args: { headers: missing, value } } };
}

/**
 * Whether the answer to a preflight lets the actual request through, and for how long it is kept.
 * In: the answer and what was asked. Out: the steps up to the first failure in the engine's order.
 * Reports the causes of the CORS check, preflight-redirect, preflight-status, allow-methods-invalid,
 * allow-headers-invalid, method-not-in-answer, header-not-in-answer.
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function checkPreflight(
  response: WireResponse,
  asked: PreflightTerms,
  rules: BrowserRules = STANDARD
): PreflightCheckResult {
  const methods = listOf(response, ALLOW_METHODS);
  const headers = listOf(response, ALLOW_HEADERS).map((name) => name.toLowerCase());
  const checks: Record<PreflightCheck, () => CorsCheckResult> = {
    redirect: () => isNoRedirect(response, rules),
    'allow-origin': () => checkCors(response, asked.origin, asked.credentialed),
    status: () => hasOkStatus(response),
    'methods-syntax': () => methodsParse(response),
    'headers-syntax': () => headersParse(response),
    method: () => methodAllowed(response, asked, methods),
    headers: () => headersAllowed(response, asked, headers, rules)
  };
  const steps: BrowserStep[] = [];
  for (const name of rules.checkOrder) {
    const result = checks[name]();
    steps.push(...result.steps);
    if (result.failure !== null)
      return { steps, failure: result.failure, methods: [], headers: [], maxAge: null };
  }
  const maxAge = maxAgeOf(response.headers, rules);
  if (maxAge !== null) steps.push(browserStep('max-age', { seconds: maxAge }, 'note', SECTION));
  return { steps, failure: null, methods, headers, maxAge };
}

function listOf({ headers }: WireResponse, name: string): string[] {
  const list = tokensOf(headers, name);
  return list !== null && 'tokens' in list ? list.tokens : [];
}
