import type { LintContext, Place } from './check.ts';
import type { Visited } from './visit.ts';
import { eachValue } from './visit.ts';

/** So many values of one rule are compared; a longer list is written by a program. */
const LIMIT = 50;

/**
 * Reports every value of a list that a wildcard of the same list takes, where the store takes the two alone: together they
 * are refused by some.
 */
export function eachCovered(
  context: LintContext,
  field: 'allowedOrigins' | 'allowedHeaders',
  takes: (wild: string, value: string) => boolean,
  report: (args: { value: string; by: string }, place: Place) => void
): void {
  const { probe } = context;
  const told = new Set<number>();
  eachValue(context, field, ({ value, span, rule, at, index }: Visited) => {
    if (value === '*' || value === '' || index >= LIMIT) return;
    const wild = rule[field].find(
      (other, place) =>
        place < LIMIT &&
        other.value !== value &&
        other.value.includes('*') &&
        takes(other.value, value)
    );
    if (wild === undefined) return;
    const by = wild.value;
    // A store that refuses the two says so of the rule, however many they are.
    const isTold = told.has(at);
    const refused =
      !isTold &&
      !probe.refuses({ [field]: [value] }) &&
      !probe.refuses({ [field]: [by] }) &&
      probe.refuses({ [field]: [by, value] });
    if (refused) told.add(at);
    const effect = refused ? 'refused' : null;
    report({ value, by }, { span, rule: at, level: refused ? 'error' : 'hint', effect });
  });
}
