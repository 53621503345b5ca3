import type { ReadResult } from '../1-read/format.ts';
import { PROBLEMS, type ProblemCode, type Problem } from '../1-read/problem.ts';
import { LIST_FIELDS, type Coded, type ListField, type Rule, type Span } from '../model.ts';
import type { StoreForm } from './store-form.ts';

/** What of a text no form shows, beside what could not be read; rules are counted from 0. */
export interface UnshownArgs {
  /** The store's page has no such field. */
  'field-none': { rule: number; field: ListField | 'maxAgeSeconds' };
  /** A value is blank, or has a line break in it, so that it is no line of its own. */
  'value-no-line': { rule: number; field: ListField };
  /** The store has no such setting. */
  'vary-none': Record<string, never>;
  /** It is written otherwise than as `true` or `false`. */
  'vary-odd': { value: string };
}

/** A part of the text that the form leaves as it is, and where it stands. */
export type UnshownPart = (Coded<UnshownArgs> | { code: 'problem'; problem: Problem }) & {
  span: Span;
};

/** Problems of what the form has no place for, though nothing of the rules is lost by it. */
const ASIDE: ReadonlySet<ProblemCode> = new Set([
  'name-unknown',
  'name-misspelt',
  'key-repeated',
  'key-superseded',
  'element-repeated',
  'more-buckets',
  'rule-elsewhere'
]);

/** True where every value of a list is a line of its own. */
export const areLines = (values: readonly string[]): boolean =>
  values.every((value) => value.trim() !== '' && !/[\r\n]/.test(value));

/**
 * What a store's form cannot show of a text that was read; empty where it shows all of it. An id is shown by every form,
 * since a rule is called by it. In the order of the text.
 */
export function holdsForm({ problems, ruleSet }: ReadResult, form: StoreForm): UnshownPart[] {
  const unread = problems.filter(({ code }) => PROBLEMS[code].loses || ASIDE.has(code));
  return [
    ...unread.map((problem) => ({ code: 'problem' as const, problem, span: problem.span })),
    ...ruleSet.rules.flatMap((rule, index) => unshownIn(rule, index, form)),
    ...varyUnshown(ruleSet.responseVary, form)
  ].sort((a, b) => a.span.from - b.span.from);
}

function unshownIn(rule: Rule, index: number, { fields }: StoreForm): UnshownPart[] {
  const shown = new Set(fields.map(({ field }) => field));
  // A list that is both the allowed and the exposed headers is shown once.
  const seen = new Set(
    LIST_FIELDS.filter((field) => shown.has(field)).flatMap((field) => rule[field].map(placeOf))
  );
  const unshown: UnshownPart[] = [];
  for (const field of LIST_FIELDS) {
    const args = { rule: index, field };
    const [first] = rule[field].filter((written) => !seen.has(placeOf(written)));
    const odd = rule[field].find(({ value }) => !areLines([value]));
    if (!shown.has(field) && first) unshown.push({ code: 'field-none', args, span: first.span });
    else if (shown.has(field) && odd) unshown.push({ code: 'value-no-line', args, span: odd.span });
  }
  if (rule.maxAgeSeconds && !shown.has('maxAgeSeconds')) {
    const { span } = rule.maxAgeSeconds;
    unshown.push({ code: 'field-none', args: { rule: index, field: 'maxAgeSeconds' }, span });
  }
  return unshown;
}

const placeOf = ({ span }: { span: Span }): string => `${span.from}-${span.to}`;

function varyUnshown(vary: ReadResult['ruleSet']['responseVary'], form: StoreForm): UnshownPart[] {
  if (vary === null) return [];
  if (form.vary === null) return [{ code: 'vary-none', args: {}, span: vary.span }];
  return /^(true|false)$/.test(vary.value)
    ? []
    : [{ code: 'vary-odd', args: { value: vary.value }, span: vary.span }];
}
