import type { Header, WireRequest } from '../model.ts';

/** The CORS question inside a wire request, as the rules are asked it. */
export interface CorsQuestion {
  preflight: boolean;
  /** Null where the request has no Origin header. */
  origin: string | null;
  /** Access-Control-Request-Method of a preflight, else the request's own method; null where a preflight lacks it. */
  method: string | null;
  /** Access-Control-Request-Headers as sent; null where absent. */
  requestHeaders: string | null;
  /** The names in `requestHeaders`: split on commas, trimmed, empty ones left out, case kept. */
  names: string[];
  /** The Authorization header; absent where the store does not look at it, null where the request has none. */
  authorization?: string | null;
  /** The version of the service that is asked for; absent where the store has none, null where the request names none. */
  version?: string | null;
  /** What the store's endpoint does about CORS; absent where there is only one, at which the bucket's rules decide. */
  endpoint?: 'asks-rules' | 'open' | 'never';
}

/** The value of the first header of that lower-case name, or null. */
export function headerOf(headers: readonly Header[], lowerName: string): string | null {
  for (const [name, value] of headers) {
    if (name.length === lowerName.length && name.toLowerCase() === lowerName) return value;
  }
  return null;
}

/**
 * The members of a comma-separated header value, without surrounding blanks and without empty members.
 * https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1
 */
export function listOf(value: string): string[] {
  const members: string[] = [];
  for (const part of value.split(',')) {
    const member = part.trim();
    if (member !== '') members.push(member);
  }
  return members;
}

/** Reads the CORS question from a request. An OPTIONS is a preflight, whatever else it carries. */
export function questionOf(request: WireRequest): CorsQuestion {
  const preflight = request.method === 'OPTIONS';
  const requestHeaders = preflight
    ? headerOf(request.headers, 'access-control-request-headers')
    : null;
  return {
    preflight,
    origin: headerOf(request.headers, 'origin'),
    method: preflight ? headerOf(request.headers, 'access-control-request-method') : request.method,
    requestHeaders,
    names: requestHeaders === null ? [] : listOf(requestHeaders)
  };
}
