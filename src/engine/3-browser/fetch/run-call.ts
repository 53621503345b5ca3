import { readCall } from '../request/call.ts';
import type { ScriptCall } from '../request/script-call.ts';
import { dataResponse } from '../url/data-url.ts';
import type { FetchCause } from '../fetch-cause.ts';
import type { FetchResult } from './fetch-result.ts';
import { runFetch } from './fetch.ts';
import type { Network } from './network.ts';
import { refusedStep } from '../step.ts';

/**
 * What a browser makes of a call, from what the script says to what it gets.
 * In: the call, the page's serialised origin, and whom it runs against: recorded answers or a store. Never throws.
 */
export function runCall(call: ScriptCall, pageOrigin: string, network: Network): FetchResult {
  const read = readCall(call, network.rules);
  if (read.cause === null) return runFetch(read.request, pageOrigin, network);
  const { cause } = read;
  const isData = cause.code === 'scheme-unsupported' && cause.args.scheme === 'data';
  const response = isData ? dataResponse(call.url, network.rules) : null;
  const result = callNotMade(cause, call.url, pageOrigin, network);
  if (response === null) return result;
  return { ...result, failure: null, answer: { response, type: 'basic' }, trail: [] };
}

/** A call that is no request: nothing is sent. */
export function callNotMade(
  cause: FetchCause,
  url: string,
  origin: string,
  { cache }: Network
): FetchResult {
  return {
    request: null,
    preflight: null,
    actualSent: false,
    failure: { cause, phase: 'start', url, origin, answer: null, location: null },
    answer: null,
    byStar: false,
    cache,
    trail: [{ stage: 'browser', steps: [refusedStep(cause)] }]
  };
}
