import type { WireRequest, WireResponse } from '../../model.ts';
import type { FetchRequest } from '../request/call.ts';
import { checkPreflight, type PreflightCheckResult } from '../check/check-preflight.ts';
import type { FetchCause } from '../fetch-cause.ts';
import type { StageSteps } from './fetch-result.ts';
import { reachesServer, send, type FetchFailure, type Network } from './network.ts';
import { asksStep, judgePreflight, preflightRequest } from '../request/preflight.ts';
import { isServedByCache, type CachedPreflight } from './preflight-cache.ts';
import { refusedStep } from '../step.ts';

/** One address of a call that needs CORS. */
export interface CorsHop {
  request: FetchRequest;
  /** As the script made it, before any redirect. */
  first: FetchRequest;
  /** The Origin of the preflight. */
  origin: string;
  /** As in `State`. */
  tainted: boolean;
  /** The call had a preflight at an earlier address. */
  preflighted: boolean;
}

/** What became of the preflight of one hop. */
export interface PreflightExchange {
  needed: boolean;
  /** Null where none reached a server. */
  request: WireRequest | null;
  failure: FetchFailure | null;
  kept: CachedPreflight | null;
  /** Authorization went through because of a `*`. */
  byStar: boolean;
  trail: StageSteps[];
}

/**
 * The preflight of one hop, where it needs one and none is kept.
 * https://fetch.spec.whatwg.org/#http-fetch (step 4.3)
 */
export function exchangePreflight(hop: CorsHop, network: Network): PreflightExchange {
  const { origin } = hop;
  const { rules } = network;
  const { method, target, credentials, forced, cache } = hop.request;
  const again = hop.preflighted && rules.preflightAgain !== 'if-needed';
  const { headers } = rules.preflightAgain === 'always-as-first' ? hop.first : hop.request;
  const { needed, unsafe, steps } = judgePreflight({ method, headers, forced }, rules);
  const trail: StageSteps[] = [{ stage: 'browser', steps }];
  const nothing = { needed: needed || again, request: null, failure: null, kept: null, trail };
  if (!nothing.needed) return { ...nothing, byStar: false };
  const credentialed = credentials === 'include';
  const asked = { origin, method, unsafe, credentialed };
  const isConditional = headers.some(([name]) =>
    rules.cache.skippedByHeaders.has(name.toLowerCase())
  );
  const cacheMode = cache === 'default' && isConditional ? 'no-cache' : cache;
  const wanted = { ...asked, url: target.href, forced: forced !== null, cacheMode };
  const keeps = !hop.tainted || rules.cache.servesOpaque;
  if (keeps && isServedByCache(network.cache, { ...wanted, now: network.now }, rules.cache))
    return { ...nothing, byStar: false };

  const wire = preflightRequest({ target, origin, method }, unsafe);
  const reply = send(network, wire, target);
  trail.push({ stage: 'preflight', steps: [asksStep(method, unsafe)] });
  const exchange = { ...nothing, byStar: false, request: reachesServer(reply) ? wire : null };
  const fail = (cause: FetchCause, answer: WireResponse | null): PreflightExchange => ({
    ...exchange,
    failure: { cause, phase: 'preflight', url: target.href, origin, answer, location: null }
  });
  if (reply.failed !== null) {
    const cause: FetchCause = { code: 'network', args: { reason: reply.failed } };
    trail.push({ stage: 'check', steps: [refusedStep(cause)] });
    return fail(cause, null);
  }
  const checked = checkPreflight(reply.response, asked, rules);
  trail.push({ stage: 'check', steps: checked.steps });
  if (checked.failure !== null) return fail(checked.failure, reply.response);
  const byStar = unsafe.includes('authorization') && !checked.headers.includes('authorization');
  return { ...exchange, byStar, kept: keeps ? keep(checked, hop, wanted, network) : null };
}

/** The entry for the cache; null where nothing is kept. https://fetch.spec.whatwg.org/#concept-cache-create-entry */
function keep(
  { maxAge, methods, headers }: PreflightCheckResult,
  { request }: CorsHop,
  { origin, url, credentialed }: { origin: string; url: string; credentialed: boolean },
  { now }: Network
): CachedPreflight | null {
  if (maxAge === null) return null;
  // A preflight for a listener's sake is kept for its method even where the answer lists none.
  const listed = methods.length === 0 && request.forced !== null ? [request.method] : methods;
  const expires = now + maxAge * 1000;
  return {
    origin,
    url,
    credentialed,
    methods: new Set(listed),
    headers: new Set(headers),
    expires
  };
}
