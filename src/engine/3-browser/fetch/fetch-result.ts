import type { WireRequest, WireResponse } from '../../model.ts';
import type { FetchRequest } from '../request/call.ts';
import type { ResponseType } from '../check/readable.ts';
import type { FetchFailure } from './network.ts';
import type { CachedPreflight } from './preflight-cache.ts';
import type { BrowserStep } from '../step.ts';

/** What the browser tested at one stage of a call; a stage comes again at each address to which the call is redirected. */
export interface StageSteps {
  stage: 'browser' | 'preflight' | 'check' | 'actual';
  steps: readonly BrowserStep[];
}

/** What became of a call, from its first address to its last. */
export interface FetchResult {
  /** As the script made it; null where it could not be made. */
  request: FetchRequest | null;
  /** The first preflight that reached a server. */
  preflight: WireRequest | null;
  /** An actual request reached a server. */
  actualSent: boolean;
  failure: FetchFailure | null;
  answer: { response: WireResponse; type: ResponseType } | null;
  /** Authorization went through a preflight because of a `*`. */
  byStar: boolean;
  cache: readonly CachedPreflight[];
  /** Every step on the way, in order. */
  trail: readonly StageSteps[];
}
