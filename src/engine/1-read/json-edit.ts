import {
  LIST_FIELDS,
  type BasicChange as Change,
  type ListField,
  type RuleSet,
  type Span,
  type TextEdit
} from '../model.ts';
import { isItem } from './comma-list.ts';
import { addComma, commaMembers, replaceComma } from './json-commas.ts';
import { fieldMembers } from './json-fields.ts';
import { placeOfRules, spellsLists, type JsonPlace } from './json-place.ts';
import { jsonRule, writable, type JsonWriting } from './json-print.ts';
import { insertInside, render, renderMember, styleOf } from './json-style.ts';
import { indentAt, insertion } from './layout.ts';
import {
  isReadable,
  parseJson,
  type JsonArray,
  type JsonDocument,
  type JsonObject
} from './json.ts';
import { plainRule, unwrittenRule } from './plain.ts';
import { RULE_KEYS, keyNamed, type JsonNames, type RuleKey } from './rule-key.ts';

/** What an edit needs to know of its format. */
export interface JsonEditing extends JsonWriting {
  names: readonly [JsonNames, ...JsonNames[]];
  place?: (document: JsonDocument) => JsonPlace | null;
}

export type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

const SILENT = () => {};

/** The `edit` of a JSON format; `print` makes the text of a whole document. */
export function jsonEditor(format: JsonEditing, print: (ruleSet: RuleSet) => string) {
  return (text: string, ruleSet: RuleSet, change: Change): TextEdit[] => {
    if (text.trim() === '' && change.kind === 'insert-rule') {
      const rules = [unwrittenRule(change.rule, 0)];
      return [insertion(text.length, print({ rules, responseVary: null }))];
    }
    const place = (format.place ?? placeOfRules)(parseJson(text));
    if (!place) return [];
    switch (change.kind) {
      case 'add-value':
        return addValue(text, place, format, change);
      case 'replace-value':
        return replaceValue(text, place, format, change);
      case 'insert-rule':
        return insertRule(text, place, format, ruleSet, change);
    }
  };
}

/** The member that holds a field, or shares its name with one that does. */
export function memberOf(rule: JsonObject, { names }: JsonEditing, field: ListField) {
  const fields = fieldMembers(rule, names, SILENT);
  const keys = new Set(names.map((spelt) => keyNamed(spelt, spelt[field] ?? '') ?? field));
  return { fields, member: fields.find(({ key }) => keys.has(key))?.member };
}

export const worded = ({ methods }: JsonEditing, field: ListField, value: string): string =>
  methods && field === 'allowedMethods' ? methods.write(value) : value;

function addValue(
  text: string,
  place: JsonPlace,
  format: JsonEditing,
  { rule: index, field, value: given }: ChangeOf<'add-value'>
): TextEdit[] {
  const rule = place.rules[index];
  const name = spellingNear(rule ?? null, place.rules, format.names)[field];
  if (!rule || name === undefined) return [];
  const { fields, member } = memberOf(rule, format, field);
  const value = worded(format, field, given);
  const style = styleOf(text, place);
  if (format.lists === 'commas' && !isItem(value)) return [];
  const items = format.lists === 'commas' && member ? commaMembers(text, member) : null;
  if (items && member) return addComma(text, member, items, value);
  const whole = format.lists === 'commas' ? value : [value];
  if (!member) {
    const { object, key, item } = newMember(rule, name, whole);
    const at = indexAfter(object, fields, field);
    return [
      insertInside(text, object, at, style.blockObjects, style, (indent) =>
        renderMember(key, item, style, indent)
      )
    ];
  }
  const list = member.value;
  if (!list || list.type === 'expression') return [];
  if (list.type === 'array') {
    if (isShared(format, field) && holdsText(list, value)) return [];
    const print = () => render(value, style, '');
    return [insertInside(text, list, list.items.length, style.blockLists, style, print)];
  }
  if (list.type === 'object' || list.type === 'null') {
    return [{ span: list.span, insert: render(whole, style, indentAt(text, list.span.from)) }];
  }
  const more = `${style.comma}${render(value, style, '')}]`;
  return [insertion(list.span.from, '['), insertion(list.span.to, more)];
}

