import type { WireResponse } from '../../model.ts';
import type { FetchCause } from '../fetch-cause.ts';
import type { BrowserStep } from '../step.ts';
import { browserStep } from '../step.ts';
import { valueOf } from '../syntax.ts';

/** The steps that were tried, up to the first that failed. */
export interface CorsCheckResult {
  steps: BrowserStep[];
  failure: FetchCause | null;
}

/** One condition: the step it leaves, and the cause where it fails. */
interface CorsCondition {
  step: BrowserStep;
  failure: FetchCause | null;
}

/**
 * Access-Control-Allow-Origin is there, and is `*` or the origin to the byte.
 * https://fetch.spec.whatwg.org/#concept-cors-check (steps 1 to 4)
 */
function allowsOrigin(
  response: WireResponse,
  origin: string,
  credentialed: boolean
): CorsCondition {
  const section = 'concept-cors-check';
  const value = valueOf(response.headers, 'Access-Control-Allow-Origin');
  if (value === null)
    return {
      step: browserStep('allow-origin-missing', {}, 'fail', section),
      failure: { code: 'allow-origin-missing', args: {} }
    };
  if (value === '*' && !credentialed)
    return { step: browserStep('allow-origin-any', {}, 'pass', section), failure: null };
  if (value === origin)
    return { step: browserStep('allow-origin-equal', { origin }, 'pass', section), failure: null };
  if (value === '*')
    return {
      step: browserStep('allow-origin-any-with-credentials', {}, 'fail', section),
      failure: { code: 'credentials-with-wildcard', args: { origin } }
    };
  return {
    step: browserStep('allow-origin-differs', { origin, value }, 'fail', section),
    failure: { code: 'allow-origin-mismatch', args: { origin, value } }
  };
}

/**
 * Access-Control-Allow-Credentials is `true` to the byte.
 * https://fetch.spec.whatwg.org/#concept-cors-check (steps 5 to 7)
 */
function allowsCredentials(response: WireResponse): CorsCondition {
  const section = 'concept-cors-check';
  const value = valueOf(response.headers, 'Access-Control-Allow-Credentials') ?? '';
  return value === 'true'
    ? { step: browserStep('allow-credentials-true', {}, 'pass', section), failure: null }
    : {
        step: browserStep('allow-credentials-not-true', { value }, 'fail', section),
        failure: { code: 'allow-credentials-missing', args: { value } }
      };
}

/**
 * The CORS check, which a preflight's answer and an actual answer both have to pass.
 * In: the answer, the Origin that was sent, and whether credentials go along. Reports allow-origin-missing,
 * allow-origin-mismatch, credentials-with-wildcard, allow-credentials-missing.
 * https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function checkCors(
  response: WireResponse,
  origin: string,
  credentialed: boolean
): CorsCheckResult {
  const first = allowsOrigin(response, origin, credentialed);
  if (first.failure !== null || !credentialed)
    return { steps: [first.step], failure: first.failure };
  const second = allowsCredentials(response);
  return { steps: [first.step, second.step], failure: second.failure };
}
