import type { WireResponse } from '../../model.ts';
import { parseUrl } from '../url/parse-url.ts';
import type { BrowserRules } from '../rules.ts';
import { linesOf } from '../syntax.ts';

/**
 * The policy of a response that a no-cors request from this page may not have; null where it may.
 * An unknown value, or two lines, is no policy.
 * https://fetch.spec.whatwg.org/#cross-origin-resource-policy-check
 */
export function refusingPolicy(
  response: WireResponse,
  pageOrigin: string,
  targetOrigin: string,
  rules: BrowserRules
): string | null {
  const lines = linesOf(response.headers, 'Cross-Origin-Resource-Policy');
  const [policy] = lines;
  if (lines.length !== 1) return null;
  if (policy === 'same-origin') return pageOrigin === targetOrigin ? null : policy;
  if (policy === 'same-site') return isSameSite(pageOrigin, targetOrigin, rules) ? null : policy;
  return null;
}

/**
 * The same host, or two hosts under one registrable domain; a page over TLS or a target without.
 * Without the public suffix list, two names that share their last two labels are taken for one site.
 * https://html.spec.whatwg.org/#schemelessly-same-site
 */
function isSameSite(pageOrigin: string, targetOrigin: string, rules: BrowserRules): boolean {
  if (pageOrigin === targetOrigin) return true;
  const page = parseUrl(pageOrigin);
  if (page === null) return false;
  const target = new URL(targetOrigin);
  if (target.protocol === 'https:' && page.protocol !== 'https:') return false;
  if (isAddress(page.hostname) || isAddress(target.hostname))
    return rules.addressIsSite && page.hostname === target.hostname;
  return siteOf(page.hostname) === siteOf(target.hostname);
}

const isAddress = (host: string): boolean => host.startsWith('[') || /^[\d.]+$/.test(host);

const siteOf = (host: string): string => host.split('.').slice(-2).join('.');
