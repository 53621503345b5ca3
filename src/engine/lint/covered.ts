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
    const refused =
      !probe.refuses({ [field]: [value] }) &&
      !probe.refuses({ [field]: [by] }) &&
      probe.refuses({ [field]: [by, value] });
    const effect = refused ? 'refused' : null;
    report({ value, by }, { span, rule: at, level: refused ? 'error' : 'hint', effect });
  });
}
