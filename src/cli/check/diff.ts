import type { TextEdit } from '#engine';

/** Unchanged lines shown on either side of a change. */
const CONTEXT = 2;

export interface DiffLine {
  sign: '@' | ' ' | '-' | '+';
  text: string;
}

/** Lines `from` to `to` (half-open, counted from 0) of the old text, and what stands in their place. */
interface Patch {
  from: number;
  to: number;
  added: string[];
}

/**
 * What `edits` make of `before`, which is `after`, as the hunks of a unified diff without the two file lines. Edits are
 * sorted and do not overlap.
 */
export function diffOf(before: string, after: string, edits: readonly TextEdit[]): DiffLine[] {
  const lines = splitLines(before);
  const starts = startsOf(lines);
  let grown = 0;
  const patches = gather(edits, starts)
    .map((group) => {
      const patch = patchOf(group, lines, starts, after, grown);
      grown += growthOf(group);
      return patch;
    })
    .filter(({ from, to, added }) => to > from || added.length > 0);
  const diff: DiffLine[] = [];
  let shift = 0;
  for (const hunk of hunksOf(patches)) {
    diff.push(...printHunk(hunk, lines, shift));
    shift += hunk.reduce((sum, { from, to, added }) => sum + added.length - (to - from), 0);
  }
  return diff;
}

/** Lines with their line ends. */
const splitLines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function startsOf(lines: readonly string[]): number[] {
  let offset = 0;
  return lines.map((line) => (offset += line.length) - line.length);
}

/** The line that an offset lies in, counted from 0. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Edits that touch the same line belong to one patch. */
function gather(edits: readonly TextEdit[], starts: readonly number[]): TextEdit[][] {
  const groups: TextEdit[][] = [];
  let lastLine = -1;
  for (const edit of edits) {
    const group = groups.at(-1);
    if (group !== undefined && lineAt(starts, edit.span.from) <= lastLine) group.push(edit);
    else groups.push([edit]);
    lastLine = lineAt(starts, edit.span.to);
  }
  return groups;
}

/** By how many code units the text grows. */
const growthOf = (edits: readonly TextEdit[]): number =>
  edits.reduce((sum, { span, insert }) => sum + insert.length - (span.to - span.from), 0);

/** `grown` is by how much the edits before these have made the text grow. */
function patchOf(
  group: readonly TextEdit[],
  lines: readonly string[],
  starts: readonly number[],
  after: string,
  grown: number
): Patch {
  let from = lineAt(starts, group[0]?.span.from ?? 0);
  let to = Math.min(lineAt(starts, group.at(-1)?.span.to ?? 0) + 1, lines.length);
  const old = lines.slice(from, to);
  const start = (starts[from] ?? 0) + grown;
  const added = splitLines(after.slice(start, start + old.join('').length + growthOf(group)));
  while (old.length > 0 && added.length > 0 && old[0] === added[0]) {
    old.shift();
    added.shift();
    from += 1;
  }
  while (old.length > 0 && added.length > 0 && old.at(-1) === added.at(-1)) {
    old.pop();
    added.pop();
    to -= 1;
  }
  return { from, to, added };
}

/** Patches whose contexts touch share a hunk. */
function hunksOf(patches: readonly Patch[]): Patch[][] {
  const hunks: Patch[][] = [];
  for (const patch of patches) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && patch.from - last.to <= 2 * CONTEXT) hunks.at(-1)?.push(patch);
    else hunks.push([patch]);
  }
  return hunks;
}

function printHunk(hunk: readonly Patch[], lines: readonly string[], shift: number): DiffLine[] {
  const body: DiffLine[] = [];
  const put = (sign: DiffLine['sign'], some: readonly string[]) =>
    body.push(...some.map((line) => ({ sign, text: line.replace(/\r?\n$/, '') })));
  const start = Math.max(0, (hunk[0]?.from ?? 0) - CONTEXT);
  let at = start;
  for (const { from, to, added } of hunk) {
    put(' ', lines.slice(at, from));
    put('-', lines.slice(from, to));
    put('+', added);
    at = to;
  }
  put(' ', lines.slice(at, at + CONTEXT));
  const count = (sign: DiffLine['sign']) =>
    body.filter((line) => line.sign === ' ' || line.sign === sign).length;
  const old = count('-');
  const range = `-${old === 0 ? start : start + 1},${old} +${start + shift + 1},${count('+')}`;
  return [{ sign: '@', text: `@@ ${range} @@` }, ...body];
}
