/** Allowed headers of a store in which an entry may hold one wildcard anywhere. */
import type { Evidence, WrittenValue } from '../model.ts';
import { factOf, surer, weaker, type Fact, type FactsOf } from './evidence.ts';
import { matchesPattern, type Pattern } from './pattern.ts';
import type { CorsQuestion } from './question.ts';
import type { ConditionTest } from './rules.ts';
import type { BucketStep } from './trace.ts';
import { spansOf, valuesOf } from '../written.ts';

/** An allowed header, ready for matching: its pattern is in lower case. */
export interface HeaderEntry {
  pattern: Pattern;
  written: WrittenValue;
}

export interface HeaderPatternsRule {
  headerEntries: readonly HeaderEntry[];
}

/** What is known of a store that takes `*`, whole names and patterns without regard to ASCII case. */
export interface HeaderPatternsFacts {
  noneRequested: Fact;
  any: Fact;
  listed: Fact;
  /** A whole name in other letters' case; `listed` where it is absent. */
  otherCase?: Fact;
  pattern: Fact;
  unlisted: Fact;
}

/** Folds A to Z and nothing else, as header names are compared. https://infra.spec.whatwg.org/#ascii-lowercase */
export const asciiLower = (text: string): string =>
  text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** `compile` is how the store reads a wildcard, `fold` what it takes for the same name. */
export const compileHeaderEntries = (
  values: readonly WrittenValue[],
  compile: (written: string) => Pattern,
  fold = asciiLower
): HeaderEntry[] => values.map((written) => ({ pattern: compile(fold(written.value)), written }));

/** The entry that takes a requested header: the surest kind of them, so that a whole name stands before `*`. */
export function headerEntry(
  { headerEntries }: HeaderPatternsRule,
  name: string,
  fold = asciiLower
): HeaderEntry | undefined {
  const folded = fold(name);
  return (
    headerEntries.find(({ pattern }) => pattern.kind === 'literal' && pattern.text === folded) ??
    headerEntries.find(({ pattern }) => matchesPattern(pattern, folded))
  );
}

/** The condition that every requested header is taken by an entry of the rule. */
export function headerPatternsCondition(
  facts: FactsOf<HeaderPatternsFacts>,
  fold = asciiLower
): ConditionTest<HeaderPatternsRule> {
  const factAbout = (entry: HeaderEntry | undefined, name: string): Fact => {
    if (entry === undefined) return factOf(facts, 'unlisted');
    if (entry.pattern.kind === 'any') return factOf(facts, 'any');
    if (entry.pattern.kind !== 'literal') return factOf(facts, 'pattern');
    const listed = factOf(facts, 'listed');
    return entry.written.value === name ? listed : (factOf(facts, 'otherCase') ?? listed);
  };
  const evidence = (rule: HeaderPatternsRule, { names }: CorsQuestion): Evidence => {
    if (names.length === 0) return factOf(facts, 'noneRequested').evidence;
    const entries = names.map((name) => ({ name, entry: headerEntry(rule, name, fold) }));
    const marks = (taken: boolean) =>
      entries
        .filter(({ entry }) => (entry !== undefined) === taken)
        .map(({ entry, name }) => factAbout(entry, name).evidence);
    const refused = marks(false);
    return refused.length > 0 ? refused.reduce(surer) : marks(true).reduce(weaker);
  };
  const explain = (rule: HeaderPatternsRule, header: string): BucketStep => {
    const entry = headerEntry(rule, header, fold);
    const fact = factAbout(entry, header);
    if (entry === undefined) {
      const written = rule.headerEntries.map((other) => other.written);
      const args = { header, listed: valuesOf(written) };
      const spans = spansOf(written);
      return { code: 'header-unlisted', args, outcome: 'fail', spans, ...fact };
    }
    const passed = { outcome: 'pass' as const, spans: [entry.written.span], ...fact };
    switch (entry.pattern.kind) {
      case 'any':
        return { code: 'header-any', args: { header }, ...passed };
      case 'glob':
        return {
          code: 'header-pattern',
          args: { header, pattern: entry.written.value },
          ...passed
        };
      default:
        return { code: 'header-listed', args: { header }, ...passed };
    }
  };
  return {
    condition: 'headers',
    test: (rule, { names }) => names.every((name) => headerEntry(rule, name, fold) !== undefined),
    evidence,
    explain: (rule, { names }) => {
      if (names.length > 0) return names.map((name) => explain(rule, name));
      const noneRequested = factOf(facts, 'noneRequested');
      const outcome = 'pass' as const;
      return [{ code: 'headers-none-requested', args: {}, outcome, spans: [], ...noneRequested }];
    }
  };
}
