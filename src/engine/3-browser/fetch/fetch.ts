import type { FetchRequest } from '../request/call.ts';
import type { FetchResult } from './fetch-result.ts';
import { runHop, type HopState } from './hop.ts';
import type { Network } from './network.ts';
import { browserStep, type BrowserStep } from '../step.ts';

/** https://fetch.spec.whatwg.org/#forbidden-request-header */
const droppedStep = (header: string): BrowserStep =>
  browserStep('header-forbidden', { header }, 'note', 'forbidden-request-header');

/**
 * Runs a call against a network: preflights, actual requests, redirects and the checks between them.
 * In: the request, the page's serialised origin, and a network with its rules, cache and clock. Never throws.
 * https://fetch.spec.whatwg.org/#main-fetch
 */
export function runFetch(request: FetchRequest, pageOrigin: string, network: Network): FetchResult {
  let result: FetchResult = {
    request,
    preflight: null,
    actualSent: false,
    failure: null,
    answer: null,
    byStar: false,
    cache: network.cache,
    trail: [{ stage: 'browser', steps: request.dropped.map(droppedStep) }]
  };
  let state: HopState | null = {
    request,
    first: request,
    count: 0,
    left: false,
    tainted: false,
    preflighted: false
  };
  // Ends: a call follows no more than twenty redirects.
  while (state !== null) ({ result, next: state } = runHop(state, result, pageOrigin, network));
  const keeps = pageOrigin !== 'null' || network.rules.cache.servesOpaque;
  return keeps ? result : { ...result, cache: network.cache };
}
