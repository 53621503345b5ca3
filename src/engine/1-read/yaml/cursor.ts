/** Where the cursor stands in YAML, where indentation says what belongs to what. */
import type { ReadResult } from '../format.ts';
import type { TreeNode } from '../tree/node.ts';
import { isListField } from '../rule-key.ts';
import { parseYaml } from './parse.ts';
import { quoteYaml, yamlText } from './print.ts';
import { containerAt, openPath, openBrackets, type OpenNode } from '../tree/open-path.ts';
import { spot, type CursorPlace, type NameOffer } from '../cursor-place.ts';
import type { KnownName, Spelling } from '../tree/spelling.ts';
import { treePlace, type TreeCursor } from '../tree/cursor.ts';

/** The indentation and dashes of a line, the key that it begins with, and what has been typed. */
const LINE = /^((?: *- +)*)( *)(?:["']?([\w.-]+)["']? *:(?: +|$))?(.*)$/;
/** What stands behind the cursor of a word that is written whole; a colon ends it only before a blank. */
const REST = /^(?:[^\s"',:[\]{}]|:(?=\S))*/;

interface Typing {
  text: string;
  offset: number;
  /** What has been typed, without its quote. */
  from: number;
  quote: string;
}

/** Null where nothing of the format can be written. */
export function yamlPlace(
  text: string,
  offset: number,
  read: ReadResult,
  spelling: Spelling
): CursorPlace | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start, offset);
  if (/(?:^|\s)#/.test(line)) return null;
  const typed = /(["']?)([^\s"',[\]{}]*)$/.exec(line);
  const [, quote = '', word = ''] = typed ?? [];
  const typing: Typing = { text, offset, from: offset - word.length, quote };
  const flow = flowPath(text.slice(0, offset - word.length - quote.length));
  if (flow) return treePlace(cursorOf(typing, flow, null, ''), read, spelling);
  const [, dashes = '', blanks = '', key, rest = ''] = LINE.exec(line) ?? [];
  if (rest !== quote + word) return null;
  const head = parseYaml(text.slice(0, start)).root;
  const column = dashes.length + blanks.length;
  const path = blockPath(head, text, dashes, column);
  if (!path) return null;
  // The first member of a map stands on the line of its dash.
  const from = start + column;
  const item: OpenNode = { node: { type: 'object', span: spot(from), members: [] }, key: null };
  const inItem = dashes !== '' && key !== undefined;
  const cursor = cursorOf(typing, inItem ? [...path, item] : path, key ?? null, ' '.repeat(column));
  return treePlace(cursor, read, spelling);
}

/** The lists and maps in brackets that are open, with all that stands around them; null where none is. */
function flowPath(before: string): OpenNode[] | null {
  const document = parseYaml(before);
  const openers = openBrackets(document.problems);
  const opener = openers.at(-1);
  if (opener === undefined) return null;
  const path: OpenNode[] = [];
  let [node, key]: [TreeNode | null, string | null] = [document.root, null];
  while (node?.type === 'object' || node?.type === 'array') {
    const inside = openPath(node, openers);
    if (inside[0]) return [...path, { node: inside[0].node, key }, ...inside.slice(1)];
    path.push({ node, key });
    const member = node.type === 'object' ? node.members.at(-1) : undefined;
    key = member?.key ?? null;
    node = (node.type === 'array' ? node.items.at(-1) : member?.value) ?? null;
  }
  return null;
}

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/**
 * What a line at the end of a text goes on with, by its column: a list where it begins with a dash, else a map. A list or map
 * that it begins stands for itself, at a place of its own.
 */
function blockPath(
  root: TreeNode | null,
  text: string,
  dashes: string,
  column: number
): OpenNode[] | null {
  const dash = dashes === '' ? null : dashes.lastIndexOf('-');
  const path: OpenNode[] = [];
  let [node, key]: [TreeNode | null, string | null] = [root, null];
  while (node?.type === 'object' || node?.type === 'array') {
    const at = columnOf(text, node.span.from);
    if (at > column) return null;
    path.push({ node, key });
    if (node.type === 'array' && at === dash) return dashes.trim() === '-' ? path : null;
    if (node.type === 'object' && at === column && dash === null) return path;
    const member = node.type === 'object' ? node.members.at(-1) : undefined;
    key = member?.key ?? null;
    node = (node.type === 'array' ? node.items.at(-1) : member?.value) ?? null;
  }
  if (dash === null || key === null || (node !== null && node.type !== 'null')) return null;
  return [...path, { node: { type: 'array', span: { from: -1, to: -1 }, items: [] }, key }];
}

function cursorOf(
  { text, offset, from, quote }: Typing,
  path: OpenNode[],
  member: string | null,
  indent: string
): TreeCursor {
  const to = offset + (REST.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
  const closed = quote !== '' && text[to] === quote;
  const replaced = { from: from - quote.length, to: closed ? to + 1 : to };
  const inner = path.at(-1);
  const inFlow = inner !== undefined && '[{'.includes(text.charAt(inner.node.span.from));
  const after = text.slice(replaced.to);
  const comma = inFlow && /^\s*["'\w]/.test(after) ? ',' : '';
  return {
    typed: { from, to },
    replaced,
    cut: after.trimStart().startsWith(':') ? null : replaced,
    path,
    member,
    whole: inner ? containerAt(parseYaml(text).root, inner.node.span.from) : null,
    resource: null,
    name: (name) => (/^ *:/.test(after) ? only(name.name) : entry(name, indent, inFlow)),
    value: (value, alone) => {
      const item = (quote === '"' || value === '' ? quoteYaml(value) : yamlText(value)) + comma;
      return alone ? `[${item}]` : item;
    }
  };
}

const only = (name: string): Pick<NameOffer, 'insert' | 'caret'> => ({
  insert: name,
  caret: name.length
});

/** A key with what its value begins with, where the key stands in the column that `indent` fills. */
function entry(
  { name, key }: KnownName,
  indent: string,
  inFlow: boolean
): Pick<NameOffer, 'insert' | 'caret'> {
  if (key === 'maxAgeSeconds') return only(`${name}: 600`);
  if (!isListField(key)) return { insert: `${name}: ""`, caret: name.length + 3 };
  const opening = inFlow ? `${name}: [` : `${name}:\n${indent}  - `;
  return { insert: `${opening}""${inFlow ? ']' : ''}`, caret: opening.length + 1 };
}
