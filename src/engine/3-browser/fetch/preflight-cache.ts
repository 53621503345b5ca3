import type { CacheRules } from '../rules.ts';

/** The answer to a preflight, as it is kept. */
export interface CachedPreflight {
  /** The Origin that was sent. */
  origin: string;
  /** The whole address, query and fragment included: every signed address is a new one. */
  url: string;
  credentialed: boolean;
  methods: ReadonlySet<string>;
  /** Lower case. */
  headers: ReadonlySet<string>;
  /** On the caller's clock, in milliseconds. */
  expires: number;
}

/** What a request needs of the cache. */
export interface PreflightQuery {
  origin: string;
  url: string;
  credentialed: boolean;
  method: string;
  /** Names that need a preflight. */
  unsafe: readonly string[];
  forced: boolean;
  cacheMode: string;
  /** On the caller's clock, in milliseconds. */
  now: number;
}

/** https://fetch.spec.whatwg.org/#concept-cache-match */
function fits(kept: CachedPreflight, wanted: PreflightQuery, rules: CacheRules): boolean {
  const credentials =
    kept.credentialed === wanted.credentialed || (kept.credentialed && rules.credentialsServeBoth);
  return (
    kept.origin === wanted.origin &&
    kept.url === wanted.url &&
    credentials &&
    kept.expires > wanted.now
  );
}

/** Whether a `*` that was kept stands for every name. */
const hasStar = (
  kept: CachedPreflight,
  { credentialed }: PreflightQuery,
  rules: CacheRules
): boolean =>
  rules.starServes && !credentialed && !(kept.credentialed && rules.credentialedStarIsName);

/** https://fetch.spec.whatwg.org/#method-cache-match */
function servesMethod(kept: CachedPreflight, wanted: PreflightQuery, rules: CacheRules): boolean {
  const star = hasStar(kept, wanted, rules) && kept.methods.has('*');
  return star || kept.methods.has(wanted.method);
}

/** https://fetch.spec.whatwg.org/#header-name-cache-match */
function servesHeader(
  kept: CachedPreflight,
  header: string,
  wanted: PreflightQuery,
  rules: CacheRules
): boolean {
  if (kept.headers.has(header)) return true;
  if (!hasStar(kept, wanted, rules) || !kept.headers.has('*')) return false;
  return header !== 'authorization' || rules.starServesAuthorization;
}

/**
 * Whether kept answers make a preflight unnecessary.
 * In: what is kept, what is asked (times in milliseconds on one clock), the engine's rules.
 * https://fetch.spec.whatwg.org/#http-fetch (step 4.3)
 */
export function isServedByCache(
  cache: readonly CachedPreflight[],
  wanted: PreflightQuery,
  rules: CacheRules
): boolean {
  if (rules.skippedBy.has(wanted.cacheMode)) return false;
  const fitting = cache.filter((kept) => fits(kept, wanted, rules));
  if (fitting.length === 0) return false;
  const methodIsFree = rules.freeMethods.has(wanted.method) && !wanted.forced;
  if (!methodIsFree && !fitting.some((kept) => servesMethod(kept, wanted, rules))) return false;
  return wanted.unsafe.every((header) =>
    fitting.some((kept) => servesHeader(kept, header, wanted, rules))
  );
}

/** The cache without what was kept for one page and address. https://fetch.spec.whatwg.org/#concept-cache-clear */
export function dropPreflights(
  cache: readonly CachedPreflight[],
  { origin, url }: { origin: string; url: string }
): CachedPreflight[] {
  return cache.filter((kept) => kept.origin !== origin || kept.url !== url);
}
