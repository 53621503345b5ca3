import { readTarget } from '../3-browser/url/target.ts';

const isAddress = (host: string): boolean => host.startsWith('[') || /^[\d.]+$/.test(host);

/**
 * The site of a page's origin, by which browsers part their HTTP cache: scheme and registrable domain, without the port.
 * The registrable domain is taken to be the last two labels: the list of public suffixes is not at hand, so that two sites
 * below `co.uk` count as one. An origin that has no host is a site of its own.
 * https://html.spec.whatwg.org/#obtain-a-site, https://fetch.spec.whatwg.org/#http-cache-partitions
 */
export function siteOf(origin: string): string {
  const target = readTarget(origin);
  if (target === null) return origin;
  const { protocol, hostname } = new URL(target.origin);
  const host = isAddress(hostname) ? hostname : hostname.split('.').slice(-2).join('.');
  return `${protocol}//${host}`;
}
