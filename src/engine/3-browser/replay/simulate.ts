import type { Engine } from '../engines/engine.ts';
import type { FetchCause } from '../fetch-cause.ts';
import type { FetchResult } from '../fetch/fetch-result.ts';
import type { Network } from '../fetch/network.ts';
import type { CachedPreflight } from '../fetch/preflight-cache.ts';
import { readableHeaders } from '../check/readable.ts';
import { runCall } from '../fetch/run-call.ts';
import { scriptErrorOf } from '../page/script-error.ts';
import { valueOf } from '../syntax.ts';
import type { BrowserCase, CaseAnswers, CaseCall } from './case.ts';
import { initiatorOf, scriptCallOf } from './script-call.ts';
import { caseServer } from './server.ts';

/** The answer of the replay contract, kind "browser". */
export interface BrowserAnswer {
  id: string;
  preflightSent: boolean;
  /** A header that was not sent is null. */
  preflightRequestHeaders: {
    origin: string | null;
    'access-control-request-method': string | null;
    'access-control-request-headers': string | null;
  } | null;
  actualSent: boolean;
  outcome: 'ok' | 'blocked';
  /** Lower case, sorted; null where the script gets no answer. */
  exposedHeaders: string[] | null;
  errorName: string | null;
  consoleMessage: string | null;
  cause: FetchCause['code'] | null;
  secondRequestPreflighted: boolean | null;
}

/** The path of the page in the recordings; some console lines name it. */
const PAGE_PATH = '/page';

/** What answers the calls of a case: what comes back for a request on the wire. */
export type CaseServer = (browserCase: BrowserCase, answers: CaseAnswers) => Network['serve'];

/**
 * What a browser does in a case.
 * In: a case, an engine, and what answers where that is not the case itself. Out: what is sent, what comes of it, what the
 * script can read, and what the console says.
 */
export function simulate(
  browserCase: BrowserCase,
  engine: Engine,
  serverOf: CaseServer = caseServer
): BrowserAnswer {
  const { id, api, url, call, answers, second, pageOrigin } = browserCase;
  const serve = serverOf(browserCase, answers);
  const result = run(browserCase, engine, { url, call, serve, cache: [], now: 0 });
  // Nothing tells a page that its beacon failed.
  const blocked = result.failure !== null && call.element !== 'beacon';
  const error = blocked ? scriptErrorOf({ ...call, api }, result, engine) : null;
  const line = engine.consoleLine({
    initiator: initiatorOf(api, call),
    sync: api === 'xhr' && call.sync,
    pageOrigin,
    pageUrl: pageOrigin === 'null' ? null : `${pageOrigin}${PAGE_PATH}`,
    // The recordings' server writes `S404` for a 404.
    reason: `S${result.answer?.response.status ?? ''}`,
    result
  });
  const again =
    second &&
    run(browserCase, engine, {
      url: url + second.suffix,
      call: second.call,
      serve: serverOf(browserCase, second.answers),
      cache: result.cache,
      now: second.delayMs
    });
  return {
    id,
    preflightSent: result.preflight !== null,
    preflightRequestHeaders: preflightHeaders(result),
    actualSent: result.actualSent,
    outcome: blocked ? 'blocked' : 'ok',
    exposedHeaders: api === 'element' ? null : exposed(result),
    errorName: error?.name ?? null,
    consoleMessage: line,
    cause: result.failure?.cause.code ?? null,
    secondRequestPreflighted: again && again.preflight !== null
  };
}

interface Attempt {
  url: string;
  call: CaseCall;
  serve: Network['serve'];
  cache: readonly CachedPreflight[];
  now: number;
}

function run(browserCase: BrowserCase, { rules }: Engine, attempt: Attempt): FetchResult {
  const { api, pageOrigin } = browserCase;
  const { url, call, serve, cache, now } = attempt;
  return runCall(scriptCallOf(api, url, call), pageOrigin, { rules, serve, cache, now });
}

function preflightHeaders({ preflight }: FetchResult): BrowserAnswer['preflightRequestHeaders'] {
  if (preflight === null) return null;
  const header = (name: string) => valueOf(preflight.headers, name);
  return {
    origin: header('Origin'),
    'access-control-request-method': header('Access-Control-Request-Method'),
    'access-control-request-headers': header('Access-Control-Request-Headers')
  };
}

function exposed({ answer, request }: FetchResult): string[] | null {
  if (answer === null) return null;
  const { response, type } = answer;
  return readableHeaders(response, { type, credentialed: request?.credentials === 'include' });
}
