import type { Exchange, PageRequest, ProviderId, Verdict } from '#engine';
import { m } from '../paraglide/messages.js';
import { say } from '../words/say.ts';
import { headerRecord } from './headers.ts';

/** A verdict as JSON, keys in the order of the replay contract; `store` is the one that was named or guessed. */
export function storyOf(
  verdict: Verdict,
  request: PageRequest,
  store?: { provider: ProviderId | null; sure: boolean }
) {
  return {
    outcome: verdict.outcome,
    stage: verdict.stage,
    cause: verdict.cause?.code ?? null,
    rule: verdict.rule,
    closest: verdict.closest,
    save: verdict.save,
    sentence: sentenceOf(verdict),
    mend: mendOf(verdict),
    exchanges: verdict.exchanges.map((exchange) => exchangeOf(exchange, request.url)),
    ...(store && { provider: store.provider, sure: store.sure }),
    endpoint: verdict.endpoint.kind
  };
}

function mendOf({ mend }: Verdict) {
  if (mend === null) return null;
  return {
    summary: say.mend(mend),
    rules: mend.rules,
    alsoAllows: say.alsoAllows(mend),
    takesAway: say.takesAway(mend)
  };
}

/** The verdict in words: what, and why. */
function sentenceOf(verdict: Verdict): string {
  if (verdict.cause === null) return m['words.allowed']();
  const { what, why } = say.cause(verdict.cause);
  return m['cli.sentence']({ what, why });
}

function exchangeOf({ stage, request, response }: Exchange, pageUrl: string) {
  return {
    stage,
    request: {
      method: request.method,
      url: new URL(pageUrl).origin + request.path,
      headers: headerRecord(request.headers)
    },
    response: {
      status: response.status,
      headers: headerRecord(response.headers),
      body: response.body
    }
  };
}
