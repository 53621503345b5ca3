/** Changes of the values of a rule in JSON. */
import type { ChangeOf, TextEdit } from '../../model.ts';
import { isItem } from '../text/comma-list.ts';
import { addComma, commaMembers, removeComma, replaceComma } from '../tree/commas.ts';
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
  spellingNear,
  valuesIn,
  spellingIn,
  type TreeEditing
} from '../tree/member.ts';
import type { TreePlace } from '../tree/place.ts';
import { insertInside } from '../tree/insert.ts';
import { render, renderMember, type TreeStyle } from '../tree/style.ts';
import { indentAt } from '../text/layout.ts';
import type { TreeScalar } from '../tree/node.ts';
import { takeOutItems } from '../tree/take-out-items.ts';

/** What an edit is made in. */
export interface JsonSite {
  text: string;
  place: TreePlace;
  format: TreeEditing;
  style: TreeStyle;
}

export function addValue(
  { text, place, format, style }: JsonSite,
  { rule: index, field, value: given, at = Infinity }: ChangeOf<'add-value'>
): TextEdit[] {
  const rule = place.rules[index];
  const name = spellingNear(rule ?? null, place.rules, format.names)[field];
  if (!rule || name === undefined) return [];
  const { fields, member } = memberOf(rule, format, field);
  const value = spellingIn(format, field, given);
  if (format.lists === 'commas' && !isItem(value)) return [];
  const items = format.lists === 'commas' && member ? commaMembers(text, member) : null;
  if (items && member) return addComma(text, member, items, at, value);
  const whole = format.lists === 'commas' ? value : [value];
  if (!member) {
    const { object, key, item } = newMember(rule, name, whole);
    const behind = indexAfter(object, fields, field);
    return insertInside(text, object, behind, style.blockObjects, style, (indent) =>
      renderMember(key, item, style, indent)
    );
  }
  const list = member.value;
  if (!list || list.type === 'expression') return [];
  if (list.type === 'array') {
    if (isShared(format, field) && holdsText(list, value)) return [];
    const print = () => render(value, style, '');
    return insertInside(text, list, itemAt(list, at), style.blockLists, style, print);
  }
  if (list.type === 'object' || list.type === 'null') {
    return [{ span: list.span, insert: render(whole, style, indentAt(text, list.span.from)) }];
  }
  return joinLone(list, at, render(value, style, ''), style.comma);
}

export function replaceValue(
  { text, place, format }: JsonSite,
  { rule, field, index, value }: ChangeOf<'replace-value'>
): TextEdit[] {
  const object = place.rules[rule];
  const member = object && memberOf(object, format, field).member;
  if (format.lists === 'commas' && !isItem(value)) return [];
  const commas = format.lists === 'commas' && member ? commaMembers(text, member) : null;
  if (commas && member) return replaceComma(text, member, commas, index, value);
  const item = valuesIn(member).values[index];
  if (!item) return [];
  return [inPlaceOf(text, item, spellingIn(format, field, value))];
}

/** A text in the place of what is there; its quotes stay where they are strict JSON's. */
function inPlaceOf(text: string, { span, written }: TreeScalar, value: string): TextEdit {
  const quoted = JSON.stringify(value);
  return text[span.from] === '"' && text[span.to - 1] === '"'
    ? { span: written.span, insert: quoted.slice(1, -1) }
    : { span, insert: quoted };
}

/** A list without its last value stays as an empty one: no other spelling of the field counts in its place. */
export function removeValue(
  { text, place, format }: JsonSite,
  { rule, field, index }: ChangeOf<'remove-value'>
): TextEdit[] {
  const object = place.rules[rule];
  const member = object && memberOf(object, format, field).member;
  const commas = format.lists === 'commas' && member ? commaMembers(text, member) : null;
  if (commas && member) return removeComma(text, member, commas, index);
  const { list, values } = valuesIn(member);
  const item = values[index];
  if (!item) return [];
  if (!list) return [{ span: item.span, insert: '[]' }];
  const spans = list.items.map(({ span }) => span);
  return takeOutItems(text, list.span, spans, [list.items.indexOf(item)]);
}

/** What is taken out leaves in every spelling. */
export function setValue(
  { text, place, format, style }: JsonSite,
  { rule: index, field, value }: ChangeOf<'set-value'>
): TextEdit[] {
  const rule = place.rules[index];
  const name = spellingNear(rule ?? null, place.rules, format.names)[field];
  const members = rule && membersToSet(rule, format, field);
  if (!rule || !members || name === undefined) return [];
  if (value === null) {
    const spans = rule.members.map(({ span }) => span);
    const places = members.map((one) => rule.members.indexOf(one));
    return takeOutItems(text, rule.span, spans, places);
  }
  const { fields } = memberOf(rule, format, 'allowedOrigins');
  const member = fields.find(({ key }) => key === field)?.member;
  const json = singleValue(field, value);
  if (member) {
    const node = member.value;
    if (node?.type === 'string') return [inPlaceOf(text, node, value)];
    return node ? [{ span: node.span, insert: JSON.stringify(json) }] : [];
  }
  const at = indexAfter(rule, fields, field);
  return insertInside(text, rule, at, style.blockObjects, style, (indent) =>
    renderMember(name, json, style, indent)
  );
}
