import type { WireResponse } from '../../model.ts';
import { actualRequest } from '../request/actual.ts';
import type { FetchRequest } from '../request/call.ts';
import type { FetchCause } from '../fetch-cause.ts';
import type { FetchResult, StageSteps } from './fetch-result.ts';
import { reachesServer, send, type FetchFailure, type Network } from './network.ts';
import { dropPreflights } from './preflight-cache.ts';
import { exchangePreflight } from './preflight-exchange.ts';
import { hasRedirectStatus, locationOf } from '../check/location.ts';
import { followRedirect } from './redirect.ts';
import { checkAnswer, refusalAt, type Terms } from './refusal.ts';
import type { BrowserRules } from '../rules.ts';
import { browserStep, refusedStep, type BrowserStep } from '../step.ts';
import { schemeOf } from '../url/target.ts';

/** Where a call stands between two redirects. */
export interface HopState {
  request: FetchRequest;
  /** As the script made it, before any redirect. */
  first: FetchRequest;
  /** Redirects so far. */
  count: number;
  /** The call has left the page's origin, and does not come home again. */
  left: boolean;
  /** A redirect led from one foreign origin to another. https://fetch.spec.whatwg.org/#concept-request-tainted-origin */
  tainted: boolean;
  preflighted: boolean;
}

export interface HopResult {
  result: FetchResult;
  /** Null where the call has ended. */
  next: HopState | null;
}

/** https://fetch.spec.whatwg.org/#concept-request-response-tainting */
function termsOf(
  { request, left, tainted }: HopState,
  pageOrigin: string,
  { rules }: Network
): Terms {
  const sameOrigin = !left && request.target.origin === pageOrigin;
  const type = sameOrigin ? 'basic' : request.mode === 'no-cors' ? 'opaque' : 'cors';
  const origin = tainted ? 'null' : pageOrigin;
  const preflightOrigin = rules.preflightKeepsOrigin ? pageOrigin : origin;
  return { pageOrigin, origin, preflightOrigin, type };
}

/**
 * One address of a call: its preflight, its actual request, and where the answer leads.
 * https://fetch.spec.whatwg.org/#http-fetch
 */
export function runHop(
  state: HopState,
  before: FetchResult,
  pageOrigin: string,
  network: Network
): HopResult {
  const terms = termsOf(state, pageOrigin, network);
  const refusal = refusalAt(state.request, terms, network);
  if (refusal !== null) {
    const told = withSteps(before, 'browser', [refusedStep(refusal)]);
    return ended(failedAt(state, terms, told, { phase: 'start', cause: refusal }));
  }
  const told = withSteps(before, 'browser', [originsStep(state, terms)]);
  const { result, preflighted } = preflightAt(state, terms, told, network);
  if (result.failure !== null) return ended(result);
  return actualAt({ ...state, preflighted }, terms, result, network);
}

const ended = (result: FetchResult): HopResult => ({ result, next: null });

const withSteps = (
  result: FetchResult,
  stage: StageSteps['stage'],
  steps: readonly BrowserStep[]
): FetchResult => ({ ...result, trail: [...result.trail, { stage, steps }] });

/** Whether CORS has a say at all. https://fetch.spec.whatwg.org/#main-fetch (step 12) */
function originsStep({ request }: HopState, { pageOrigin: origin, type }: Terms): BrowserStep {
  const target = request.target.origin;
  if (type === 'basic') return browserStep('same-origin', { origin }, 'pass', 'main-fetch');
  const code = type === 'opaque' ? 'mode-no-cors' : 'cross-origin';
  return browserStep(code, { origin, target }, 'note', 'main-fetch');
}

/** The result with its failure at this address. */
function failedAt(
  { request }: HopState,
  { origin }: Terms,
  result: FetchResult,
  failure: Pick<FetchFailure, 'phase' | 'cause'> & Partial<FetchFailure>
): FetchResult {
  const at = { url: request.target.href, origin, answer: null, location: null };
  return { ...result, failure: { ...at, ...failure } };
}

/** The preflight, where CORS asks for one. */
function preflightAt(
  { request, first, preflighted, tainted }: HopState,
  { preflightOrigin, type }: Terms,
  result: FetchResult,
  network: Network
): { result: FetchResult; preflighted: boolean } {
  if (type !== 'cors') return { result, preflighted };
  const hop = { request, first, origin: preflightOrigin, tainted, preflighted };
  const exchange = exchangePreflight(hop, { ...network, cache: result.cache });
  return {
    preflighted: preflighted || exchange.needed,
    result: {
      ...result,
      preflight: result.preflight ?? exchange.request,
      failure: exchange.failure,
      byStar: result.byStar || exchange.byStar,
      trail: [...result.trail, ...exchange.trail],
      cache: exchange.kept === null ? result.cache : [...result.cache, exchange.kept]
    }
  };
}

