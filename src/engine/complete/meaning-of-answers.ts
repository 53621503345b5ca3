/** What the values of a rule say to the browser. */
import type { EngineId } from '../3-browser/engines/engine.ts';
import { probeOf } from '../ask/probe.ts';
import { engineById } from '../3-browser/engines/engines.ts';
import { isSafelistedResponseHeader } from '../3-browser/check/readable.ts';
import type { PlainRule } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import type { Meaning } from './meaning.ts';

/** The header that a rule brings into the answer of a preflight, and how sure that is. */
function sent(provider: Provider, own: Partial<PlainRule>, header: string) {
  const trace = probeOf(provider).trace(own);
  const line = trace.decision.headers.find(([name]) => name.toLowerCase() === header);
  const step = trace.answer.find((one) => one.header.toLowerCase() === header)?.step;
  const sure = step ? { evidence: step.evidence, source: step.source } : {};
  return { value: line?.[1] ?? null, sure };
}

export function exposeMeaning(value: string, provider: Provider): Meaning {
  const { sure } = sent(provider, { exposeHeaders: [value] }, 'access-control-expose-headers');
  const safelisted = isSafelistedResponseHeader(value.trim().toLowerCase());
  const code = value === '*' ? 'expose-any' : safelisted ? 'expose-safelisted' : 'expose';
  return { meaning: { code, args: {} }, takes: [], refuses: [], ...sure };
}

export function maxAgeMeaning(value: string, provider: Provider): Meaning {
  const { value: seconds, sure } = sent(
    provider,
    { maxAgeSeconds: value },
    'access-control-max-age'
  );
  const none = { takes: [], refuses: [], ...sure };
  if (seconds === null || !/^\d+$/.test(seconds)) {
    return { meaning: { code: 'max-age-unsent', args: {} }, ...none };
  }
  const kept = (id: EngineId) =>
    Math.min(Number(seconds), engineById(id)?.rules.maxAgeCap ?? Infinity);
  const args = {
    seconds,
    chromium: kept('chromium'),
    firefox: kept('firefox'),
    webkit: kept('webkit')
  };
  return { meaning: { code: 'max-age', args }, ...none };
}
