/** Where the fields of a rule stand, or belong, in an object of a tree. */
import { LIST_FIELDS, type ListField, type Span, type TextEdit } from '../../model.ts';
import { fieldMembers, membersFor } from './fields.ts';
import { spellsLists, type TreePlace } from './place.ts';
import { ageValue, type TreeWriting } from './print.ts';
import {
  isReadable,
  type TreeArray,
  type JsonDocument,
  type TreeMember,
  type TreeObject,
  type TreeScalar
} from './node.ts';
import { insertion } from '../text/layout.ts';
import { RULE_KEYS, keyOfName, type FieldNames, type RuleKey } from '../rule-key.ts';

/** What an edit needs to know of its format. */
export interface TreeEditing extends TreeWriting {
  names: readonly [FieldNames, ...FieldNames[]];
  place?: (document: JsonDocument) => TreePlace | null;
}

const SILENT = () => {};

/** The member that holds a field, or shares its name with one that does. */
export function memberOf(rule: TreeObject, { names }: TreeEditing, field: ListField) {
  const fields = fieldMembers(rule, names, SILENT);
  const keys = new Set(names.map((spelt) => keyOfName(spelt, spelt[field] ?? '') ?? field));
  return { fields, member: fields.find(({ key }) => keys.has(key))?.member };
}

/** The values of a field that are known from the text, and the list in which they stand; null where it is a lone value. */
export function valuesIn(member: TreeMember | undefined): {
  list: TreeArray | null;
  values: TreeScalar[];
} {
  const node = member?.value;
  const list = node?.type === 'array' ? node : null;
  const items = list ? list.items : node ? [node] : [];
  return { list, values: items.filter(isReadable) };
}

/** Every member that says a field, in any spelling; null where one of them is computed, so that nothing may take its place. */
export function membersToSet(
  rule: TreeObject,
  { names }: TreeEditing,
  key: RuleKey
): TreeMember[] | null {
  const members = membersFor(rule, names, key);
  return members.some(({ value }) => value?.type === 'expression') ? null : members;
}

/** The value of a field that holds one, as the value that a tree writes down. */
export const singleValue = (key: RuleKey, value: string): string | number =>
  key === 'id' ? value : (ageValue(value) ?? value);

export const spellingIn = ({ methods }: TreeEditing, field: ListField, value: string): string =>
  methods && field === 'allowedMethods' ? methods.write(value) : value;

/** Where a member goes that is not there yet: into the object in which its name stands, which may have to come along. */
export function newMember(
  rule: TreeObject,
  name: string,
  item: unknown
): { object: TreeObject; key: string; item: unknown } {
  const [group = '', inner] = name.split('.');
  if (inner === undefined) return { object: rule, key: group, item };
  const found = rule.members.findLast(({ key }) => key === group)?.value;
  return found?.type === 'object'
    ? { object: found, key: inner, item }
    : { object: rule, key: group, item: { [inner]: item } };
}

/** True where another field has the same name, so that a value of one is one of both. */
export const isShared = ({ names: [names] }: TreeEditing, field: ListField): boolean =>
  LIST_FIELDS.some((other) => other !== field && names[other] === names[field]);

/** Which item of a list a value is put before; what is computed stands between values as well, and counts as none. */
export function itemAt(list: TreeArray, at: number): number {
  const next = list.items.filter(isReadable)[at];
  return next ? list.items.indexOf(next) : list.items.length;
}

/** The edits that make a list of a lone value and of one that is put before it where `at` is 0, else behind it. */
export function joinLone(
  { span }: TreeScalar,
  at: number,
  printed: string,
  comma: string
): TextEdit[] {
  return at <= 0
    ? [insertion(span.from, `[${printed}${comma}`), insertion(span.to, ']')]
    : [insertion(span.from, '['), insertion(span.to, `${comma}${printed}]`)];
}

export const holdsText = ({ items }: TreeArray, value: string): boolean =>
  items.some((item) => isReadable(item) && item.written.value === value);

/** Behind the last member that is, or holds, a field named before `key` in the usual order, or first of all. */
export function indexAfter(
  { members }: TreeObject,
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
export function spellingNear(
  rule: TreeObject | null,
  rules: readonly TreeObject[],
  names: TreeEditing['names']
): FieldNames {
  const near = [...(rule ? [rule] : []), ...rules].flatMap(({ members }) => members);
  const telling = near.find(({ key }) => spellsLists(key));
  return names.find((spelt) => telling && keyOfName(spelt, telling.key)) ?? names[0];
}
