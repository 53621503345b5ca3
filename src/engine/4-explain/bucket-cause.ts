import type { BucketStep, BucketTrace, ConditionTrace, RuleTrace } from '../2-bucket/trace.ts';
import type { Provider } from '../providers/providers.ts';
import { nearMiss } from './origin-miss.ts';
import type { Cause } from './verdict.ts';

const failing = ({ conditions }: RuleTrace): ConditionTrace[] =>
  conditions.filter(({ outcome }) => outcome === 'fail');

/** Rules that fail in the very conditions in which the closest one fails. */
function tiedWith(closest: RuleTrace, rules: readonly RuleTrace[]): RuleTrace[] {
  const profile = (trace: RuleTrace) =>
    failing(trace)
      .map(({ condition }) => condition)
      .join();
  return [
    closest,
    ...rules.filter((rule) => rule !== closest && profile(rule) === profile(closest))
  ];
}

/** The cause of an origin that no rule took: a near miss in the closest rule, or in one just as close, says most. */
function originCause(closest: RuleTrace, rules: readonly RuleTrace[]): Cause | null {
  let plain: Cause | null = null;
  for (const rule of tiedWith(closest, rules)) {
    for (const step of rule.conditions.flatMap(({ steps }) => steps)) {
      if (step.code !== 'origin-unmatched') continue;
      const { origin, listed } = step.args;
      plain ??= { code: 'origin-not-allowed', args: { origin, listed } };
      for (const written of listed) {
        const miss = nearMiss(written, origin);
        if (miss !== null) return miss.cause;
      }
    }
  }
  return plain;
}

function methodCause(condition: ConditionTrace, provider: Provider): Cause | null {
  for (const step of condition.steps) {
    if (step.code !== 'method-unlisted') continue;
    const { method, listed } = step.args;
    return provider.methods.includes(method)
      ? { code: 'method-not-allowed', args: { method, listed } }
      : {
          code: 'method-unsupported',
          args: { method, store: provider.name, listed: [...provider.methods] }
        };
  }
  return null;
}

function headersCause(condition: ConditionTrace): Cause | null {
  const refused = condition.steps.flatMap((step) =>
    step.code === 'header-unlisted' ? [step.args] : []
  );
  const [first] = refused;
  if (first === undefined) return null;
  const headers = refused.map(({ header }) => header);
  return { code: 'header-not-allowed', args: { headers, listed: first.listed } };
}

/** The cause of a condition before any rule; null where the answer itself tells more than the condition does. */
function gateCause(shut: BucketStep, { name: store }: Provider): Cause | null {
  switch (shut.code) {
    case 'bucket-missing':
      return { code: 'bucket-missing', args: { store } };
    case 'endpoint-never':
    case 'target-root':
      return { code: 'endpoint-without-cors', args: { store } };
    case 'configuration-missing':
      return { code: 'no-configuration', args: { store } };
    case 'request-method-unknown': {
      const { method, known } = shut.args;
      return { code: 'method-unsupported', args: { method, store, listed: known } };
    }
    default:
      return null;
  }
}

/** The rule that the store settled on for the origin, and that fails for the rest of the call; null where there is none. */
export function refusedOf({ closest, decision, rules }: BucketTrace): RuleTrace | null {
  const chosen = rules.find(({ rule }) => rule === (decision.rule ?? closest));
  if (chosen === undefined) return null;
  const failed = failing(chosen);
  return failed.length === 0 || failed.some(({ condition }) => condition === 'origin')
    ? null
    : chosen;
}

/**
 * Why no rule granted the call: what stood shut before the rules, else the first condition in which the rule that answers, or the
 * closest one, fails. Null where a rule granted it.
 */
export function bucketCause(trace: BucketTrace, provider: Provider): Cause | null {
  const shut = trace.before.find(({ outcome }) => outcome === 'fail');
  if (shut !== undefined) return gateCause(shut, provider);
  const nearest = trace.decision.rule ?? trace.closest;
  const closest = trace.rules.find(({ rule }) => rule === nearest);
  const condition = closest && failing(closest)[0];
  if (closest === undefined || condition === undefined) return null;
  switch (condition.condition) {
    case 'origin':
      return originCause(closest, trace.rules);
    case 'method':
      return methodCause(condition, provider);
    case 'headers':
      return headersCause(condition);
  }
}
