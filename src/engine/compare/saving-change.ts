import { plainRule } from '../1-read/plain.ts';
import { LIST_FIELDS, type Coded, type ListField, type PlainRule, type RuleSet } from '../model.ts';
import type { StoredRule } from '../providers/provider.ts';

/** How a store keeps a list otherwise than it is written. */
export type ListChange = 'order' | 'repeats' | 'case' | 'values';

interface SavingChangeArgs {
  'rules-count': { written: number; kept: number };
  /** Rules are counted from 0. */
  list: { rule: number; field: ListField; change: ListChange; kept: string[] };
  /** `kept` is null where the store keeps none. */
  value: {
    rule: number;
    field: 'id' | 'maxAgeSeconds';
    written: string | null;
    kept: string | null;
  };
}

export type SavingChange = Coded<SavingChangeArgs>;

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);

const sorted = (values: readonly string[]): string[] => [...values].sort();
const unique = (values: readonly string[]): string[] => sorted([...new Set(values)]);
const lower = (values: readonly string[]): string[] => values.map((value) => value.toLowerCase());

/** The least that explains the difference of two lists; null where there is none. */
function changeOf(written: readonly string[], kept: readonly string[]): ListChange | null {
  if (same(written, kept)) return null;
  if (same(sorted(written), sorted(kept))) return 'order';
  if (same(unique(written), unique(kept))) return 'repeats';
  return same(unique(lower(written)), unique(lower(kept))) ? 'case' : 'values';
}

function changesOf(rule: number, written: PlainRule, kept: StoredRule): SavingChange[] {
  const lists = LIST_FIELDS.flatMap((field): SavingChange[] => {
    const change = changeOf(written[field], kept[field]);
    return change ? [{ code: 'list', args: { rule, field, change, kept: kept[field] } }] : [];
  });
  const values = (['id', 'maxAgeSeconds'] as const).flatMap((field): SavingChange[] =>
    written[field] === kept[field]
      ? []
      : [{ code: 'value', args: { rule, field, written: written[field], kept: kept[field] } }]
  );
  return [...lists, ...values];
}

/**
 * What a store keeps otherwise than it is written, in the order of the rules. Where it keeps another number of rules, that
 * alone is told, since rules that are gone leave no telling which is which.
 */
export function savingChanges({ rules }: RuleSet, stored: readonly StoredRule[]): SavingChange[] {
  if (rules.length !== stored.length) {
    return [{ code: 'rules-count', args: { written: rules.length, kept: stored.length } }];
  }
  return rules.flatMap((rule, index) => {
    const kept = stored[index];
    return kept === undefined ? [] : changesOf(index, plainRule(rule), kept);
  });
}
