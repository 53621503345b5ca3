import type { Coded, PageRequest, WireRequest } from '../model.ts';
import type { CauseArgs } from '../4-explain/cause.ts';
import { actualRequest } from './actual.ts';
import { readHeaders, readMethod } from './call-parts.ts';
import { STANDARD } from './engines/standard.ts';
import { serialiseOrigin, type SerialisedOrigin } from './origin.ts';
import { judgePreflight, preflightRequest } from './preflight.ts';
import type { BrowserRules } from './rules.ts';
import { browserStep, type BrowserStep } from './step.ts';
import { isMixedContent, readTarget, type Target } from './url.ts';

/** What a browser does before the first answer comes. */
export interface Plan {
  page: SerialisedOrigin;
  /** Null where the address is no address. */
  target: Target | null;
  /** False where page and target share an origin: no CORS at all, everything is readable. */
  crossOrigin: boolean;
  /** The origin against which answers are checked: the Origin header. */
  origin: string;
  /** Whether cookies and the like go along, so that `*` is no wildcard in the answers. */
  credentialed: boolean;
  /** Why the browser sends nothing at all. */
  refusal: Coded<CauseArgs> | null;
  /** Names that the browser leaves out, in the script's spelling. */
  dropped: string[];
  /** Names that need a preflight: lower case, sorted, each once. */
  unsafe: string[];
  /** After normalisation. */
  method: string;
  steps: BrowserStep[];
  /** Null where none is needed, or nothing is sent. */
  preflight: WireRequest | null;
  /** Null where nothing is sent. */
  actual: WireRequest | null;
}

/**
 * Plans a call from a page: what is refused, dropped, asked first and sent.
 * In: the request as the person wrote it. Out: the wire requests, and every step on the way to them.
 * https://fetch.spec.whatwg.org/#http-fetch
 */
export function planRequest(page: PageRequest, rules: BrowserRules = STANDARD): Plan {
  const serialised = serialiseOrigin(page.pageOrigin);
  const { origin } = serialised;
  const target = readTarget(page.url);
  const read = readMethod(page.method);
  const list = readHeaders(page.headers, false, rules);
  const method = read.value ?? page.method;
  const { headers, dropped } = list.value ?? { headers: [], dropped: [] };
  const crossOrigin = target !== null && (origin === 'null' || origin !== target.origin);
  const steps = dropped.map((header) =>
    browserStep('header-forbidden', { header }, 'note', 'forbidden-request-header')
  );
  const plan: Plan = {
    page: serialised,
    target,
    crossOrigin,
    origin,
    credentialed:
      page.credentials === 'include' || (page.credentials === 'same-origin' && !crossOrigin),
    refusal:
      refusalAt(page, serialised, target) ??
      read.cause ??
      list.cause ??
      refusalAsMixed(page, origin, target, rules),
    dropped,
    unsafe: [],
    method,
    steps,
    preflight: null,
    actual: null
  };
  if (plan.refusal !== null || target === null) return plan;

  plan.actual = actualRequest({ target, method, headers }, origin, crossOrigin);
  if (!crossOrigin) {
    steps.push(browserStep('same-origin', { origin }, 'pass', 'main-fetch'));
    return plan;
  }
  steps.push(browserStep('cross-origin', { origin, target: target.origin }, 'note', 'main-fetch'));
  const {
    needed,
    unsafe,
    steps: judged
  } = judgePreflight({ method, headers, forced: null }, rules);
  steps.push(...judged);
  plan.unsafe = unsafe;
  if (!needed) return plan;
  plan.preflight = preflightRequest({ target, origin, method }, unsafe);
  const asks = { method, headers: unsafe };
  steps.push(browserStep('preflight-asks', asks, 'note', 'cors-preflight-fetch'));
  return plan;
}

/** An address with a user name is none for a Request. https://fetch.spec.whatwg.org/#dom-request (step 5) */
function refusalAt(
  { pageOrigin, url }: PageRequest,
  { origin }: SerialisedOrigin,
  target: Target | null
): Coded<CauseArgs> | null {
  if (origin === '') return { code: 'origin-invalid', args: { origin: pageOrigin } };
  if (target === null || target.hasCredentials) return { code: 'url-invalid', args: { url } };
  return null;
}

/** https://fetch.spec.whatwg.org/#main-fetch (step 7) */
function refusalAsMixed(
  { url }: PageRequest,
  origin: string,
  target: Target | null,
  rules: BrowserRules
): Coded<CauseArgs> | null {
  const isMixed = target !== null && isMixedContent(origin, target, rules.trustsLoopback);
  return isMixed ? { code: 'mixed-content', args: { origin, url } } : null;
}
