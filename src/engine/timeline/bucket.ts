import type { Fact } from '../2-bucket/evidence.ts';
import type { BucketTrace } from '../2-bucket/trace.ts';
import { variesByOrigin } from '../3-browser/check/vary.ts';
import type { Scene } from '../4-explain/story.ts';
import type { Header, WireRequest, WireResponse } from '../model.ts';
import type { CacheSetup } from './plan.ts';

/** How sure an answer is, and the source of the step that makes it no surer. */
function factOf({ decision, before, rules, answer }: BucketTrace): Fact {
  const { evidence } = decision;
  const ofRules = rules.flatMap(({ conditions }) =>
    conditions.flatMap(({ asked, steps }) => (asked ? steps : []))
  );
  const steps = [...before, ...ofRules, ...answer.map(({ step }) => step)];
  const step = steps.find((one) => one.evidence === evidence) ?? steps.at(-1);
  const source = step?.source ?? 'https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches';
  return { evidence, source };
}

/**
 * The bucket's answer as it arrives: the store's own, the file's lifetime on a GET, and `Vary` where something in front of
 * the bucket adds it. The lifetime is the person's; no store's rules set it.
 */
export function askBucket(
  { provider, compiled, facts, stamp }: Scene,
  request: WireRequest,
  { lifetime, addsVary }: CacheSetup
): { answer: WireResponse; fact: Fact } {
  const trace = provider.trace(compiled, request, facts);
  const response = provider.respond(trace.decision, request, stamp);
  const kept: Header[] = request.method === 'GET' ? [['Cache-Control', `max-age=${lifetime}`]] : [];
  const vary: Header[] = addsVary && !variesByOrigin(response.headers) ? [['Vary', 'Origin']] : [];
  const headers = [...response.headers, ...kept, ...vary];
  return { answer: { ...response, headers }, fact: factOf(trace) };
}