/** Where a member goes that is not there yet: into the object in which its name stands, which may have to come along. */
export function newMember(
  rule: JsonObject,
  name: string,
  item: unknown
): { object: JsonObject; key: string; item: unknown } {
  const [group = '', inner] = name.split('.');
  if (inner === undefined) return { object: rule, key: group, item };
  const found = rule.members.findLast(({ key }) => key === group)?.value;
  return found?.type === 'object'
    ? { object: found, key: inner, item }
    : { object: rule, key: group, item: { [inner]: item } };
}

/** True where another field has the same name, so that a value of one is one of both. */
export const isShared = ({ names: [names] }: JsonEditing, field: ListField): boolean =>
  LIST_FIELDS.some((other) => other !== field && names[other] === names[field]);

export const holdsText = ({ items }: JsonArray, value: string): boolean =>
  items.some((item) => isReadable(item) && item.written.value === value);

function replaceValue(
  text: string,
  place: JsonPlace,
  format: JsonEditing,
  { rule, field, index, value }: ChangeOf<'replace-value'>
): TextEdit[] {
  const object = place.rules[rule];
  const member = object && memberOf(object, format, field).member;
  if (format.lists === 'commas' && !isItem(value)) return [];
  const commas = format.lists === 'commas' && member ? commaMembers(text, member) : null;
  if (commas && member) return replaceComma(text, member, commas, index, value);
  const list = member?.value;
  const items = list?.type === 'array' ? list.items : list ? [list] : [];
  const item = items.filter(isReadable)[index];
  if (!item) return [];
  const quoted = JSON.stringify(worded(format, field, value));
  return text[item.span.from] === '"' && text[item.span.to - 1] === '"'
    ? [{ span: item.written.span, insert: quoted.slice(1, -1) }]
    : [{ span: item.span, insert: quoted }];
}

function insertRule(
  text: string,
  place: JsonPlace,
  format: JsonEditing,
  ruleSet: RuleSet,
  { at, rule }: ChangeOf<'insert-rule'>
): TextEdit[] {
  const { node, rules } = place;
  const style = styleOf(text, place);
  const names = spellingNear(null, rules, format.names);
  const value = jsonRule(writable(format, rule, ruleSet.rules.map(plainRule)), names, format);
  if (node?.type === 'array') {
    const next = rules[at];
    const index = next ? node.items.indexOf(next) : node.items.length;
    const block = style.blockObjects;
    return [
      insertInside(text, node, index, block, style, (indent) => render(value, style, indent))
    ];
  }
  if (node?.type !== 'object') return [];
  const { from, to } = node.span;
  const printed = render(value, style, indentAt(text, from));
  return at > 0
    ? [insertion(from, '['), insertion(to, `${style.comma}${printed}]`)]
    : [insertion(from, `[${printed}${style.comma}`), insertion(to, ']')];
}

/** Behind the last member that is, or holds, a field named before `key` in the usual order, or first of all. */
export function indexAfter(
  { members }: JsonObject,
  fields: ReturnType<typeof fieldMembers>,
  key: RuleKey
): number {
  const earlier = new Set<RuleKey>(RULE_KEYS.slice(0, RULE_KEYS.indexOf(key)));
  const spans = fields.flatMap((field) => (earlier.has(field.key) ? [field.member.span] : []));
  return members.findLastIndex((member) => spans.some((span) => covers(member.span, span))) + 1;
}

const covers = (outer: Span, inner: Span): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

/** The spelling of a new key: that of the rule itself, else of the other rules, else the format's first. */
function spellingNear(
  rule: JsonObject | null,
  rules: readonly JsonObject[],
  names: JsonEditing['names']
): JsonNames {
  const near = [...(rule ? [rule] : []), ...rules].flatMap(({ members }) => members);
  const telling = near.find(({ key }) => spellsLists(key));
  return names.find((spelt) => telling && keyNamed(spelt, telling.key)) ?? names[0];
}
