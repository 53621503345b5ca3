import type { PageRequest } from '../../model.ts';
import { scriptCallOf } from '../request/script-call.ts';
import type { ConsoleInput, Engine } from '../engines/engine.ts';
import type { FetchResult } from '../fetch/fetch-result.ts';
import type { Network } from '../fetch/network.ts';
import { serialiseOrigin } from '../url/origin.ts';
import { parseUrl } from '../url/parse-url.ts';
import { callNotMade, runCall } from '../fetch/run-call.ts';
import { scriptErrorOf, type ScriptError } from './script-error.ts';

/** What a browser makes of a page's call. */
export interface PageCall {
  /** The page's, serialised; empty where what the person typed is none. */
  origin: string;
  result: FetchResult;
  /** The engine's primary console line to the letter, null where it writes none that was recorded. */
  console: string | null;
  /** What the script gets instead of an answer; null where it gets one. */
  error: ScriptError | null;
  /** Seconds for which the preflight's answer is kept; null where no preflight was answered to the browser's liking. */
  keeps: number | null;
}

/** The page's address as far as it is known: what was typed, or the root of its origin. */
function pageUrlOf(typed: string, origin: string): string | null {
  if (origin === 'null') return null;
  const url = parseUrl(typed)?.href ?? `${origin}/`;
  return url.startsWith(`${origin}/`) ? url : `${origin}/`;
}

function keptSeconds({ preflight, failure, cache: [kept] }: FetchResult): number | null {
  if (preflight === null || failure?.phase === 'preflight') return null;
  return kept === undefined ? 0 : kept.expires / 1000;
}

/**
 * Runs a page's call in one engine, its preflight cache empty.
 * In: the request as the person wrote it, the engine, who answers, and the reason phrase of a status.
 */
export function callFromPage(
  request: PageRequest,
  engine: Engine,
  serve: Network['serve'],
  reasonOf: (status: number) => string
): PageCall {
  const call = scriptCallOf(request);
  const network: Network = { rules: engine.rules, serve, cache: [], now: 0 };
  const { origin } = serialiseOrigin(request.pageOrigin);
  const result =
    origin === ''
      ? callNotMade(
          { code: 'origin-invalid', args: { origin: request.pageOrigin } },
          ...[request.url, origin, network]
        )
      : runCall(call, origin, network);
  const said: ConsoleInput = {
    initiator: 'fetch',
    sync: false,
    pageOrigin: origin,
    pageUrl: pageUrlOf(request.pageOrigin, origin),
    reason: reasonOf(result.answer?.response.status ?? 0),
    result
  };
  return {
    origin,
    result,
    console: origin === '' ? null : engine.consoleLine(said),
    error: scriptErrorOf(call, result, engine),
    keeps: keptSeconds(result)
  };
}
