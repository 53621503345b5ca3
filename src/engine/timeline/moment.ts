import type { Step, WireRequest, WireResponse } from '../model.ts';

/** Who acts in a moment. */
export type Party =
  'page' | 'browser' | 'preflight-cache' | 'browser-cache' | 'cdn' | 'bucket' | 'owner';

/** The closed set of what happens on a timeline. */
export interface MomentArgs {
  // The owner of the bucket
  'rules-saved': Record<string, never>;
  'rules-none': Record<string, never>;
  // The page
  'element-asks': { page: string };
  'element-asks-elsewhere': { page: string };
  'element-asks-cors': { page: string; origin: string };
  'page-calls': { page: string; method: string };
  'nothing-sent': { page: string };
  // The preflight and its cache
  'preflight-reused': { seconds: number };
  'preflight-answered': { status: number };
  'preflight-refused': { origin: string };
  'preflight-kept': { seconds: number };
  'preflight-not-kept': Record<string, never>;
  // The HTTP caches
  'cache-none': Record<string, never>;
  'cache-other-site': { site: string };
  'cache-varies': { header: string };
  'cache-stale': { seconds: number };
  'cache-passed-by': Record<string, never>;
  'cache-hit': { seconds: number; allowed: string };
  'cache-hit-bare': { seconds: number };
  'cache-keeps': { seconds: number };
  'cache-keeps-varied': { seconds: number; headers: string[] };
  'cache-keeps-not': Record<string, never>;
  // The bucket
  'bucket-answers': { allowed: string };
  'bucket-answers-bare': Record<string, never>;
  'bucket-carries-out': { method: string };
  // The browser's check
  'element-shows': Record<string, never>;
  'same-origin': Record<string, never>;
  'check-passes': { origin: string };
  'check-missing': Record<string, never>;
  'check-differs': { origin: string; value: string };
  'check-wildcard': Record<string, never>;
  'check-credentials': { value: string };
}

/** One thing that happens, in the order of time. */
export type Moment = Step<MomentArgs> & {
  /** Seconds since the timeline began. */
  at: number;
  who: Party;
  request: WireRequest | null;
  answer: WireResponse | null;
};
