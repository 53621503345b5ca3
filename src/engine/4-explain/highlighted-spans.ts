import type { BucketTrace } from '../2-bucket/trace.ts';
import type { RuleSet, Span } from '../model.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

/** Where the rule text answered, and where it refused: the values of the answering rules and of the closest one. */
export function highlightedSpans({ exchanges, cause }: Story, ruleSet: RuleSet): Verdict['lit'] {
  const answered = exchanges.flatMap(({ trace }) =>
    trace.decision.rule === null ? [] : spansOf(trace, trace.decision.rule, 'pass')
  );
  const refused = exchanges.slice(-1).flatMap(({ trace }) => {
    const { closest, decision } = trace;
    if (decision.rule !== null) return blamed(trace, ruleSet, decision.rule, cause?.code);
    return closest === null ? [] : spansOf(trace, closest, 'fail');
  });
  return { answered: once(answered), refused: once(refused) };
}

const once = (spans: readonly Span[]): Span[] => [
  ...new Map(spans.map((span) => [span.from, span])).values()
];

function spansOf({ rules }: BucketTrace, rule: number, outcome: 'pass' | 'fail'): Span[] {
  const steps = rules[rule]?.conditions.flatMap((condition) => condition.steps) ?? [];
  return steps.flatMap((step) => (step.outcome === outcome ? step.spans : []));
}

/** A rule that answered can still be the one to blame: for what it exposes, or for a `*` where cookies go along. */
function blamed(
  { answer }: BucketTrace,
  { rules }: RuleSet,
  rule: number,
  cause: string | undefined
): Span[] {
  if (cause === 'header-not-exposed') {
    return rules[rule]?.exposeHeaders.map(({ span }) => span) ?? [];
  }
  if (cause !== 'credentials-with-wildcard') return [];
  return answer.flatMap(({ step }) => (step.code === 'allow-origin-wildcard' ? step.spans : []));
}
