import type { Change, ListField } from '../model.ts';

/** The values of lines as they are typed: a blank line is none. */
export const valuesOf = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.trim() !== '');

/**
 * The changes that make the values `after` of the values `before` of a list, where each is a line of a text; to be made one
 * after the other. They are the fewest that leave each line alone that is in both, in lists up to {@link COMPARISON_LIMIT}: a line
 * that gave way to another is replaced, and one that was put between others is added there. Counted from the end, so that
 * none moves another's place.
 */
export function linesToChanges(
  rule: number,
  field: ListField,
  before: readonly string[],
  after: readonly string[]
): Change[] {
  return partings(before, after)
    .toReversed()
    .flatMap(({ at, old, wanted }) => {
      const isLast = at + old.length === before.length;
      const replaced = old.flatMap((value, index): Change[] => {
        const better = wanted[index];
        if (better === undefined || better === value) return [];
        return [{ kind: 'replace-value', rule, field, index: at + index, value: better }];
      });
      const removed = old.slice(wanted.length).map((value, index): Change => {
        return { kind: 'remove-value', rule, field, index: at + wanted.length + index, value };
      });
      const added = wanted.slice(old.length).map((value, index): Change => {
        const place = isLast ? {} : { at: at + old.length + index };
        return { kind: 'add-value', rule, field, value, ...place };
      });
      return [...replaced, ...removed.reverse(), ...added];
    });
}

/** Lines that gave way to others, where they stood; either may be none. */
interface LineReplacement {
  at: number;
  old: string[];
  wanted: string[];
}

/** Pairs of lines that are compared at most; what lists part in beyond that is one parting, as with most keystrokes. */
const COMPARISON_LIMIT = 250_000;

/** Where two lists part, in the order of the lines. */
function partings(before: readonly string[], after: readonly string[]): LineReplacement[] {
  const start = shared(before, after, (lines, at) => lines[at]);
  const [old, wanted] = [before.slice(start), after.slice(start)];
  const end = shared(old, wanted, (lines, at) => lines.at(-1 - at));
  old.length -= end;
  wanted.length -= end;
  const kept = old.length * wanted.length <= COMPARISON_LIMIT ? keptLines(old, wanted) : [];
  const found: LineReplacement[] = [];
  let [from, to] = [0, 0];
  for (const [at, place] of [...kept, [old.length, wanted.length] as const]) {
    if (at > from || place > to) {
      found.push({ at: start + from, old: old.slice(from, at), wanted: wanted.slice(to, place) });
    }
    [from, to] = [at + 1, place + 1];
  }
  return found;
}

/** How many lines both lists have in common from one end on. */
function shared(
  one: readonly string[],
  other: readonly string[],
  lineAt: (lines: readonly string[], at: number) => string | undefined
): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && lineAt(one, count) === lineAt(other, count)) count += 1;
  return count;
}

/** The places of a longest run of lines that two lists share in the same order. */
function keptLines(old: readonly string[], wanted: readonly string[]): [number, number][] {
  const width = wanted.length + 1;
  // The length of such a run of what stands from each pair of places on.
  const runs = new Uint32Array((old.length + 1) * width);
  const run = (at: number, place: number): number => runs[at * width + place] ?? 0;
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let place = wanted.length - 1; place >= 0; place -= 1) {
      runs[at * width + place] =
        old[at] === wanted[place]
          ? run(at + 1, place + 1) + 1
          : Math.max(run(at + 1, place), run(at, place + 1));
    }
  }
  const kept: [number, number][] = [];
  for (let at = 0, place = 0; at < old.length && place < wanted.length;) {
    if (old[at] === wanted[place]) kept.push([at++, place++]);
    else if (run(at + 1, place) >= run(at, place + 1)) at += 1;
    else place += 1;
  }
  return kept;
}
