import type { WireResponse } from '../../model.ts';
import type { FetchRequest } from '../request/call.ts';
import { checkCors, type CorsCheckResult } from '../check/check-cors.ts';
import type { FetchCause } from '../fetch-cause.ts';
import type { ResponseType } from '../check/readable.ts';
import type { Network } from './network.ts';
import { refusingPolicy } from '../check/resource-policy.ts';
import { browserStep, refusedStep } from '../step.ts';
import { isMixedContent } from '../url/target.ts';

/** Who asks at this address, and how its answer will be shown. */
export interface Terms {
  pageOrigin: string;
  /** The value of the Origin header. */
  origin: string;
  /** The same of a preflight. */
  preflightOrigin: string;
  type: Exclude<ResponseType, 'opaque-redirect'>;
}

/** Why an address is not asked at all. https://fetch.spec.whatwg.org/#main-fetch (steps 5 to 12) */
export function refusalAt(
  { target, mode, redirect, cache }: FetchRequest,
  { pageOrigin, type }: Terms,
  { rules }: Network
): FetchCause | null {
  const url = target.href;
  if (isMixedContent(pageOrigin, target, rules.trustsLoopback))
    return { code: 'mixed-content', args: { origin: pageOrigin, url } };
  if (type === 'cors' && mode === 'same-origin') return { code: 'mode-same-origin', args: { url } };
  if (type === 'opaque' && redirect !== 'follow')
    return { code: 'no-cors-redirect-mode', args: { redirect } };
  return cache === 'only-if-cached' ? { code: 'cache-miss', args: {} } : null;
}

/** Whether an answer is taken. https://fetch.spec.whatwg.org/#http-fetch (steps 4.4 and 5) */
export function checkAnswer(
  response: WireResponse,
  { target, credentials }: FetchRequest,
  { type, origin, pageOrigin }: Terms,
  { rules }: Network
): CorsCheckResult {
  if (type === 'cors') return checkCors(response, origin, credentials === 'include');
  if (type === 'basic') return { steps: [], failure: null };
  const policy = refusingPolicy(response, pageOrigin, target.origin, rules);
  if (policy === null) {
    const step = browserStep('answer-opaque', {}, 'note', 'concept-filtered-response-opaque');
    return { steps: [step], failure: null };
  }
  const failure: FetchCause = { code: 'resource-policy', args: { policy } };
  return { steps: [refusedStep(failure)], failure };
}
