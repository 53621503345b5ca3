import type { LintContext, FindingPlace } from './check.ts';
import type { PlacedValue } from './visit.ts';
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
  report: (args: { value: string; wild: string }, place: FindingPlace) => void
): void {
  const { probe } = context;
  const together = new Map<number, boolean>();
  // A store that refuses `*` beside others says so of the rule, however many they are.
  const isRefused = (at: number, by: string, value: string): boolean => {
    if (together.has(at) || probe.refuses({ [field]: [value] })) return false;
    const refused = !probe.refuses({ [field]: [by] }) && probe.refuses({ [field]: [by, value] });
    together.set(at, refused);
    return refused;
  };
  eachValue(context, field, ({ value, span, rule, at, index }: PlacedValue) => {
    if (value === '*' || value === '' || index >= LIMIT) return;
    const others = rule[field].slice(0, LIMIT).map((other) => other.value);
    const wild = others.filter((other) => other !== value && other.includes('*'));
    const [star] = wild.filter((other) => other === '*');
    const refused = star !== undefined && isRefused(at, star, value);
    const by = refused ? star : wild.find((other) => takes(other, value));
    if (by === undefined) return;
    const effect = refused ? 'refused' : null;
    report({ value, wild: by }, { span, rule: at, level: refused ? 'error' : 'hint', effect });
  });
}
