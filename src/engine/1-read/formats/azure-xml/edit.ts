import type { Change, ChangeOf, PlainRule, Rule, RuleSet, TextEdit } from '../../../model.ts';
import { AZURE, AZURE_KEYS, type AzureKey } from '../azure-names.ts';
import { HOLDER, NAMES, outline, ROOT, type AzureXmlOutline } from './outline.ts';
import { printAzureXml, printRule } from './print.ts';
import { addItem, isItem, removeItem, replaceItem } from '../../text/comma-list.ts';
import { insertion } from '../../text/layout.ts';
import { unwrittenRule } from '../../plain.ts';
import type { RuleKey } from '../../rule-key.ts';
import { moveAmong } from '../../text/take-out.ts';
import { elementsFor, type RuleElement } from '../../xml/fields.ts';
import {
  inline,
  insertAfter,
  insertRuleElement,
  prefixOf,
  printParent,
  printValue,
  setValue,
  styleOf,
  takeOutElements,
  takeOutRule,
  type XmlStyle
} from '../../xml/layout.ts';
import { escapeText } from '../../xml/text.ts';
import { parseXml } from '../../xml/parse.ts';

/** The `edit` of the format; see `Format` for what it promises. */
export function editAzureXml(text: string, ruleSet: RuleSet, change: Change): TextEdit[] {
  if (text.trim() === '' && change.kind === 'insert-rule') {
    const rules = [unwrittenRule(change.rule, 0)];
    return [insertion(text.length, printAzureXml({ rules, responseVary: null }))];
  }
  const found = outline(parseXml(text), () => {});
  if (!found) return [];
  const elements = found.rules.map(({ element }) => element);
  const style = styleOf(text, found.holder, elements);
  switch (change.kind) {
    case 'insert-rule':
      return insertRule(text, found, style, change.at, change.rule);
    case 'remove-rule':
      return takeOutRule(text, elements, change.rule, found.holder, hollow(inline(style)));
    case 'move-rule': {
      const spans = elements.map(({ span }) => span);
      return moveAmong(text, spans, change.rule, change.to);
    }
    case 'set-response-vary':
      return [];
    default: {
      const [element, rule] = [found.rules[change.rule], ruleSet.rules[change.rule]];
      if (!element || !rule) return [];
      return change.kind === 'set-value'
        ? setAge(text, element, style, change)
        : changeItem(text, element, rule, style, change);
    }
  }
}

const hollow = (style: XmlStyle): string =>
  printParent(ROOT, [printParent(HOLDER, [], style, '')], style, '');

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

function insertRule(
  text: string,
  { holder, rules }: AzureXmlOutline,
  style: XmlStyle,
  at: number,
  rule: PlainRule
): TextEdit[] {
  const next = rules[at]?.element ?? null;
  const last = rules.at(-1)?.element;
  return insertRuleElement(text, { next, last, root: holder }, style, (indent) =>
    printRule(rule, style, indent)
  );
}
