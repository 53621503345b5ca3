import type { Header, WireRequest } from '../../model.ts';
import { joinLines } from './safelist.ts';
import type { Target } from '../url/target.ts';

/**
 * The actual request: the script's headers, repeated ones joined, then Origin.
 * `origin` is the value of that header; a GET or HEAD that needs no CORS goes without.
 * https://fetch.spec.whatwg.org/#append-a-request-origin-header
 */
export function actualRequest(
  call: { target: Target; method: string; headers: readonly Header[] },
  origin: string,
  cors: boolean
): WireRequest {
  const { target, method, headers } = call;
  const sendsOrigin = cors || (method !== 'GET' && method !== 'HEAD');
  const last: Header[] = sendsOrigin ? [['Origin', origin]] : [];
  return {
    method,
    host: target.host,
    path: target.path,
    headers: [...joinLines(headers), ...last]
  };
}
