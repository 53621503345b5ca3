import type { IncomingMessage } from 'node:http';

/** The scheme and host of an absolute form: https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2 */
const ORIGIN = /^https?:\/\/[^/?#]*/i;

/** What a host and port may be written with, whether or not there is such a host. */
const HOST = /^(?:\[[\da-f:.]+\]|[\w.~!$&'()*+,;=%-]+)(?::\d*)?$/i;

/** The target of a request that can be answered. */
export interface RequestTarget {
  /** The path and the query as they came, starting with a slash. */
  url: string;
  /** The path alone, percent sequences of all but reserved characters decoded. */
  path: string;
}

/** Reads what a request is for; null where it is none that a server has to understand, which is a 400. */
export function targetOf(request: IncomingMessage): RequestTarget | null {
  if (!hasOneHost(request) || !isBounded(request)) return null;
  const url = (request.url ?? '').replace(ORIGIN, '').replace(/^(?=\?|$)/, '/');
  if (!url.startsWith('/') || url.includes('#')) return null;
  const path = decoded(url.replace(/\?.*$/s, ''));
  return path === null || path.includes('\0') ? null : { url, path };
}

/** Exactly one that is well formed; before HTTP/1.1 there may be none. https://www.rfc-editor.org/rfc/rfc9112#section-3.2-6 */
function hasOneHost({ headersDistinct, httpVersion }: IncomingMessage): boolean {
  const hosts = headersDistinct['host'] ?? [];
  if (hosts.length === 0) return httpVersion === '1.0';
  return hosts.length === 1 && HOST.test(hosts[0] ?? '');
}

/** Whether the end of the body is known; Node's parser notices the other codings only after it has given us the request. */
const isBounded = ({ headers }: IncomingMessage): boolean =>
  /^chunked$/i.test(headers['transfer-encoding'] ?? 'chunked');

function decoded(path: string): string | null {
  try {
    return decodeURI(path);
  } catch {
    return null;
  }
}
