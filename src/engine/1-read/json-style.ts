import type { Span, TextEdit } from '../model.ts';
import type { JsonArray, JsonNode, JsonObject } from './json.ts';
import type { JsonPlace } from './json-place.ts';
import { hasLineEnd, indentAt, indentUnit, insertion, lineEndOf } from './layout.ts';

/** How the JSON of a document is laid out. */
export interface JsonStyle {
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
export function styleOf(text: string, { rules, around, node }: JsonPlace): JsonStyle {
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
function opensLine(text: string, node: JsonNode): boolean {
  const first = insides(node)[0];
  return hasLineEnd(text.slice(node.span.from, first?.from ?? node.span.to));
}

function insides(node: JsonNode): Span[] {
  if (node.type === 'object') return node.members.map(({ span }) => span);
  return node.type === 'array' ? node.items.map(({ span }) => span) : [];
}

/** The value in this style, its further lines indented from `indent` on. */
export function render(value: unknown, style: JsonStyle, indent: string): string {
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
  style: JsonStyle,
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
  { lineEnd, unit, comma }: JsonStyle,
  indent: string
): string {
  if (items.length === 0) return open + close;
  if (!block) return `${open}${pad}${items.join(comma)}${pad}${close}`;
  const line = lineEnd + indent + unit;
  return `${open}${line}${items.join(`,${line}`)}${lineEnd}${indent}${close}`;
}

/** The edit that puts something at `index` between the brackets of `node`; `block` counts where they are empty. */
export function insertInside(
  text: string,
  node: JsonArray | JsonObject,
  index: number,
  block: boolean,
  style: JsonStyle,
  print: (indent: string) => string
): TextEdit {
  const items = insides(node);
  const [twoBefore, before, after] = [items[index - 2], items[index - 1], items[index]];
  const start = node.span.from + 1;
  const ownLine = (from: number, to: number) => hasLineEnd(text.slice(from, to));
  if (before) {
    const indent = indentAt(text, before.from);
    const separator = ownLine(twoBefore?.to ?? start, before.from)
      ? `,${style.lineEnd}${indent}`
      : style.comma;
    return insertion(before.to, separator + print(indent));
  }
  if (after) {
    const indent = indentAt(text, after.from);
    const separator = ownLine(start, after.from) ? `,${style.lineEnd}${indent}` : style.comma;
    return insertion(after.from, print(indent) + separator);
  }
  const outer = indentAt(text, node.span.from);
  if (!block) return insertion(start, print(outer));
  const indent = outer + style.unit;
  const closed = ownLine(start, node.span.to) ? '' : style.lineEnd + outer;
  return insertion(start, style.lineEnd + indent + print(indent) + closed);
}
