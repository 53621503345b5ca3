/** What a store answers by some rules. */
import type { BucketTrace } from '../2-bucket/trace.ts';
import {
  DEFAULT_FACTS,
  type BucketFacts,
  type Decision,
  type RuleSet,
  type WireRequest,
  type WireResponse
} from '../model.ts';
import type { Provider } from '../providers/providers.ts';

/** What stands in the place of a time and of ids that nobody can foresee. */
const STAMP = { date: '…', requestId: '…', traceId: '…' };

export const askDecision = (provider: Provider, rules: RuleSet, request: WireRequest): Decision =>
  provider.decide(provider.compile(rules), request, DEFAULT_FACTS);

/** The same with every step to it. */
export const askTrace = (
  provider: Provider,
  rules: RuleSet,
  request: WireRequest,
  facts: Partial<BucketFacts> = {}
): BucketTrace => provider.trace(provider.compile(rules), request, { ...DEFAULT_FACTS, ...facts });

/** The whole answer, as it comes over the wire. */
export const askAnswer = (provider: Provider, rules: RuleSet, request: WireRequest): WireResponse =>
  provider.respond(askDecision(provider, rules, request), request, STAMP);
