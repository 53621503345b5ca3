/** What a store makes of one rule, found by asking it. */
import { formatOf, readRules } from '../1-read/read-rules.ts';
import { emptyRule, unwrittenRule } from '../1-read/plain.ts';
import { DEFAULT_FACTS, type Header, type PlainRule, type RuleSet } from '../model.ts';
import type { BucketTrace } from '../2-bucket/trace.ts';
import type { Provider } from '../providers/providers.ts';

/** A call that a store is asked about. */
export interface Probe {
  origin: string;
  method: string;
  headers: readonly string[];
}

export const PROBE: Probe = { origin: 'https://a.example.com', method: 'PUT', headers: ['x-a'] };

const PLAIN: PlainRule = {
  id: null,
  allowedOrigins: [PROBE.origin],
  allowedMethods: ['GET', 'PUT'],
  allowedHeaders: ['x-a'],
  exposeHeaders: [],
  maxAgeSeconds: '600'
};

/** A rule that says nothing unusual but what is its own. */
export const probeRule = (own: Partial<PlainRule>): PlainRule => ({ ...PLAIN, ...own });

const setOf = (rule: PlainRule): RuleSet => ({
  rules: [unwrittenRule(rule, 0)],
  responseVary: null
});

/** How the store comes to its answer to a preflight for the call, with nothing but this rule. */
export function probe(provider: Provider, rule: PlainRule, call: Probe): BucketTrace {
  const headers: Header[] = [
    ['Origin', call.origin],
    ['Access-Control-Request-Method', call.method]
  ];
  if (call.headers.length > 0) {
    headers.push(['Access-Control-Request-Headers', call.headers.join(',')]);
  }
  const request = { method: 'OPTIONS', host: 'bucket.test', path: '/key', headers };
  return provider.trace(provider.compile(setOf(rule)), request, DEFAULT_FACTS);
}

/** True where the rule answers the call. */
export const takes = (provider: Provider, rule: PlainRule, call: Probe = PROBE): boolean =>
  probe(provider, rule, call).decision.rule !== null;

/** True where the store would keep the rule as it is, written in its own format. */
export function keeps(provider: Provider, rule: PlainRule): boolean {
  const [own = 's3-xml'] = provider.formats;
  const read = readRules(formatOf(own).print(setOf(rule)));
  return provider.save(read).accepted;
}

/** True where the setting beside the rules changes an answer. */
export function heedsVary(provider: Provider): boolean {
  const request = { method: 'GET', host: 'bucket.test', path: '/key', headers: ORIGIN };
  const [without, set] = [null, 'true'].map((value) => {
    const responseVary =
      value === null ? null : { value, span: emptyRule({ from: 0, to: 0 }).span };
    const rules = setOf(probeRule({})).rules;
    return provider.decide(provider.compile({ rules, responseVary }), request, DEFAULT_FACTS);
  });
  return JSON.stringify(without?.headers) !== JSON.stringify(set?.headers);
}

const ORIGIN: readonly Header[] = [['Origin', PROBE.origin]];
