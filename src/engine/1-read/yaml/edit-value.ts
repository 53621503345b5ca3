/** Changes of the values of a rule in YAML. */
import type { ChangeOf, TextEdit } from '../../model.ts';
import {
  holdsText,
  indexAfter,
  isShared,
  itemAt,
  memberOf,
  membersToSet,
  singleValue,
  valuesIn
} from '../tree/member.ts';
import type { TreePlace } from '../tree/place.ts';
import type { RuleReading } from '../tree/rule.ts';
import { insertInside } from '../tree/insert.ts';
import { renderMember } from '../tree/style.ts';
import { isReadable, type TreeArray, type TreeMember, type TreeObject } from '../tree/node.ts';
import { blanksBefore, insertion } from '../text/layout.ts';
import { printYaml, quoteYaml, type YamlLayout } from './print.ts';
import { columnAt, flowStyle, isFlow, lineEndAfter, quoteLike } from './style.ts';
import { takeOutYamlItem, takeOutYamlMembers } from './take-out.ts';

/** What an edit is made in. */
export interface YamlSite {
  text: string;
  place: TreePlace;
  layout: YamlLayout;
  shape: RuleReading;
}

/** The edits of one change of a value. */
export function changeYamlValue(
  site: YamlSite,
  change: ChangeOf<'add-value' | 'replace-value' | 'remove-value' | 'set-value'>
): TextEdit[] {
  switch (change.kind) {
    case 'add-value':
      return addValue(site, change);
    case 'replace-value':
      return replaceValue(site, change);
    case 'remove-value':
      return removeValue(site, change);
    case 'set-value':
      return setValue(site, change);
  }
}

function addValue(
  site: YamlSite,
  { rule: index, field, value, at = Infinity }: ChangeOf<'add-value'>
): TextEdit[] {
  const { text, place, layout, shape } = site;
  const rule = place.rules[index];
  const name = shape.names[0][field];
  if (!rule || name === undefined) return [];
  const { fields, member } = memberOf(rule, shape, field);
  if (!member) return addMember(site, rule, indexAfter(rule, fields, field), name, [value]);
  const list = member.value;
  if (list?.type === 'array' && list.items.length === 0 && hasBlockLists(site, rule)) {
    const { from, to } = list.span;
    const written = printYaml([value], layout, columnAt(text, member.span.from));
    return [{ span: { from: from - blanksBefore(text, from).length, to }, insert: written }];
  }
  if (list?.type === 'array') {
    if (isShared(shape, field) && holdsText(list, value)) return [];
    const print = () => layout.text(value);
    const place = itemAt(list, at);
    if (isFlow(text, list)) {
      return insertInside(text, list, place, false, flowStyle(text), print);
    }
    return [insertItem(site, member, list, place, print())];
  }
  if (list?.type === 'null' && list.written.value === '') {
    const written = isFlow(text, rule)
      ? ` [${layout.text(value)}]`
      : printYaml([value], layout, columnAt(text, member.span.from));
    return [insertion(member.span.to, written)];
  }
  if (list?.type === 'null') return [{ span: list.span, insert: `[${layout.text(value)}]` }];
  if (!list || !isReadable(list)) return [];
  const both = [list.written.value].toSpliced(at, 0, value).map(quoteYaml).join(', ');
  return [{ span: list.span, insert: `[${both}]` }];
}

/** Puts a line of its own into a block, behind the comment that ends the line before. */
function insertItem(
  { text, layout: { lineEnd } }: YamlSite,
  { keySpan }: TreeMember,
  list: TreeArray,
  index: number,
  printed: string
): TextEdit {
  const column = columnAt(text, list.span.from);
  const before = list.items[index - 1];
  if (before) {
    return insertion(lineEndAfter(text, before.span.to), `${lineEnd}${column}- ${printed}`);
  }
  const start = lineEndAfter(text, keySpan.to);
  const lines = text.slice(start, list.span.from).split(/\r?\n/);
  return start < list.span.from && lines.every((line) => /^[ \t]*(?:#|$)/.test(line))
    ? insertion(start, `${lineEnd}${column}- ${printed}`)
    : insertion(list.span.from, `- ${printed}${lineEnd}${column}`);
}

/** True where an empty list is to be filled as the lists of other fields are: on lines of its own. */
const hasBlockLists = ({ text, place }: YamlSite, rule: TreeObject): boolean =>
  !isFlow(text, rule) &&
  place.rules.some(({ members }) =>
    members.some(({ value }) => value?.type === 'array' && !isFlow(text, value))
  );

function addMember(
  { text, layout }: YamlSite,
  rule: TreeObject,
  at: number,
  name: string,
  value: unknown
): TextEdit[] {
  if (isFlow(text, rule)) {
    const style = flowStyle(text);
    return insertInside(text, rule, at, false, style, (indent) =>
      renderMember(name, value, style, indent)
    );
  }
  const [before, first] = [rule.members[at - 1], rule.members[0]];
  if (!first) return [];
  const indent = columnAt(text, first.span.from);
  const written = `${name}:${printYaml(value, layout, indent)}`;
  return before
    ? [insertion(lineEndAfter(text, before.span.to), layout.lineEnd + indent + written)]
    : [insertion(first.span.from, written + layout.lineEnd + indent)];
}

function replaceValue(
  { text, place, shape }: YamlSite,
  { rule, field, index, value }: ChangeOf<'replace-value'>
): TextEdit[] {
  const object = place.rules[rule];
  const item = valuesIn(object && memberOf(object, shape, field).member).values[index];
  return item ? [{ span: item.span, insert: quoteLike(text, item, value) }] : [];
}

/** A list without its last value stays as an empty one. */
function removeValue(
  { text, place, shape }: YamlSite,
  { rule, field, index }: ChangeOf<'remove-value'>
): TextEdit[] {
  const object = place.rules[rule];
  const member = object && memberOf(object, shape, field).member;
  const { list, values } = valuesIn(member);
  const item = values[index];
  if (!item || !member) return [];
  if (!list) return [{ span: item.span, insert: '[]' }];
  return takeOutYamlItem(text, member, list, list.items.indexOf(item));
}

function setValue(
  site: YamlSite,
  { rule: index, field, value }: ChangeOf<'set-value'>
): TextEdit[] {
  const { text, place, shape } = site;
  const rule = place.rules[index];
  const name = shape.names[0][field];
  const members = rule && membersToSet(rule, shape, field);
  if (!rule || !members || name === undefined) return [];
  if (value === null) return takeOutYamlMembers(text, rule, members);
  const json = singleValue(field, value);
  const member = members.at(-1);
  if (!member) {
    const { fields } = memberOf(rule, shape, 'allowedOrigins');
    return addMember(site, rule, indexAfter(rule, fields, field), name, json);
  }
  const node = member.value;
  const written = typeof json === 'number' ? String(json) : null;
  if (node?.type === 'null' && node.written.value === '') {
    return [insertion(member.span.to, ` ${written ?? site.layout.text(value)}`)];
  }
  if (!node || node.type === 'array' || node.type === 'object') return [];
  const bare = !['"', "'"].includes(text.charAt(node.span.from));
  return [{ span: node.span, insert: bare && written ? written : quoteLike(text, node, value) }];
}
