/** Changes of the values of a rule in Terraform. */
import type { ChangeOf, TextEdit } from '../../../model.ts';
import { insertMember } from '../../hcl/edit.ts';
import { hclString } from '../../hcl/tokens.ts';
import {
  holdsText,
  indexAfter,
  isShared,
  itemAt,
  joinLone,
  memberOf,
  membersToSet,
  newMember,
  singleValue,
  valuesIn,
  spellingIn,
  type TreeEditing
} from '../../tree/member.ts';
import { insertInside } from '../../tree/insert.ts';
import type { TreeStyle } from '../../tree/style.ts';
import { isReadable, type TreeScalar } from '../../tree/node.ts';
import { takeOutItems } from '../../tree/take-out-items.ts';
import type { TerraformPlace } from './place.ts';
import { hclValue } from './print.ts';

/** What an edit is made in. */
export interface TerraformSite {
  text: string;
  place: TerraformPlace;
  editing: TreeEditing;
  style: TreeStyle;
}

/** The edits of one change of a value. */
export function changeTerraformValue(
  site: TerraformSite,
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
  { text, place, editing, style }: TerraformSite,
  { rule: index, field, value: given, at = Infinity }: ChangeOf<'add-value'>
): TextEdit[] {
  const rule = place.rules[index];
  const name = place.resource.names[field];
  if (!rule || name === undefined) return [];
  const { fields, member } = memberOf(rule, editing, field);
  const value = spellingIn(editing, field, given);
  if (!member) {
    const { object, key, item } = newMember(rule, name, [value]);
    return insertMember(text, object, indexAfter(object, fields, field), key, (indent) =>
      hclValue(item, style.lineEnd, indent)
    );
  }
  const list = member.value;
  if (list?.type === 'array') {
    if (isShared(editing, field) && holdsText(list, value)) return [];
    return insertInside(text, list, itemAt(list, at), false, style, () => hclString(value));
  }
  if (list?.type === 'object' || list?.type === 'null') {
    return [{ span: list.span, insert: `[${hclString(value)}]` }];
  }
  if (!list || !isReadable(list)) return [];
  return joinLone(list, at, hclString(value), style.comma);
}

function replaceValue(
  { text, place, editing }: TerraformSite,
  { rule, field, index, value }: ChangeOf<'replace-value'>
): TextEdit[] {
  const object = place.rules[rule];
  const item = valuesIn(object && memberOf(object, editing, field).member).values[index];
  return item ? [inPlaceOf(text, item, spellingIn(editing, field, value))] : [];
}

/** A text in the place of what is there, between its quotes where it has some. */
function inPlaceOf(text: string, { type, span, written }: TreeScalar, value: string): TextEdit {
  const quoted = hclString(value);
  const closed = type === 'string' && text.charAt(written.span.to) === '"';
  return closed ? { span: written.span, insert: quoted.slice(1, -1) } : { span, insert: quoted };
}

/** A list without its last value stays as an empty one, since most resources ask for it. */
function removeValue(
  { text, place, editing }: TerraformSite,
  { rule, field, index }: ChangeOf<'remove-value'>
): TextEdit[] {
  const object = place.rules[rule];
  const { list, values } = valuesIn(object && memberOf(object, editing, field).member);
  const item = values[index];
  if (!item) return [];
  if (!list) return [{ span: item.span, insert: '[]' }];
  const spans = list.items.map(({ span }) => span);
  return takeOutItems(text, list.span, spans, [list.items.indexOf(item)]);
}

function setValue(
  { text, place, editing, style }: TerraformSite,
  { rule: index, field, value }: ChangeOf<'set-value'>
): TextEdit[] {
  const rule = place.rules[index];
  const name = place.resource.names[field];
  const members = rule && membersToSet(rule, editing, field);
  if (!rule || !members || name === undefined) return [];
  if (value === null) {
    const braces = { from: text.indexOf('{', rule.span.from), to: rule.span.to };
    const spans = rule.members.map(({ span }) => span);
    const places = members.map((one) => rule.members.indexOf(one));
    return takeOutItems(text, braces, spans, places);
  }
  const json = singleValue(field, value);
  const member = members.at(-1);
  if (!member) {
    const { fields } = memberOf(rule, editing, 'allowedOrigins');
    return insertMember(text, rule, indexAfter(rule, fields, field), name, (indent) =>
      hclValue(json, style.lineEnd, indent)
    );
  }
  const node = member.value;
  if (node?.type === 'string') return [inPlaceOf(text, node, value)];
  return node ? [{ span: node.span, insert: hclValue(json, style.lineEnd, '') }] : [];
}
