import { STANDARD } from '../../3-browser/standard-rules.ts';
import { isForbiddenHeader } from '../../3-browser/request/forbidden.ts';
import { serialiseOrigin } from '../../3-browser/url/origin.ts';
import { parseUrl } from '../../3-browser/url/parse-url.ts';
import { classifyHeader } from '../../3-browser/request/safelist.ts';
import { tokensOf, valueOf } from '../../3-browser/syntax.ts';
import type { Header, PageRequest } from '../../model.ts';
import { scrubHeaders, type RemovedSecret } from '../../secrets/index.ts';
import { unknownHeader } from '../messages/line-clue.ts';

/** A request as a tool shows it, with every header that went over the wire. */
export interface WireSight {
  /** Null where it is not shown. */
  url: string | null;
  method: string | null;
  headers: readonly Header[];
}

/** What such a request tells of the script's call. */
export interface SeenRequest {
  request: Partial<PageRequest>;
  preflight: boolean;
  /** What the browser sends on its own, such as cookies, and may be a secret. */
  removed: readonly RemovedSecret[];
}

/** Headers that a browser sets on its own, beside those that a script cannot set at all. */
const OF_BROWSER: ReadonlySet<string> = new Set([
  'accept-language',
  'if-modified-since',
  'if-none-match',
  'priority',
  'purpose',
  'upgrade-insecure-requests',
  'user-agent',
  'x-client-data'
]);

/**
 * What the script asked for, from what went over the wire. A preflight tells the method and the headers of the call that it
 * asks for; of any other request, what only the browser sets is left out.
 */
export function seenRequest({ url, method, headers }: WireSight): SeenRequest {
  const asked = valueOf(headers, 'Access-Control-Request-Method');
  const preflight = method === 'OPTIONS' && asked !== null;
  const origin = pageOrigin(headers);
  const own = preflight ? askedHeaders(headers) : scriptHeaders(headers);
  const kept = new Set(own);
  const called = preflight ? asked : method;
  return {
    preflight,
    removed: scrubHeaders(headers.filter((header) => !kept.has(header))).removed,
    request: {
      ...(url === null ? {} : { url }),
      ...(called === null ? {} : { method: called }),
      ...(origin === null ? {} : { pageOrigin: origin }),
      ...(own.length === 0 ? {} : { headers: own }),
      ...(valueOf(headers, 'Cookie') === null ? {} : { credentials: 'include' })
    }
  };
}

/** The Origin header, else the origin of the Referer. */
function pageOrigin(headers: readonly Header[]): string | null {
  const written = valueOf(headers, 'Origin') ?? valueOf(headers, 'Referer');
  return written === null ? null : originOfPage(written);
}

/** The origin of a page's address; null where the text is none. */
export function originOfPage(address: string): string | null {
  if (address !== 'null' && parseUrl(address) === null) return null;
  const { origin } = serialiseOrigin(address);
  return origin === '' ? null : origin;
}

function askedHeaders(headers: readonly Header[]): Header[] {
  const list = tokensOf(headers, 'Access-Control-Request-Headers');
  return list !== null && 'tokens' in list ? list.tokens.map(unknownHeader) : [];
}

/**
 * The headers that a script set. A safelisted Accept may be either's and does not matter; DevTools' "Disable cache" adds
 * Cache-Control and Pragma together.
 */
function scriptHeaders(headers: readonly Header[]): Header[] {
  const bypass =
    valueOf(headers, 'Pragma') === 'no-cache' && valueOf(headers, 'Cache-Control') === 'no-cache';
  return headers.filter(([name, value]) => {
    const lower = name.toLowerCase();
    if (lower.startsWith(':') || OF_BROWSER.has(lower)) return false;
    if (isForbiddenHeader(lower, value, STANDARD)) return false;
    if (lower === 'accept') return classifyHeader(name, value).kind !== 'safelisted';
    return !(bypass && (lower === 'pragma' || lower === 'cache-control'));
  });
}
