import { compilePattern, matchesPattern } from '../2-bucket/pattern.ts';
import type { Coded } from '../model.ts';
import type { CauseArgs } from './cause.ts';

type OriginMiss = Coded<
  Pick<
    CauseArgs,
    Extract<
      keyof CauseArgs,
      `origin-${'scheme' | 'port' | 'path' | 'trailing' | 'case' | 'two' | 'bare' | 'white'}${string}`
    >
  >
>;

/** Why a written origin just misses, and the value that would have taken the origin. */
export interface NearMiss {
  cause: OriginMiss;
  mended: string;
}

const takes = (written: string, origin: string): boolean =>
  matchesPattern(compilePattern(written), origin);

/** Splits `scheme://host:port/rest` as written; null where there is no `://`. */
function partsOf(
  text: string
): { scheme: string; host: string; port: string; rest: string } | null {
  const at = text.indexOf('://');
  if (at === -1) return null;
  const after = text.slice(at + 3);
  const slash = after.indexOf('/');
  const authority = slash === -1 ? after : after.slice(0, slash);
  const colon = authority.lastIndexOf(':');
  const hasPort = colon > authority.lastIndexOf(']');
  return {
    scheme: text.slice(0, at),
    host: hasPort ? authority.slice(0, colon) : authority,
    port: hasPort ? authority.slice(colon + 1) : '',
    rest: slash === -1 ? '' : after.slice(slash)
  };
}

/** Each is one way in which people write an origin that never matches; the first that explains the miss is the cause. */
const MISSES: readonly ((written: string, origin: string) => NearMiss | null)[] = [
  function twoWildcards(written, origin) {
    if (compilePattern(written).kind !== 'never' || !takesManyStars(written, origin)) return null;
    return { cause: { code: 'origin-two-wildcards', args: { origin, written } }, mended: origin };
  },
  function whitespace(written, origin) {
    const mended = written.trim();
    if (mended === written || !takes(mended, origin)) return null;
    return { cause: { code: 'origin-whitespace', args: { origin, written } }, mended };
  },
  function trailingSlash(written, origin) {
    if (!written.endsWith('/')) return null;
    const mended = written.replace(/\/+$/, '');
    if (!takes(mended, origin)) return null;
    return { cause: { code: 'origin-trailing-slash', args: { origin, written } }, mended };
  },
  function path(written, origin) {
    const parts = partsOf(written);
    if (parts === null || parts.rest === '') return null;
    const mended = written.slice(0, written.length - parts.rest.length);
    if (!takes(mended, origin)) return null;
    return { cause: { code: 'origin-path', args: { origin, written } }, mended };
  },
  function schemeMissing(written, origin) {
    const parts = partsOf(origin);
    if (parts === null || written.includes('://')) return null;
    const mended = `${parts.scheme}://${written.replace(/^\/\//, '').replace(/\/+$/, '')}`;
    if (!takes(mended, origin)) return null;
    return { cause: { code: 'origin-scheme-missing', args: { origin, written } }, mended };
  },
  function otherCase(written, origin) {
    const mended = written.toLowerCase();
    if (mended === written || !takes(mended, origin)) return null;
    return { cause: { code: 'origin-case', args: { origin, written } }, mended };
  },
  function schemeDiffers(written, origin) {
    const [a, b] = [partsOf(written), partsOf(origin)];
    if (a === null || b === null || a.scheme === b.scheme) return null;
    const mended = b.scheme + written.slice(a.scheme.length);
    if (!takes(mended, origin)) return null;
    return { cause: { code: 'origin-scheme-differs', args: { origin, written } }, mended };
  },
  function portDiffers(written, origin) {
    const [a, b] = [partsOf(written), partsOf(origin)];
    if (a === null || b === null || a.port === b.port || a.scheme !== b.scheme) return null;
    const mended = `${a.scheme}://${a.host}${b.port === '' ? '' : `:${b.port}`}`;
    if (!takes(mended, origin)) return null;
    return { cause: { code: 'origin-port-differs', args: { origin, written } }, mended };
  },
  function bareDomain(written, origin) {
    const mended = written.replace('://*.', '://');
    if (mended === written || mended !== origin) return null;
    return { cause: { code: 'origin-bare-domain', args: { origin, written } }, mended };
  }
];

/** Whether a text with any number of `*` takes the origin; each part is looked for once, from left to right. */
function takesManyStars(written: string, origin: string): boolean {
  const parts = written.split('*');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (!origin.startsWith(first) || !origin.endsWith(last)) return false;
  const end = origin.length - last.length;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = origin.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= end;
}

/** How a written origin, that does not take the origin, just misses it; null where it is simply another one. */
export function nearMiss(written: string, origin: string): NearMiss | null {
  for (const miss of MISSES) {
    const found = miss(written, origin);
    if (found !== null) return found;
  }
  return null;
}
