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

/**
 * Why no rule answered: what stood shut before the rules, else the first condition in which the closest rule fails.
 * Null where a rule did answer.
 */
export function bucketCause(trace: BucketTrace, provider: Provider): Cause | null {
  const shut = trace.before.find(({ outcome }) => outcome === 'fail');
  if (shut !== undefined) return gateCause(shut, provider);
  const closest = trace.rules.find(({ rule }) => rule === trace.closest);
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
