import type { ChangeOf, Rule, TextEdit } from '../../../model.ts';
import type { ValueChange } from '../../change.ts';
import { indentAt } from '../../text/layout.ts';
import { insertAfter, insertBefore, setValue, takeOutElements } from '../../xml/edit.ts';
import { prefixOf, printParent, printValue, type XmlStyle } from '../../xml/style.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { AGE, GROUPS, type GcsRuleElement, type Group } from './outline.ts';

/** Makes a change of one value of a rule. */
export const changeValue = (
  text: string,
  element: GcsRuleElement,
  _read: Rule,
  style: XmlStyle,
  change: ValueChange
): TextEdit[] =>
  change.kind === 'set-value'
    ? setAge(text, element, style, change)
    : changeItem(text, element, style, change);

/** An element with the values of one field in it. */
export function printGroup(
  { name, item }: Group,
  values: readonly string[],
  style: XmlStyle,
  indent: string
): string {
  const printed = values.map((value) => printValue(style.prefix + item, value));
  return printParent(name, printed, style, indent);
}

/** Exposed headers are the allowed ones, so that a change of either is one of both. */
function changeItem(
  text: string,
  rule: GcsRuleElement,
  style: XmlStyle,
  change: ChangeOf<'add-value' | 'replace-value' | 'remove-value'>
): TextEdit[] {
  const key = change.field === 'exposeHeaders' ? 'allowedHeaders' : change.field;
  const same = rule.groups.filter(({ group }) => group.key === key);
  const values = same.flatMap((entry) => entry.values);
  if (change.kind === 'add-value') {
    const group = GROUPS.find((one) => one.key === key);
    const shared =
      key === 'allowedHeaders' && values.some(({ value }) => value.value === change.value);
    if (!group || shared) return [];
    const next = values[change.at ?? values.length];
    const printed = printValue(prefixOf(rule.element) + group.item, change.value);
    return next
      ? [insertBefore(text, next, style, printed)]
      : [addValue(text, rule, group, style, change.value)];
  }
  const element = values[change.index];
  if (!element) return [];
  if (change.kind === 'replace-value') return [setValue(element, change.value)];
  const holder = same.find((entry) => entry.values.includes(element))?.element;
  const whole = holder && holdsOnly(text, holder, element);
  return takeOutElements(text, [whole ? { ...holder, children: [] } : element]);
}

/** True where an element has another and blanks in it, and nothing else. */
const holdsOnly = (text: string, { content, end }: XmlElement, { span, children }: XmlElement) =>
  end === 'tag' &&
  children.length === 0 &&
  text.slice(content.from, span.from).trim() === '' &&
  text.slice(span.to, content.to).trim() === '';

/** Behind the last value of the field, else in an element of its own behind the field that is named before it. */
function addValue(
  text: string,
  { element: rule, groups, ages }: GcsRuleElement,
  group: Group,
  style: XmlStyle,
  value: string
): TextEdit {
  const prefix = prefixOf(rule);
  const same = groups.filter((entry) => entry.group === group);
  const held = same.at(-1);
  if (held) {
    const last = same.flatMap(({ values }) => values).at(-1);
    return insertAfter(text, last, held.element, style, printValue(prefix + group.item, value));
  }
  const earlier = GROUPS.slice(0, GROUPS.indexOf(group)).map(({ key }) => key as string);
  const before = groups.findLast((entry) => earlier.includes(entry.group.key))?.element;
  const neighbour = before ?? groups[0]?.element ?? ages[0];
  const indent = neighbour
    ? indentAt(text, neighbour.span.from)
    : indentAt(text, rule.span.from) + style.unit;
  const whole = printGroup(group, [value], { ...style, prefix }, indent);
  return insertAfter(text, neighbour ?? rule.children.at(-1), rule, style, whole);
}

function setAge(
  text: string,
  { element, groups, ages }: GcsRuleElement,
  style: XmlStyle,
  { field, value }: ChangeOf<'set-value'>
): TextEdit[] {
  if (field === 'id') return [];
  if (value === null) return takeOutElements(text, ages);
  const [age] = ages;
  if (age) return [setValue(age, value)];
  const neighbour = groups.at(-1)?.element ?? element.children.at(-1);
  const printed = printValue(prefixOf(element) + AGE, value);
  return [insertAfter(text, neighbour, element, style, printed)];
}