/** The actual request, and what its answer comes to. */
function actualAt(state: HopState, terms: Terms, before: FetchResult, network: Network): HopResult {
  const { request } = state;
  const { target } = request;
  if (request.streams && network.rules.streamBody === 'needs-http2') {
    const cause: FetchCause = { code: 'network', args: { reason: 'needs-http2' } };
    const told = withSteps(before, 'actual', [refusedStep(cause)]);
    return ended(failedAt(state, terms, told, { phase: 'actual', cause }));
  }
  const reply = send(network, actualRequest(request, terms.origin, terms.type === 'cors'), target);
  const sent = { ...before, actualSent: before.actualSent || reachesServer(reply) };
  if (reply.failed !== null) {
    const cause: FetchCause = { code: 'network', args: { reason: reply.failed } };
    const told = withSteps(sent, 'actual', [refusedStep(cause)]);
    const failed = failedAt(state, terms, told, { phase: 'actual', cause });
    return ended(withoutKept(failed, state, terms, network));
  }
  const { response } = reply;
  const location = locationOf(response, network.rules);
  const { steps, failure: cause } = checkAnswer(response, request, terms, network);
  const result = withSteps(sent, 'actual', steps);
  if (cause !== null) {
    const phase = location === null ? 'actual' : 'redirect';
    const failed = failedAt(state, terms, result, { phase, cause, answer: response, location });
    return ended(withoutKept(failed, state, terms, network));
  }
  return hasRedirectStatus(response)
    ? redirectAt(state, terms, result, { response, location }, network)
    : ended({ ...result, answer: { response, type: terms.type } });
}

/** A failed call takes the kept preflight with it. https://fetch.spec.whatwg.org/#concept-cache-clear */
function withoutKept(
  result: FetchResult,
  { request, preflighted }: HopState,
  { preflightOrigin }: Terms,
  { rules }: Network
): FetchResult {
  if (!preflighted || !rules.cache.droppedOnFailure) return result;
  const at = { origin: preflightOrigin, url: request.target.href };
  return { ...result, cache: dropPreflights(result.cache, at) };
}

/** Whether a Location is refused before the mode of redirects is looked at. */
function isEarly(cause: FetchCause | null, rules: BrowserRules): boolean {
  if (cause?.code === 'redirect-scheme') return rules.refusedSchemes.has(schemeOf(cause.args.url));
  return cause?.code === 'redirect-credentials' && rules.userNameBeforeMode;
}

/** What becomes of a redirect. https://fetch.spec.whatwg.org/#http-fetch (step 6) */
function redirectAt(
  state: HopState,
  terms: Terms,
  result: FetchResult,
  { response, location }: { response: WireResponse; location: string | null },
  { rules }: Network
): HopResult {
  const { request, count } = state;
  const { target, redirect } = request;
  const refuse = (cause: FetchCause): HopResult => {
    const told = withSteps(result, 'actual', [refusedStep(cause)]);
    const at = { phase: 'redirect', cause, answer: response, location } as const;
    return ended(failedAt(state, terms, told, at));
  };
  if (redirect === 'manual')
    return ended({ ...result, answer: { response, type: 'opaque-redirect' } });
  if (location === null && (redirect === 'follow' || rules.redirectNeedsLocation))
    return ended({ ...result, answer: { response, type: terms.type } });
  if (location === null)
    return refuse({ code: 'redirect-not-allowed', args: { url: target.href } });
  const hop = { request, origin: terms.pageOrigin, cors: terms.type === 'cors', count };
  const next = followRedirect(hop, response, location, rules);
  if (redirect === 'error' && !isEarly(next.cause, rules))
    return refuse({ code: 'redirect-not-allowed', args: { url: target.href } });
  if (next.cause !== null) return refuse(next.cause);
  const taints =
    target.origin !== terms.pageOrigin || (request.mode === 'no-cors' && rules.taintsWithoutCors);
  return {
    result,
    next: {
      ...state,
      request: next.request,
      count: count + 1,
      left: terms.type !== 'basic',
      tainted: state.tainted || (taints && next.request.target.origin !== target.origin)
    }
  };
}
