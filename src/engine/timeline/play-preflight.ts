import { documented } from '../2-bucket/evidence.ts';
import type { CachedPreflight } from '../3-browser/fetch/preflight-cache.ts';
import { exchangePreflight } from '../3-browser/fetch/preflight-exchange.ts';
import type { Scene } from '../4-explain/story.ts';
import type { WireRequest } from '../model.ts';
import type { Asking } from '../3-browser/fetch/asking.ts';
import { askBucket } from './bucket.ts';
import type { Tell } from './cache-chain.ts';

/** A call that needs a preflight, and what its browser has kept. */
export interface PreflightPlay {
  call: Asking;
  scene: Scene;
  cache: readonly CachedPreflight[];
  /** Seconds. */
  now: number;
}

/** What became of a preflight. `until`: when a kept one that was used runs out, in seconds; null where it was asked. */
export interface PreflightOutcome {
  passes: boolean;
  kept: CachedPreflight | null;
  until: number | null;
}

const MATCH = documented('https://fetch.spec.whatwg.org/#concept-cache-match');
const ASK = documented('https://fetch.spec.whatwg.org/#cors-preflight-fetch');
const KEEP = documented('https://fetch.spec.whatwg.org/#concept-cache-create-entry');

/** No cache stands in the way of an OPTIONS: https://www.rfc-editor.org/rfc/rfc9110#section-9.3.7 */
const BARE = { lifetime: 0, addsVary: false, cdn: null };

/** Asks the bucket, unless an earlier answer is still kept, and notes what happens. */
export function playPreflight(
  { call, scene, cache, now }: PreflightPlay,
  tell: Tell
): PreflightOutcome {
  const { request, origin } = call;
  const hop = { request, first: request, origin, tainted: false, preflighted: false };
  const serve = (asked: WireRequest) => {
    const { answer, fact } = askBucket(scene, asked, BARE);
    const { status } = answer;
    tell('bucket', 'preflight-answered', { status }, 'note', fact, { request: asked, answer });
    return { response: answer, failed: null };
  };
  const network = { rules: scene.engine.rules, serve, cache, now: now * 1000 };
  const { request: asked, failure, kept } = exchangePreflight(hop, network);
  if (failure !== null) {
    tell('browser', 'preflight-refused', { origin }, 'fail', ASK);
    return { passes: false, kept, until: null };
  }
  if (asked === null) {
    const { href } = request.target;
    const used = cache.findLast((one) => one.origin === origin && one.url === href);
    const until = (used?.expires ?? network.now) / 1000;
    tell('preflight-cache', 'preflight-reused', { seconds: until - now }, 'note', MATCH);
    return { passes: true, kept, until };
  }
  const seconds = kept === null ? 0 : kept.expires / 1000 - now;
  if (seconds > 0) tell('preflight-cache', 'preflight-kept', { seconds }, 'note', KEEP);
  else tell('preflight-cache', 'preflight-not-kept', {}, 'note', KEEP);
  return { passes: true, kept, until: null };
}
