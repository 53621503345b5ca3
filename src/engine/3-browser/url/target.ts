import { parseUrl } from './parse-url.ts';

/** Where a request goes. */
export interface Target {
  /** The serialised origin. */
  origin: string;
  /** Host and port as in the Host header. */
  host: string;
  /** With the query, without the fragment. */
  path: string;
  /** The address holds a user name or a password. */
  hasCredentials: boolean;
  /** The whole address in its normal form. */
  href: string;
}

/** The scheme of an address that parses. */
export const schemeOf = (url: string): string => new URL(url).protocol.slice(0, -1);

/**
 * Reads an absolute HTTP(S) address, or one that is relative to `base`; null for anything else.
 * https://url.spec.whatwg.org/#concept-url-parser
 */
export function readTarget(text: string, base?: string): Target | null {
  const url = parseUrl(text, base);
  if (url === null) return null;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return {
    origin: url.origin,
    host: url.host,
    path: url.pathname + url.search,
    hasCredentials: url.username !== '' || url.password !== '',
    href: url.href
  };
}

/**
 * Whether a host name, as the URL parser gives it, is the own machine.
 * https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

/**
 * Whether the request is mixed content, which a browser blocks before anything is sent:
 * a page over TLS asks for something without it, and not from the own machine (which not every engine trusts).
 * https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
 */
export function isMixedContent(pageOrigin: string, target: Target, trustsLoopback = true): boolean {
  if (!pageOrigin.startsWith('https:') || !target.origin.startsWith('http:')) return false;
  return !(trustsLoopback && isLoopback(new URL(target.origin).hostname));
}
