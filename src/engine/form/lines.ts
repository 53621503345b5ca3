import type { Change, ListField } from '../model.ts';

/** The values of lines as they are typed: a blank line is none. */
export const valuesOf = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.trim() !== '');

/**
 * The changes that make the values `after` of the values `before` of a list, where each is a line of a text; to be made one
 * after the other. Lines that are taken out leave the others alone. A change adds at the end only, so that a line put
 * between others moves those behind it. Linear in the lines.
 */
export function linesToChanges(
  rule: number,
  field: ListField,
  before: readonly string[],
  after: readonly string[]
): Change[] {
  return removals(rule, field, before, after) ?? inPlace(rule, field, before, after);
}

/** Null where `after` is not `before` with some lines less. Counted from the end, so that no removal moves another's place. */
function removals(
  rule: number,
  field: ListField,
  before: readonly string[],
  after: readonly string[]
): Change[] | null {
  const changes: Change[] = [];
  let kept = after.length;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const value = before[index] ?? '';
    if (kept > 0 && after[kept - 1] === value) kept -= 1;
    else changes.push({ kind: 'remove-value', rule, field, index, value });
  }
  return kept === 0 ? changes : null;
}

function inPlace(
  rule: number,
  field: ListField,
  before: readonly string[],
  after: readonly string[]
): Change[] {
  const changes: Change[] = [];
  const surplus = before.length - after.length;
  const end = surplus > 0 ? sharedEnd(before, after) : 0;
  const [old, wanted] = [before.slice(0, before.length - end), after.slice(0, after.length - end)];
  for (const [index, value] of wanted.entries()) {
    if (index >= old.length) changes.push({ kind: 'add-value', rule, field, value });
    else if (old[index] !== value)
      changes.push({ kind: 'replace-value', rule, field, index, value });
  }
  for (let index = old.length - 1; index >= wanted.length; index -= 1) {
    changes.push({ kind: 'remove-value', rule, field, index, value: old[index] ?? '' });
  }
  return changes;
}

/** How many lines both end with. */
function sharedEnd(before: readonly string[], after: readonly string[]): number {
  let shared = 0;
  while (shared < after.length && before.at(-1 - shared) === after.at(-1 - shared)) shared += 1;
  return shared;
}
