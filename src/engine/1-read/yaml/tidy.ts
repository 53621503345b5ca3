import type { TextEdit } from '../../model.ts';
import type { TreeNode } from '../tree/node.ts';
import { gap } from '../text/tidy-gap.ts';
import { isFlow } from './style.ts';
import { itemSpans } from './take-out.ts';
import { parseYaml } from './parse.ts';

const UNIT = 2;
const LINE = /^( *)(.*)$/gm;
/** Lines around a comment that are looked through for one that it stands with. */
const NEAR = 50;

/** What the tree says of the lines of a text. */
interface YamlLines {
  text: string;
  /** Where each key and dash of a block belongs, by its offset. */
  columns: Map<number, number>;
  /** Where the lines begin that go on with what is one value, or stands in brackets. */
  inner: Set<number>;
  edits: TextEdit[];
}

/**
 * Maps and lists that stand in blocks are indented by two blanks a level, dashes among them. What goes on from line to line moves
 * as its first line does; a comment moves with the line beside it.
 */
export function tidyYaml(text: string): TextEdit[] | null {
  const { root } = parseYaml(text);
  const layout: YamlLines = { text, columns: new Map(), inner: new Set(), edits: [] };
  if (!root || /^ *\t/m.test(text) || !place(layout, root, 0)) return null;
  const lines = [...text.matchAll(LINE)].map(({ index, 1: blanks = '', 2: rest = '' }) => ({
    at: index,
    old: blanks.length,
    rest: rest.trim(),
    column: layout.columns.get(index + blanks.length)
  }));
  let shift = 0;
  for (const [number, { at, old, rest, column }] of lines.entries()) {
    if (rest === '' || (number === 0 && rest.startsWith('\ufeff'))) continue;
    if (column !== undefined) shift = column - old;
    const isComment = rest.startsWith('#') && !layout.inner.has(at);
    const moved = isComment ? besideOf(lines, number, old) : Math.max(0, old + shift);
    layout.edits.push(gap(at, at + old, ' '.repeat(column ?? moved)));
  }
  return layout.edits.sort((a, b) => a.span.from - b.span.from);
}

interface YamlLine {
  old: number;
  column: number | undefined;
}

/** The column of a comment: that of the line below which stands under it, else of the last above that is not further in. */
function besideOf(lines: readonly YamlLine[], at: number, old: number): number {
  const isPlaced = (line: YamlLine) => line.column !== undefined;
  const below = lines.slice(at, at + NEAR).find(isPlaced);
  if (below?.old === old) return below.column ?? old;
  const above = lines
    .slice(Math.max(0, at - NEAR), at)
    .findLast((line) => isPlaced(line) && line.old <= old);
  return above?.column ?? old;
}

/** Gives each key and dash of a block its column; false where one is not where it should be. */
function place(layout: YamlLines, node: TreeNode, column: number): boolean {
  const { text, columns, inner, edits } = layout;
  const { from, to } = node.span;
  if ((node.type !== 'array' && node.type !== 'object') || isFlow(text, node)) {
    const lines = text.slice(from, to).matchAll(/\n/g);
    for (const { index } of lines) inner.add(from + index + 1);
    return true;
  }
  if (node.type === 'object') {
    return node.members.every(({ span, value }) => {
      columns.set(span.from, column);
      return !value || place(layout, value, column + UNIT);
    });
  }
  const spans = itemSpans(text, node, false);
  return node.items.every((item, at) => {
    const dash = spans?.[at]?.from;
    if (dash === undefined) return false;
    columns.set(dash, column);
    const blanks = text.slice(dash + 1, item.span.from);
    if (/^ +$/.test(blanks)) edits.push(gap(dash + 1, item.span.from, ' '));
    return place(layout, item, column + UNIT);
  });
}
