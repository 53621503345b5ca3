import type { Header, WireRequest } from '../../model.ts';
import { isSafelistedMethod } from './method.ts';
import type { BrowserRules } from '../rules.ts';
import { judgeHeaders, unsafeNames } from './safelist.ts';
import type { BrowserStep } from '../step.ts';
import { browserStep } from '../step.ts';
import { valueOf } from '../syntax.ts';
import type { Target } from '../url/target.ts';

/** What a preflight may be needed for. */
export interface PreflightInput {
  method: string;
  /** Valid, not forbidden. */
  headers: readonly Header[];
  /** What asks for a preflight whatever method and headers are; null where nothing does. */
  forced: 'upload-listener' | 'stream-body' | null;
}

export interface PreflightNeed {
  needed: boolean;
  /** Names for Access-Control-Request-Headers. */
  unsafe: string[];
  steps: BrowserStep[];
}

/**
 * Whether a cross-origin request needs a preflight, and for which of its parts.
 * https://fetch.spec.whatwg.org/#main-fetch (step 12, "request's use-CORS-preflight flag is set …")
 */
export function judgePreflight(asked: PreflightInput, rules: BrowserRules): PreflightNeed {
  const { method, headers, forced } = asked;
  const safeMethod = isSafelistedMethod(method);
  const steps = [
    safeMethod
      ? browserStep('method-safelisted', { method }, 'pass', 'cors-safelisted-method')
      : browserStep('method-not-safelisted', { method }, 'note', 'cors-safelisted-method')
  ];
  const judged = judgeHeaders(headers, rules);
  for (const { header, reason } of judged)
    steps.push(
      reason === null
        ? browserStep('header-safelisted', { header }, 'pass', 'cors-safelisted-request-header')
        : browserStep(
            'header-not-safelisted',
            { header, reason },
            'note',
            'cors-safelisted-request-header'
          )
    );
  if (forced !== null)
    steps.push(browserStep('preflight-forced', { by: forced }, 'note', 'use-cors-preflight-flag'));
  const unsafe = unsafeNames(judged, rules);
  const needed = !safeMethod || unsafe.length > 0 || forced !== null;
  steps.push(
    needed
      ? browserStep('preflight-needed', { method, headers: unsafe }, 'note', 'main-fetch')
      : browserStep('preflight-not-needed', {}, 'pass', 'main-fetch')
  );
  return { needed, unsafe, steps };
}

/** Whether a request on the wire is a preflight: no script can set the header by which it asks. */
export const isPreflight = ({ headers }: WireRequest): boolean =>
  valueOf(headers, 'Access-Control-Request-Method') !== null;

/** What the preflight asks for, as a step. */
export const asksStep = (method: string, headers: string[]): BrowserStep =>
  browserStep('preflight-asks', { method, headers }, 'note', 'cors-preflight-fetch');

/**
 * The preflight on the wire. Never with cookies or Authorization.
 * The order is that of Chromium; the standard leaves it open.
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function preflightRequest(
  call: { target: Target; origin: string; method: string },
  unsafe: readonly string[]
): WireRequest {
  const headers: Header[] = [
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', call.method]
  ];
  if (unsafe.length > 0) headers.push(['Access-Control-Request-Headers', unsafe.join(',')]);
  headers.push(['Origin', call.origin]);
  return { method: 'OPTIONS', host: call.target.host, path: call.target.path, headers };
}
