/** The places of a rule set at which checks look. */
import {
  LIST_FIELDS,
  type Change,
  type ListField,
  type Rule,
  type Span,
  type WrittenValue
} from '../model.ts';
import type { LintContext } from './check.ts';

/** One value of a list of a rule, and where it stands. */
export interface PlacedValue extends WrittenValue {
  rule: Rule;
  /** Counted from 0, as is `index`. */
  at: number;
  field: ListField;
  index: number;
}

/** Calls `visit` with every value of those lists, in the order of the rules. */
export function eachValue(
  { rules }: Pick<LintContext, 'rules'>,
  fields: readonly ListField[] | ListField,
  visit: (visited: PlacedValue) => void
): void {
  const visited = typeof fields === 'string' ? [fields] : fields;
  for (const [at, rule] of rules.entries()) {
    for (const field of visited) {
      for (const [index, { value, span }] of rule[field].entries()) {
        visit({ value, span, rule, at, field, index });
      }
    }
  }
}

export const ALL_LISTS = LIST_FIELDS;
export const HEADER_LISTS = ['allowedHeaders', 'exposeHeaders'] as const;

const counts = new WeakMap<readonly WrittenValue[], ReadonlyMap<string, number>>();

/** How often each value stands in a list, counted once. */
function countsOf(list: readonly WrittenValue[]): ReadonlyMap<string, number> {
  const known = counts.get(list);
  if (known) return known;
  const counted = new Map<string, number>();
  for (const { value } of list) counted.set(value, (counted.get(value) ?? 0) + 1);
  counts.set(list, counted);
  return counted;
}

/** The change that puts other values in the place of one; those that the list has already are not written twice. */
export function replaceBy({ rule, at, field, index }: PlacedValue, ...values: string[]): Change[] {
  const own = rule[field][index]?.value;
  const isElsewhere = (value: string): boolean =>
    (countsOf(rule[field]).get(value) ?? 0) > (value === own ? 1 : 0);
  const [first, ...more] = values.filter((value) => !isElsewhere(value));
  if (first === undefined) return [removal({ rule, at, field, index })];
  return [
    { kind: 'replace-value', rule: at, field, index, value: first },
    ...more.map((value): Change => ({ kind: 'add-value', rule: at, field, value }))
  ];
}

/** The change that takes a value out of its list. */
export const removal = ({
  rule,
  at,
  field,
  index
}: Pick<PlacedValue, 'rule' | 'at' | 'field' | 'index'>): Change => ({
  kind: 'remove-value',
  rule: at,
  field,
  index,
  value: rule[field][index]?.value ?? ''
});

/** Where a rule begins, for what is about the whole of it. */
export const headOf = (text: string, { from, to }: Span): Span => lineWithin(text, from, to);

/** The first line that is not blank, for what is about the whole text. */
export function topOf(text: string): Span {
  const from = text.length - text.trimStart().length;
  return lineWithin(text, from, text.length);
}

function lineWithin(text: string, from: number, to: number): Span {
  const end = text.slice(from, Math.min(to, from + HEAD_LIMIT)).search(/[\r\n]/);
  return { from, to: end === -1 ? Math.min(to, from + HEAD_LIMIT) : from + end };
}

/** A longer line is not marked to its end. */
const HEAD_LIMIT = 80;
