import {
  DEFAULT_FACTS,
  judge,
  type EngineId,
  type PageRequest,
  type Verdict,
  type WireRequest
} from '#engine';
import type { CredentialsMode } from '#engine';
import { caseServer } from '../../src/engine/3-browser/replay/server.ts';
import { engineById } from '../../src/engine/3-browser/engines/engines.ts';
import { readCase, type BrowserCase } from '../../src/engine/3-browser/replay/case.ts';
import { simulate, type BrowserAnswer } from '../../src/engine/3-browser/replay/simulate.ts';
import { readTarget } from '../../src/engine/3-browser/url/target.ts';
import type { Network } from '../../src/engine/3-browser/fetch/network.ts';
import type { LiveCall } from './call.ts';
import { rulesOf, STAMP, storeServer } from './store.ts';

/** What the engine says of a call before anyone has looked. */
export interface Prediction {
  answer: BrowserAnswer;
  /** Everything that goes over the wire, in order. */
  requests: WireRequest[];
  /** The page's own verdict; null for a call that the page has no words for. */
  verdict: Verdict | null;
  /** The same call as the page is told of it; null as above. */
  request: PageRequest | null;
}

/** The placed call as a case of the replay contract. */
export function caseOf(call: LiveCall, id: string, pageOrigin: string): BrowserCase {
  const { api, url, script, server, second } = call;
  const { value, field } = readCase({
    id,
    api,
    url,
    page: { origin: pageOrigin },
    fetch: script,
    ...('provider' in server ? {} : server),
    ...(second && { second: { fetch: second } })
  });
  if (value === null) throw new Error(field);
  return value;
}

/** What answers a call: the same for the prediction and for the real server. */
export function answererOf({ server }: LiveCall, live: BrowserCase): Network['serve'] {
  if (!('provider' in server)) return caseServer(live, live.answers);
  const serve = storeServer(server);
  return (request) => ({ response: serve(request), failed: null });
}

/** In: a placed call, the same as a case, and whose reading decides. */
export function predict(
  call: LiveCall,
  live: BrowserCase,
  engineId: EngineId = 'chromium'
): Prediction {
  const engine = engineById(engineId);
  if (engine === null) throw new Error(engineId);
  const serve = answererOf(call, live);
  const requests: WireRequest[] = [];
  const answer = simulate(live, engine, () => (request, target) => {
    requests.push(request);
    return serve(request, target);
  });
  const request = pageRequestOf(call, live.pageOrigin);
  return { answer, requests, request, verdict: request && verdictOf(call, request, engineId) };
}

/** What the page is told of a call; null where it cannot be told. */
function pageRequestOf(call: LiveCall, pageOrigin: string): PageRequest | null {
  const { api, url, script, server, second, needs } = call;
  const { method = 'GET', headers = [], credentials, withCredentials, sync, ...more } = script;
  void sync;
  if (!('provider' in server) || second !== null || Object.keys(more).length > 0) return null;
  // A store has an address of its own kind, and XMLHttpRequest alone lets a user name stand in it.
  const target = readTarget(url);
  if (target === null ? URL.canParse(url) : target.hasCredentials && api === 'xhr') return null;
  const mode = api === 'fetch' ? credentials : withCredentials ? 'include' : undefined;
  return {
    pageOrigin,
    method,
    url,
    headers,
    needs,
    credentials: (mode ?? 'same-origin') as CredentialsMode
  };
}

function verdictOf({ server }: LiveCall, request: PageRequest, engine: EngineId): Verdict | null {
  if (!('provider' in server)) return null;
  const facts = { ...DEFAULT_FACTS, ...server.facts };
  return judge({ ...rulesOf(server), request, facts, engine, stamp: STAMP });
}
