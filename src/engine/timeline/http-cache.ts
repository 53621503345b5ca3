import { splitList, valueOf } from '../3-browser/syntax.ts';
import type { Header, WireRequest, WireResponse } from '../model.ts';

/** An answer as a cache keeps it. */
export interface StoredAnswer {
  /** Whose entry it is: the site of the page in a browser; empty in a cache that everybody shares. */
  partition: string;
  url: string;
  /** The request headers that the answer varies by, lower case, with what was sent; null where it varies by everything. */
  selectedBy: readonly Header[] | null;
  answer: WireResponse;
  /** Seconds on the timeline. */
  storedAt: number;
  staleAt: number;
}

/** What a cache is asked for. */
export interface CacheQuery {
  partition: string;
  url: string;
  request: WireRequest;
}

/** What a cache has for a request. */
export type Lookup =
  | { kind: 'hit' | 'stale'; stored: StoredAnswer }
  /** Answers to the same address, all to requests with another value of this header. */
  | { kind: 'varies'; header: string }
  | { kind: 'none' };

const sameValue = ({ headers }: WireRequest, [name, value]: Header): boolean =>
  (valueOf(headers, name) ?? '') === value;

/** The names in Vary and those of the cache's own key, lower case; null for `Vary: *`, which matches no later request. */
function namesOf(answer: WireResponse, keyedBy: readonly string[]): string[] | null {
  const names = splitList(valueOf(answer.headers, 'Vary') ?? '').map((name) => name.toLowerCase());
  if (names.includes('*')) return null;
  return [...new Set([...names, ...keyedBy])].filter((name) => name !== '');
}

/** The header by which the request is none that the stored answer is for; null where it is one. https://www.rfc-editor.org/rfc/rfc9111#section-4.1 */
function partsBy({ selectedBy }: StoredAnswer, request: WireRequest): string | null {
  if (selectedBy === null) return '*';
  return selectedBy.find((header) => !sameValue(request, header))?.[0] ?? null;
}

/**
 * What a cache has for a request at a time in seconds: the latest answer whose address and varied headers fit.
 * The mode of a request and whether it is a CORS one are no part of the key.
 * https://www.rfc-editor.org/rfc/rfc9111#section-4, https://fetch.spec.whatwg.org/#http-network-or-cache-fetch (step 8)
 */
export function lookUp(cache: readonly StoredAnswer[], wanted: CacheQuery, now: number): Lookup {
  const kept = cache.filter(
    ({ partition, url }) => partition === wanted.partition && url === wanted.url
  );
  const stored = kept.findLast((one) => partsBy(one, wanted.request) === null);
  if (stored !== undefined) return { kind: now < stored.staleAt ? 'hit' : 'stale', stored };
  const [other] = kept;
  const header = other === undefined ? null : partsBy(other, wanted.request);
  return header === null ? { kind: 'none' } : { kind: 'varies', header };
}

/** How a cache keeps what comes by. */
export interface Keeping {
  /** Seconds for which an answer is fresh; 0 keeps none. */
  lifetime: number;
  /** True where other people's requests are answered from it too. */
  shared: boolean;
  /** Request headers, lower case, that are part of its key whatever the answer says. */
  keyedBy: readonly string[];
}

/** Whether an answer may be kept at all. https://www.rfc-editor.org/rfc/rfc9111#section-3 */
export function mayKeep(
  request: WireRequest,
  { status }: WireResponse,
  { lifetime, shared }: Keeping
): boolean {
  const isOnesOwn = valueOf(request.headers, 'Authorization') !== null;
  return request.method === 'GET' && status === 200 && lifetime > 0 && !(shared && isOnesOwn);
}

/** The entry that a cache makes of an answer at a time in seconds. */
export function entryOf(
  { partition, url, request }: CacheQuery,
  answer: WireResponse,
  { lifetime, keyedBy }: Keeping,
  now: number
): StoredAnswer {
  const names = namesOf(answer, keyedBy);
  const selectedBy =
    names?.map((name): Header => [name, valueOf(request.headers, name) ?? '']) ?? null;
  return { partition, url, selectedBy, answer, storedAt: now, staleAt: now + lifetime };
}
