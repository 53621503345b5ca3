import { isLoopback, readTarget } from '../3-browser/url/target.ts';
import { serialiseOrigin } from '../3-browser/url/origin.ts';
import type { RuleSet } from '../model.ts';
import { siteOf } from './site.ts';

const NAME = 'other';

/** Another page of the same site: a sister of the host, or another port where the host is an address or this machine. */
function sisterOf(origin: string): string {
  const target = readTarget(origin);
  if (target === null) return 'https://other.example.com';
  const url = new URL(target.origin);
  const { hostname } = url;
  if (isLoopback(hostname) || hostname.startsWith('[') || /^[\d.]+$/.test(hostname)) {
    const port = url.port === '' ? 8080 : Number(url.port) + 1;
    url.port = String(port > 65_535 ? 8080 : port);
    return url.origin;
  }
  const labels = hostname.split('.');
  const rest = labels.length > 2 ? labels.slice(1) : labels;
  const name = labels[0] === NAME ? 'another' : NAME;
  url.hostname = [name, ...rest].join('.');
  return url.origin;
}

/**
 * The origin of another page that the rules let read the file: one that they name or that a wildcard of theirs takes,
 * of the same site if there is one; a sister of the page where they tell none.
 * In: the rules, the page's serialised origin.
 */
export function otherOrigin({ rules }: RuleSet, origin: string): string {
  const sister = sisterOf(origin);
  const named = rules.flatMap(({ allowedOrigins }) =>
    allowedOrigins.map(({ value }) => (value === '*' ? sister : value.replace('*', NAME)))
  );
  const others = named
    .map((text) => serialiseOrigin(text).origin)
    .filter((one) => one !== '' && one !== 'null' && one !== origin);
  return others.find((one) => siteOf(one) === siteOf(origin)) ?? others[0] ?? sister;
}
