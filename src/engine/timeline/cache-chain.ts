import { documented, inferred, type Fact } from '../2-bucket/evidence.ts';
import { valueOf } from '../3-browser/syntax.ts';
import type { Scene } from '../4-explain/story.ts';
import type { WireRequest, WireResponse } from '../model.ts';
import type { CacheSetup } from './plan.ts';
import { askBucket } from './bucket.ts';
import {
  entryOf,
  lookUp,
  mayKeep,
  type Keeping,
  type StoredAnswer,
  type CacheQuery
} from './http-cache.ts';
import type { MomentArgs, Party } from './moment.ts';

/** Notes one thing that happened. */
export type Tell = <C extends keyof MomentArgs>(
  who: Party,
  code: C,
  args: MomentArgs[C],
  outcome: 'pass' | 'fail' | 'note',
  fact: Fact,
  wire?: { request?: WireRequest; answer?: WireResponse }
) => void;

/** What a page or an element sends down the line. */
export interface ChainRequest {
  request: WireRequest;
  url: string;
  /** The site of the page. */
  site: string;
  /** In another person's browser, of whose cache nothing is told. */
  elsewhere: boolean;
  /** Passes the browser's cache by. */
  reload: boolean;
}

/** What comes back. */
export interface ChainResponse {
  answer: WireResponse;
  /** When the kept answer that was given goes stale, in seconds; null where the bucket answered. */
  until: number | null;
  reachedBucket: boolean;
}

const RFC = 'https://www.rfc-editor.org/rfc/rfc9111';
const KEYS = documented(`${RFC}#section-4`);
const VARY = documented(`${RFC}#section-4.1`);
const AGES = documented(`${RFC}#section-4.2`);
const STORES = documented(`${RFC}#section-3`);
const MODES = documented('https://fetch.spec.whatwg.org/#http-network-or-cache-fetch');
/** Sites are told apart without the list of public suffixes. */
const SITES = inferred('https://fetch.spec.whatwg.org/#http-cache-partitions');

type CacheName = 'browser-cache' | 'cdn';

/** The line from a browser to the bucket, with the caches on it. They are empty at first. */
export class CacheChain {
  readonly #between: CacheSetup;
  readonly #tell: Tell;
  readonly #caches: Record<CacheName, StoredAnswer[]> = { 'browser-cache': [], cdn: [] };

  constructor(between: CacheSetup, tell: Tell) {
    this.#between = between;
    this.#tell = tell;
  }

  /** Brings a request as far as it has to go, at a time in seconds, and its answer back. */
  send(sent: ChainRequest, scene: Scene, now: number): ChainResponse {
    const { request, url, site, elsewhere } = sent;
    const asked: Record<CacheName, CacheQuery> = {
      'browser-cache': { partition: site, url, request },
      cdn: { partition: '', url, request }
    };
    const { lifetime, cdn } = this.#between;
    const caches: [CacheName, Keeping][] = [];
    if (!elsewhere) caches.push(['browser-cache', { lifetime, shared: false, keyedBy: [] }]);
    if (cdn !== null) caches.push(['cdn', { lifetime, shared: true, keyedBy: cdn.keyedBy }]);

    const reading = request.method === 'GET' ? caches : [];
    for (const [at, [name]] of reading.entries()) {
      const stored = this.#read(name, asked[name], sent, now);
      if (stored === null) continue;
      for (const [before, keeping] of reading.slice(0, at).reverse()) {
        const left = { ...keeping, lifetime: stored.staleAt - now };
        this.#keep(before, asked[before], stored.answer, left, now);
      }
      return { answer: stored.answer, until: stored.staleAt, reachedBucket: false };
    }
    const answer = this.#askBucket(request, scene);
    for (const [name, keeping] of reading.toReversed()) {
      this.#keep(name, asked[name], answer, keeping, now);
    }
    return { answer, until: null, reachedBucket: true };
  }

  /** What a cache gives; null where the request goes on. */
  #read(name: CacheName, wanted: CacheQuery, sent: ChainRequest, now: number): StoredAnswer | null {
    if (name === 'browser-cache' && sent.reload) {
      this.#tell(name, 'cache-passed-by', {}, 'note', MODES);
      return null;
    }
    const cache = this.#caches[name];
    const found = lookUp(cache, wanted, now);
    switch (found.kind) {
      case 'hit': {
        const { answer, storedAt } = found.stored;
        const allowed = valueOf(answer.headers, 'Access-Control-Allow-Origin');
        const seconds = now - storedAt;
        if (allowed === null)
          this.#tell(name, 'cache-hit-bare', { seconds }, 'note', KEYS, { answer });
        else this.#tell(name, 'cache-hit', { seconds, allowed }, 'note', KEYS, { answer });
        return found.stored;
      }
      case 'stale':
        this.#tell(name, 'cache-stale', { seconds: now - found.stored.storedAt }, 'note', AGES);
        return null;
      case 'varies':
        this.#tell(name, 'cache-varies', { header: found.header }, 'note', VARY);
        return null;
      case 'none': {
        const other = cache.find(({ url }) => url === wanted.url);
        if (other === undefined) this.#tell(name, 'cache-none', {}, 'note', KEYS);
        else this.#tell(name, 'cache-other-site', { site: other.partition }, 'note', SITES);
        return null;
      }
    }
  }

  #askBucket(request: WireRequest, scene: Scene): WireResponse {
    const { answer, fact } = askBucket(scene, request, this.#between);
    const { method } = request;
    const allowed = valueOf(answer.headers, 'Access-Control-Allow-Origin');
    const wire = { request, answer };
    if (method !== 'GET' && method !== 'HEAD') {
      this.#tell('bucket', 'bucket-carries-out', { method }, 'note', fact, wire);
    } else if (allowed === null)
      this.#tell('bucket', 'bucket-answers-bare', {}, 'note', fact, wire);
    else this.#tell('bucket', 'bucket-answers', { allowed }, 'note', fact, wire);
    return answer;
  }

  #keep(
    name: CacheName,
    wanted: CacheQuery,
    answer: WireResponse,
    keeping: Keeping,
    now: number
  ): void {
    if (!mayKeep(wanted.request, answer, keeping)) {
      this.#tell(name, 'cache-keeps-not', {}, 'note', STORES);
      return;
    }
    const entry = entryOf(wanted, answer, keeping, now);
    this.#caches[name].push(entry);
    const { lifetime: seconds } = keeping;
    const headers = entry.selectedBy?.map(([header]) => header) ?? ['*'];
    if (headers.length === 0) this.#tell(name, 'cache-keeps', { seconds }, 'note', STORES);
    else this.#tell(name, 'cache-keeps-varied', { seconds, headers }, 'note', VARY);
  }
}
