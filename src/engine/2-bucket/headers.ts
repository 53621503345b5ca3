import type { Evidence, WrittenValue } from '../model.ts';
import { factOf, surer, weaker, type Fact, type FactsOf } from './evidence.ts';
import { compilePattern, matchesPattern } from './pattern.ts';
import type { ConditionTest } from './rules.ts';
import type { BucketStep } from './trace.ts';
import { spansOf, valuesOf } from '../written.ts';

/** A rule's allowed headers, ready for matching: names in lower case. */
export interface AllowedHeaders {
  /** The entry that is `*` alone. */
  any: WrittenValue | null;
  names: ReadonlyMap<string, WrittenValue>;
  written: readonly WrittenValue[];
}

export interface HeadersRule {
  allowedHeaders: AllowedHeaders;
}

/** What is known of a store that takes `*` and whole names without regard to case. */
export interface HeadersFacts {
  noneRequested: Fact;
  any: Fact;
  listed: Fact;
  unlisted: Fact;
  /** A name that would match if an entry such as `x-meta-*` were read as a pattern. */
  pattern: Fact;
}

export function compileHeaders(values: readonly WrittenValue[]): AllowedHeaders {
  const names = new Map<string, WrittenValue>();
  for (const written of values) {
    const name = written.value.toLowerCase();
    if (!names.has(name)) names.set(name, written);
  }
  return { any: names.get('*') ?? null, names, written: values };
}

/** The condition that every requested header is one of the rule's. */
export function headersCondition(facts: FactsOf<HeadersFacts>): ConditionTest<HeadersRule> {
  const allows = ({ allowedHeaders }: HeadersRule, name: string): boolean =>
    allowedHeaders.any !== null || allowedHeaders.names.has(name.toLowerCase());
  const factAbout = ({ allowedHeaders }: HeadersRule, name: string): Fact => {
    if (allowedHeaders.names.has(name.toLowerCase())) return factOf(facts, 'listed');
    if (allowedHeaders.any !== null) return factOf(facts, 'any');
    return factOf(facts, takesAsPattern(allowedHeaders, name) ? 'pattern' : 'unlisted');
  };
  const evidence = (rule: HeadersRule, names: readonly string[]): Evidence => {
    if (names.length === 0) return factOf(facts, 'noneRequested').evidence;
    const refused = names.filter((name) => !allows(rule, name));
    return refused.length > 0
      ? refused.map((name) => factAbout(rule, name).evidence).reduce(surer)
      : names.map((name) => factAbout(rule, name).evidence).reduce(weaker);
  };
  return {
    condition: 'headers',
    test: (rule, { names }) => names.every((name) => allows(rule, name)),
    evidence: (rule, { names }) => evidence(rule, names),
    explain: (rule, { names }) =>
      names.length === 0
        ? [
            {
              code: 'headers-none-requested',
              args: {},
              outcome: 'pass',
              spans: [],
              ...factOf(facts, 'noneRequested')
            }
          ]
        : names.map((name) => explainHeader(rule, name, factAbout(rule, name)))
  };
}

function explainHeader({ allowedHeaders }: HeadersRule, header: string, fact: Fact): BucketStep {
  const { any, names, written } = allowedHeaders;
  const listed = names.get(header.toLowerCase());
  if (listed !== undefined) {
    const spans = [listed.span];
    return { code: 'header-listed', args: { header }, outcome: 'pass', spans, ...fact };
  }
  if (any !== null) {
    const spans = [any.span];
    return { code: 'header-any', args: { header }, outcome: 'pass', spans, ...fact };
  }
  const args = { header, listed: valuesOf(written) };
  const spans = spansOf(written);
  return { code: 'header-unlisted', args, outcome: 'fail', spans, ...fact };
}

function takesAsPattern({ names }: AllowedHeaders, name: string): boolean {
  const folded = name.toLowerCase();
  for (const entry of names.keys()) {
    if (entry !== '*' && matchesPattern(compilePattern(entry), folded)) return true;
  }
  return false;
}
