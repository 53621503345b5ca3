import type { Span } from '../../model.ts';
import type { TreeNode } from './node.ts';
import type { TreePlace } from './place.ts';
import { hasLineEnd, indentAt, indentUnit, lineEndOf } from '../text/layout.ts';

/** How the tree of a document is laid out. */
export interface TreeStyle {
  lineEnd: string;
  unit: string;
  colon: string;
  comma: string;
  /** The blank inside the braces of an object on one line. */
  pad: string;
  /** True where members, or list values, stand on lines of their own. */
  blockObjects: boolean;
  blockLists: boolean;
}

/** Taken from the first rule and the first list that have something in them, else from what stands around. */
export function styleOf(text: string, { rules, around, node }: TreePlace): TreeStyle {
  const rule = rules.find(({ members }) => members.length > 0);
  const sample = rule ?? around.at(-1) ?? node;
  const blockObjects = sample ? opensLine(text, sample) : true;
  const member = sample?.type === 'object' ? sample.members[0] : undefined;
  const values = rules.flatMap(({ members }) =>
    members.flatMap(({ value }) =>
      value?.type === 'object' ? value.members.map((inner) => inner.value) : [value]
    )
  );
  const list = values.find((value) => value?.type === 'array' && value.items.length > 0);
  const spaced = !member?.value || / /.test(text.slice(member.keySpan.to, member.value.span.from));
  const outer = sample ? indentAt(text, sample.span.from) : '';
  return {
    lineEnd: lineEndOf(text),
    unit: indentUnit(outer, member && blockObjects ? indentAt(text, member.span.from) : ''),
    colon: spaced ? ': ' : ':',
    comma: spaced ? ', ' : ',',
    pad: rule && !blockObjects && text[rule.span.from + 1] === ' ' ? ' ' : '',
    blockObjects,
    blockLists: list ? opensLine(text, list) : blockObjects && !rule
  };
}

/** True where what stands in the brackets begins on a line of its own. */
function opensLine(text: string, node: TreeNode): boolean {
  const first = insides(node)[0];
  return hasLineEnd(text.slice(node.span.from, first?.from ?? node.span.to));
}

export function insides(node: TreeNode): Span[] {
  if (node.type === 'object') return node.members.map(({ span }) => span);
  return node.type === 'array' ? node.items.map(({ span }) => span) : [];
}

/** The value in this style, its further lines indented from `indent` on. */
export function render(value: unknown, style: TreeStyle, indent: string): string {
  const inner = indent + style.unit;
  if (Array.isArray(value)) {
    const items = value.map((item) => render(item, style, inner));
    return enclose('[', items, ']', style.blockLists, '', style, indent);
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, item]) =>
      renderMember(key, item, style, inner)
    );
    return enclose('{', members, '}', style.blockObjects, style.pad, style, indent);
  }
  return JSON.stringify(value);
}

export function renderMember(
  key: string,
  value: unknown,
  style: TreeStyle,
  indent: string
): string {
  return `${JSON.stringify(key)}${style.colon}${render(value, style, indent)}`;
}

function enclose(
  open: string,
  items: string[],
  close: string,
  block: boolean,
  pad: string,
  { lineEnd, unit, comma }: TreeStyle,
  indent: string
): string {
  if (items.length === 0) return open + close;
  if (!block) return `${open}${pad}${items.join(comma)}${pad}${close}`;
  const line = lineEnd + indent + unit;
  return `${open}${line}${items.join(`,${line}`)}${lineEnd}${indent}${close}`;
}
