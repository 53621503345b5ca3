import { LIST_FIELDS, type PlainRule } from '#engine';

/** Whether two lists hold the same values in the same order. */
export const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);

/** What a rule says now, in the lists that said it before where they are the same; the rule itself where all of it is. */
export function keepSame(before: PlainRule | undefined, now: PlainRule): PlainRule {
  if (before === undefined) return now;
  const kept = { ...now };
  for (const field of LIST_FIELDS) {
    if (same(before[field], now[field])) kept[field] = before[field];
  }
  const isSame = (Object.keys(kept) as (keyof PlainRule)[]).every(
    (field) => kept[field] === before[field]
  );
  return isSame ? before : kept;
}
