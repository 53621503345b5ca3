import type { WireRequest, WireResponse } from '../../model.ts';
import type { FetchCause, NetworkReason } from '../fetch-cause.ts';
import { parseUrl } from '../url/parse-url.ts';
import type { CachedPreflight } from './preflight-cache.ts';
import { locationOf } from '../check/location.ts';
import type { BrowserRules } from '../rules.ts';
import { linesOf } from '../syntax.ts';
import type { Target } from '../url/target.ts';

/** What comes back for a request on the wire. */
export type Reply =
  { response: WireResponse; failed: null } | { response: null; failed: NetworkReason };

/** What a call runs against. */
export interface Network {
  rules: BrowserRules;
  serve: (request: WireRequest, target: Target) => Reply;
  /** What earlier calls of the same page left in the preflight cache. */
  cache: readonly CachedPreflight[];
  /** On one clock with the cache, in milliseconds. */
  now: number;
}

/** Why a call fails, and at what. */
export interface FetchFailure {
  cause: FetchCause;
  /** `redirect`: the answer was a redirect, and it is the redirect that is refused. */
  phase: 'start' | 'preflight' | 'actual' | 'redirect';
  /** The address that was asked, or would have been. */
  url: string;
  /** The Origin of the request whose answer is refused. */
  origin: string;
  answer: WireResponse | null;
  /** Where that answer leads. */
  location: string | null;
}

/**
 * Sends a request. A 407 is a failure to those engines that take it for a proxy's, and a Location that is no address to those
 * that look at it first.
 */
export function send(network: Network, request: WireRequest, target: Target): Reply {
  const { rules } = network;
  const reply = network.serve(request, target);
  if (reply.response === null) return reply;
  if (rules.refuses407 && reply.response.status === 407)
    return { response: null, failed: 'status-407' };
  if (!rules.refusesInvalidLocation) return reply;
  if (new Set(linesOf(reply.response.headers, 'Location')).size > 1)
    return { response: null, failed: 'several-locations' };
  const location = locationOf(reply.response, rules);
  return location === null || parseUrl(location, target.href) !== null
    ? reply
    : { response: null, failed: 'invalid-redirect' };
}

/** Whether the request came through to the server. */
export function reachesServer({ failed }: Reply): boolean {
  return failed !== 'refused' && failed !== 'tls';
}
