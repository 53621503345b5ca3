import type { WrittenValue } from '../model.ts';
import { factOf, type Fact, type FactsOf } from './evidence.ts';
import { compilePattern, matchesPattern, starOf, type Pattern } from './pattern.ts';
import type { ConditionTest } from './rules.ts';
import type { BucketStep } from './trace.ts';

/** An allowed origin, ready for matching. */
export interface OriginEntry {
  pattern: Pattern;
  written: WrittenValue;
}

export interface OriginRule {
  origins: readonly OriginEntry[];
  /** What the store makes of a request's origin before it looks for it; absent where it takes it as it is. */
  fold?: (origin: string) => string;
}

/** What is known of a store that takes `*`, one wildcard anywhere, and literal text, all case-sensitively. */
export interface OriginFacts {
  any: Fact;
  equal: Fact;
  pattern: Fact;
  unmatched: Fact;
  /** The opaque origin `null`. */
  opaque: Fact;
  /** An origin that would match if letters' case were ignored. */
  otherCase: Fact;
}

export const compileOrigins = (values: readonly WrittenValue[]): OriginEntry[] =>
  values.map((written) => ({ pattern: compilePattern(written.value), written }));

/** The first entry that takes the origin: the one that decides between `*` and an echo. */
export function originEntry(rule: OriginRule, origin: string): OriginEntry | undefined {
  const folded = rule.fold?.(origin) ?? origin;
  return rule.origins.find(({ pattern }) => matchesPattern(pattern, folded));
}

/** The condition that the request's Origin is one of the rule's allowed origins. */
export function originCondition(facts: FactsOf<OriginFacts>): ConditionTest<OriginRule> {
  const factAbout = (rule: OriginRule, origin: string): Fact => {
    const entry = originEntry(rule, origin);
    if (entry === undefined) {
      return factOf(facts, takesOtherCase(rule, origin) ? 'otherCase' : 'unmatched');
    }
    if (origin === 'null') return factOf(facts, 'opaque');
    if (entry.pattern.kind === 'any') return factOf(facts, 'any');
    return factOf(facts, entry.pattern.kind === 'literal' ? 'equal' : 'pattern');
  };
  return {
    condition: 'origin',
    test: (rule, { origin }) => originEntry(rule, origin ?? '') !== undefined,
    evidence: (rule, { origin }) => factAbout(rule, origin ?? '').evidence,
    explain: (rule, { origin }) => [
      explainOrigin(rule, origin ?? '', factAbout(rule, origin ?? ''))
    ]
  };
}

function explainOrigin(rule: OriginRule, origin: string, fact: Fact): BucketStep {
  const entry = originEntry(rule, origin);
  if (entry === undefined) {
    return {
      code: 'origin-unmatched',
      args: { origin, listed: rule.origins.map(({ written }) => written.value) },
      outcome: 'fail',
      spans: rule.origins.map(({ written }) => written.span),
      ...fact
    };
  }
  const { pattern, written } = entry;
  const passed = { outcome: 'pass' as const, spans: [written.span], ...fact };
  switch (pattern.kind) {
    case 'glob':
    case 'globs': {
      const stands = starOf(pattern, rule.fold?.(origin) ?? origin);
      const args = { origin, pattern: written.value, stands };
      return { code: 'origin-pattern', args, ...passed };
    }
    case 'any':
      return { code: 'origin-any', args: { origin }, ...passed };
    default:
      return { code: 'origin-equal', args: { origin }, ...passed };
  }
}

function takesOtherCase(rule: OriginRule, origin: string): boolean {
  const folded = origin.toLowerCase();
  return rule.origins.some(({ written }) =>
    matchesPattern(compilePattern(written.value.toLowerCase()), folded)
  );
}
