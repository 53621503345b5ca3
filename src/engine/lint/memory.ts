/** What was found in rules that stay the same from one text to the next, as between two keystrokes. */
import type { ReadResult } from '../1-read/format.ts';
import type { RecallCoverage, RuleCoverage } from '../compare/cover.ts';
import {
  LIST_FIELDS,
  SINGLE_FIELDS,
  type Change,
  type Rule,
  type Span,
  type WrittenValue
} from '../model.ts';
import type { Finding } from './finding.ts';

/** A finding of one rule, its place counted from where the rule begins, and the place of its check among all. */
export interface RuleFinding {
  finding: Finding;
  order: number;
}

/** Answers of one reading of a text, kept for the next one: what that does not ask for again is forgotten. */
export class LintMemory {
  #before: ReadonlyMap<string, readonly RuleFinding[]> = new Map();
  #now = new Map<string, readonly RuleFinding[]>();
  #rules: readonly string[] = [];
  #coverage: RuleCoverage[] = [];

  /** Forgets what was not asked for since it was last called. */
  turn(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  recall(key: string, find: () => readonly RuleFinding[]): readonly RuleFinding[] {
    const found = this.#now.get(key) ?? this.#before.get(key) ?? find();
    this.#now.set(key, found);
    return found;
  }

  /** `rules` holds all that a store decides each rule by. What is known holds up to the first that is another one now. */
  recallCoverage(rules: readonly string[]): RecallCoverage {
    const changed = rules.findIndex((rule, index) => rule !== this.#rules[index]);
    const known = changed === -1 ? this.#coverage : this.#coverage.slice(0, changed);
    const now: RuleCoverage[] = [];
    [this.#rules, this.#coverage] = [rules, now];
    return (index, find) => (now[index] = known[index] ?? find());
  }
}

/** All that checks of one rule look at, but for the store: the rule and its problems, with places counted from its begin. */
export function keyOfRule(rule: Rule, { problems }: ReadResult, head: string): string {
  const { from, to } = rule.span;
  const near = ({ value, span }: WrittenValue) => [value, span.from - from, span.to - from];
  return JSON.stringify([
    head,
    to - from,
    LIST_FIELDS.map((field) => rule[field].map(near)),
    SINGLE_FIELDS.map((field) => rule[field] && near(rule[field])),
    problems
      .filter(({ span }) => span.from >= from && span.from < to)
      .map(({ code, span }) => [code, span.from - from, span.to - from])
  ]);
}

const shifted = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by });

/** The finding in a rule that is the `rule`th now, and `by` units farther down. */
export function moveFinding(finding: Finding, rule: number, by: number): Finding {
  const mend = finding.mend?.map((change) => ofRule(change, rule)) ?? null;
  return { ...finding, rule, span: shifted(finding.span, by), mend };
}

function ofRule(change: Change, rule: number): Change {
  switch (change.kind) {
    case 'add-value':
    case 'replace-value':
    case 'remove-value':
    case 'set-value':
      return { ...change, rule };
    default:
      return change;
  }
}
