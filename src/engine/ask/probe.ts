/**
 * What a store does with one value, asked of the store itself: whether it saves a rule that holds nothing else out of the
 * ordinary, and which calls that rule takes. So a store's file is the only place that says so.
 */
import type { FormatId } from '../1-read/format.ts';
import { valueAt, ruleAt, plainRule } from '../1-read/plain.ts';
import { formatOf, readRules } from '../1-read/read-rules.ts';
import { headerOf, listOf } from '../2-bucket/question.ts';
import type { BucketTrace } from '../2-bucket/trace.ts';
import type { Decision, PlainRule, RuleSet, WireRequest } from '../model.ts';
import type { SavingResult } from '../providers/provider.ts';
import type { Provider } from '../providers/providers.ts';
import { askDecision, askTrace } from './answer.ts';
import { actual, ORDINARY, ORIGIN, preflight, type Asked } from './ordinary.ts';
import { memoize } from './memoize.ts';

export interface Probe {
  /** What the store says of whole rules. */
  save(rules: readonly Partial<PlainRule>[]): SavingResult;
  /** Whether it refuses a rule with this and nothing else out of the ordinary. */
  refuses(own: Partial<PlainRule>): boolean;
  /** How it answers one call where there is only this rule; what the call leaves out is ordinary. */
  preflight(own: Partial<PlainRule>, asked?: Partial<Asked>): Decision;
  actual(own: Partial<PlainRule>, origin: string, method?: string): Decision;
  /** Whether that rule takes the call. */
  takes(own: Partial<PlainRule>, asked?: Partial<Asked>): boolean;
  /** How it comes to its answer to the preflight. */
  trace(own: Partial<PlainRule>, asked?: Partial<Asked>): BucketTrace;
  /** Whether an answer that names one origin has `Vary: Origin`, where the rules have this `ResponseVary`. */
  varies(responseVary: string | null): boolean;
  /** Whether that setting beside the rules changes an answer. */
  heedsVary(): boolean;
  /** Whether the store refuses that `ResponseVary`. */
  refusesVary(responseVary: string): boolean;
}

/** True where the rule takes the call; a server whose setting is for all buckets has no rule that answers. */
const isTaken = ({ rule, headers }: Decision): boolean =>
  rule === 0 || headerOf(headers, 'access-control-allow-origin') !== null;

const probes = new WeakMap<Provider, Map<FormatId, Probe>>();

/** Asks a store in one of its formats, by itself in its own; nothing is asked twice. */
export function probeOf(provider: Provider, format?: FormatId): Probe {
  const [own = 's3-xml'] = provider.formats;
  const spoken = format ?? own;
  const known = probes.get(provider) ?? new Map<FormatId, Probe>();
  const probe = known.get(spoken) ?? probeIn(provider, spoken);
  probes.set(provider, known.set(spoken, probe));
  return probe;
}

function probeIn(provider: Provider, format: FormatId): Probe {
  const { syntax, print } = formatOf(format);
  const printed = print({ rules: [ruleAt(ORDINARY, 0)], responseVary: null });
  const [said] = readRules(printed).ruleSet.rules;
  const ordinary = said ? plainRule(said) : ORDINARY;
  const setOf = (rules: readonly Partial<PlainRule>[], vary: string | null = null): RuleSet => ({
    rules: rules.map((own, index) =>
      ruleAt({ ...ordinary, id: ordinary.id && `rule-${index + 1}`, ...own }, 0)
    ),
    responseVary: vary === null ? null : valueAt(vary, 0)
  });
  const saved = (ruleSet: RuleSet): SavingResult =>
    provider.save({ format, syntax, ruleSet, problems: [], complete: true });
  const preflightOf = (asked: Partial<Asked> = {}): WireRequest =>
    preflight({ origin: ORIGIN, method: 'GET', headers: [], ...asked });
  const decide = memoize<Parameters<Probe['preflight']>, Decision>((own, asked) =>
    askDecision(provider, setOf([own]), preflightOf(asked))
  );
  const varies = memoize((value: string | null): boolean => {
    const { headers } = askDecision(provider, setOf([{}], value), actual(ORIGIN));
    const names = listOf(headerOf(headers, 'vary') ?? '');
    return names.some((name) => name.toLowerCase() === 'origin');
  });
  return {
    save: (rules) => saved(setOf(rules)),
    refuses: memoize((own: Partial<PlainRule>): boolean => !saved(setOf([own])).accepted),
    preflight: decide,
    actual: memoize<Parameters<Probe['actual']>, Decision>((own, origin, method) =>
      askDecision(provider, setOf([own]), actual(origin, method))
    ),
    takes: (own, asked) => isTaken(decide(own, asked)),
    trace: (own, asked) => askTrace(provider, setOf([own]), preflightOf(asked)),
    varies,
    heedsVary: () => varies('true') !== varies(null),
    refusesVary: memoize((value: string) => !saved(setOf([{}], value)).accepted)
  };
}
