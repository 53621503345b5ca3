import type { WireResponse } from '../../model.ts';
import type { FetchRequest } from '../request/call.ts';
import type { FetchCause } from '../fetch-cause.ts';
import { parseUrl } from '../url/parse-url.ts';
import type { BrowserRules } from '../rules.ts';
import { readTarget } from '../url/target.ts';

/** https://fetch.spec.whatwg.org/#http-redirect-fetch (step 7) */
const REDIRECT_LIMIT = 20;

/** Headers that belong to a body. https://fetch.spec.whatwg.org/#request-body-header-name */
const BODY_HEADERS = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type'
]);

export interface Hop {
  request: FetchRequest;
  /** The page's origin. */
  origin: string;
  /** The call has left the origin it started for: CORS holds from here on. */
  cors: boolean;
  /** How many redirects came before. */
  count: number;
}

export type Next = { request: FetchRequest; cause: null } | { request: null; cause: FetchCause };

const refuse = (cause: FetchCause): Next => ({ request: null, cause });

/**
 * The request that a redirect leads to, or why the browser does not follow.
 * https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function followRedirect(
  hop: Hop,
  response: WireResponse,
  location: string,
  rules: BrowserRules
): Next {
  const { request, origin } = hop;
  const url = redirectUrl(location, request.target.href);
  if (url === null) return refuse({ code: 'redirect-invalid', args: { location } });
  const target = readTarget(url);
  if (target === null) return refuse({ code: 'redirect-scheme', args: { url } });
  const limit = request.keepalive ? rules.keepaliveRedirects : REDIRECT_LIMIT;
  if (hop.count >= limit) return refuse({ code: 'redirect-too-many', args: { url } });
  const leaves = request.mode === 'cors' && target.origin !== origin;
  if (target.hasCredentials && (leaves || hop.cors))
    return refuse({ code: 'redirect-credentials', args: { url } });
  const stays = request.mode !== 'same-origin' || target.origin === origin;
  if (target.hasCredentials && stays && rules.refusesUserName)
    return refuse({ code: 'redirect-user-name', args: { url } });
  if (request.streams && response.status !== 303)
    return refuse({ code: 'redirect-stream', args: { url } });
  const method = methodAfter(response.status, request.method);
  const drops = target.origin !== origin && !request.keepalive;
  const headers = request.headers.filter(([name]) => {
    const lower = name.toLowerCase();
    if (method !== request.method && BODY_HEADERS.has(lower)) return false;
    if (drops && rules.redirectDrops.has(lower)) return false;
    return lower !== 'authorization' || target.origin === request.target.origin;
  });
  return { request: { ...request, target, method, headers }, cause: null };
}

/**
 * The whole address that a Location means; it keeps the fragment of the one before unless it has its own. Null where it is none.
 * https://fetch.spec.whatwg.org/#concept-response-location-url
 */
function redirectUrl(location: string, base: string): string | null {
  const url = parseUrl(location, base);
  if (url === null) return null;
  if (url.hash === '' && !location.includes('#')) url.hash = new URL(base).hash;
  return url.href;
}

/** A 303 asks by GET, and a 301 or 302 makes a GET of a POST. */
function methodAfter(status: number, method: string): string {
  if (status === 303) return method === 'HEAD' ? 'HEAD' : 'GET';
  return (status === 301 || status === 302) && method === 'POST' ? 'GET' : method;
}
