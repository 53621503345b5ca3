import type { ChangeOf, Rule, TextEdit } from '../../../model.ts';
import type { ValueChange } from '../../change.ts';
import type { RuleKey } from '../../rule-key.ts';
import { addItem, isItem, removeItem, replaceItem } from '../../text/comma-list.ts';
import { insertAfter, setValue, takeOutElements } from '../../xml/edit.ts';
import { elementsFor, type RuleElement } from '../../xml/fields.ts';
import { prefixOf, printValue, type XmlStyle } from '../../xml/style.ts';
import { escapeText } from '../../xml/text.ts';
import { AZURE, AZURE_KEYS, type AzureKey } from '../azure-names.ts';
import { NAMES } from './outline.ts';

/** Makes a change of one value of a rule. */
export const changeValue = (
  text: string,
  element: RuleElement,
  rule: Rule,
  style: XmlStyle,
  change: ValueChange
): TextEdit[] =>
  change.kind === 'set-value'
    ? setAge(text, element, style, change)
    : changeItem(text, element, rule, style, change);

/** A list without its last member stays as an empty element, since the service asks for every one. */
function changeItem(
  text: string,
  rule: RuleElement,
  read: Rule,
  style: XmlStyle,
  change: ChangeOf<'add-value' | 'replace-value' | 'remove-value'>
): TextEdit[] {
  const { field, value } = change;
  const items = read[field];
  if (change.kind === 'remove-value') return removeItem(items, change.index, escapeText);
  if (!isItem(value)) return [];
  if (change.kind === 'replace-value') return replaceItem(items, change.index, value, escapeText);
  if (items.length > 0) {
    return addItem(text, items, change.at ?? items.length, value, escapeText);
  }
  return [setField(text, rule, style, field, value)];
}

function setAge(
  text: string,
  rule: RuleElement,
  style: XmlStyle,
  { field, value }: ChangeOf<'set-value'>
): TextEdit[] {
  if (field === 'id') return [];
  if (value === null) return takeOutElements(text, elementsFor(rule.element, NAMES, field));
  return [setField(text, rule, style, field, value)];
}

/** In its element, or in a new one behind the field that is named before it, else at the rule's end. */
function setField(
  text: string,
  { element, fields }: RuleElement,
  style: XmlStyle,
  field: AzureKey,
  value: string
): TextEdit {
  const held = fields.find(({ key }) => key === field)?.element;
  if (held) return setValue(held, value);
  const earlier: readonly RuleKey[] = AZURE_KEYS.slice(0, AZURE_KEYS.indexOf(field));
  const before = fields.findLast(({ key }) => earlier.includes(key))?.element;
  const neighbour = before ?? element.children.at(-1);
  const printed = printValue(prefixOf(element) + AZURE[field], value);
  return insertAfter(text, neighbour, element, style, printed);
}
