/** How the YAML of a template is laid out and quoted, so that what is added looks like it. */
import type { TreeNode, TreeObject } from '../tree/node.ts';
import type { TreePlace } from '../tree/place.ts';
import type { TreeStyle } from '../tree/style.ts';
import { lineEndOf } from '../text/layout.ts';
import { isPlain, quoteYaml, YAML_LAYOUT, type YamlLayout } from './print.ts';

/** In brackets everything that is added stays on its line. */
export const flowStyle = (text: string): TreeStyle => ({
  lineEnd: lineEndOf(text),
  unit: YAML_LAYOUT.unit,
  colon: ': ',
  comma: ', ',
  pad: '',
  blockObjects: false,
  blockLists: false
});

/** True where a list or a map stands in brackets. */
export function isFlow(text: string, { span }: TreeNode): boolean {
  return text[span.from] === '[' || text[span.from] === '{';
}

/** The column of an offset, in blanks. */
export function columnAt(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return ' '.repeat(offset - line);
}

/** Where the line of an offset ends. */
export function lineEndAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

export function yamlLayoutOf(text: string, { key, node, rules }: TreePlace): YamlLayout {
  const members = [...rules.flatMap((rule) => rule.members), { ...key, value: node }];
  const list = members.find(({ value }) => value?.type === 'array' && !isFlow(text, value));
  return {
    ...YAML_LAYOUT,
    lineEnd: lineEndOf(text),
    dashes: list?.span && list.value ? dashesOf(text, list.span.from, list.value) : '  ',
    text: quotingOf(text, rules)
  };
}

/** How much further a list's dashes stand than its key: often not at all. */
function dashesOf(text: string, key: number, { span }: TreeNode): string {
  const [outer, inner] = [columnAt(text, key), columnAt(text, span.from)];
  return inner.slice(outer.length);
}

/** A text is quoted as the texts in the rules' lists are, and left bare where those are and it may be. */
function quotingOf(text: string, rules: readonly TreeObject[]): (value: string) => string {
  const values = rules.flatMap(({ members }) => members.flatMap(({ value }) => textsIn(value)));
  const marks = values.map(({ span }) => text.charAt(span.from));
  const single = marks.find((mark) => mark === '"' || mark === "'") === "'";
  const quoted = marks.length > 0 && marks.every((mark) => mark === '"' || mark === "'");
  return (value) => (isPlain(value) && !quoted ? value : quote(value, single));
}

function textsIn(node: TreeNode | null): TreeNode[] {
  return node?.type === 'array' ? node.items.filter(({ type }) => type === 'string') : [];
}

/** Between single quotes nothing can be escaped. */
const SAYABLE = /^[\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\uf900-\ufdcf]*$/;

function quote(value: string, single: boolean): string {
  return single && SAYABLE.test(value) ? `'${value.replaceAll("'", "''")}'` : quoteYaml(value);
}

/** A text for one in its place, quoted as that is. */
export function quoteLike(text: string, node: TreeNode, value: string): string {
  const mark = text.charAt(node.span.from);
  if (mark !== '"' && mark !== "'" && isPlain(value)) return value;
  return quote(value, mark === "'");
}
