import type { ChangeOf, Rule, TextEdit } from '../../../model.ts';
import type { ValueChange } from '../../change.ts';
import { RULE_KEYS, SINGULAR, type RuleKey } from '../../rule-key.ts';
import {
  insertAfter,
  insertBefore,
  insertFirst,
  insertRuleElement,
  setValue,
  takeOutElements
} from '../../xml/edit.ts';
import { elementsFor, type RuleElement } from '../../xml/fields.ts';
import { prefixOf, printValue, type XmlStyle } from '../../xml/style.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { NAMES, VARY, type S3XmlOutline } from './outline.ts';

/** Makes a change of one value of a rule. */
export function changeValue(
  text: string,
  rule: RuleElement,
  _read: Rule,
  style: XmlStyle,
  change: ValueChange
): TextEdit[] {
  const { field } = change;
  const same = rule.fields.filter(({ key }) => key === field);
  switch (change.kind) {
    case 'add-value':
      return [addValue(text, rule, style, same[change.at ?? same.length]?.element, change)];
    case 'replace-value': {
      const element = same[change.index]?.element;
      return element ? [setValue(element, change.value)] : [];
    }
    case 'remove-value': {
      const element = same[change.index]?.element;
      return element ? takeOutElements(text, [element]) : [];
    }
    case 'set-value': {
      const { value } = change;
      if (value === null) {
        return takeOutElements(text, elementsFor(rule.element, NAMES, field));
      }
      const element = same[0]?.element;
      return element ? [setValue(element, value)] : [addField(text, rule, style, field, value)];
    }
  }
}

function addValue(
  text: string,
  rule: RuleElement,
  style: XmlStyle,
  next: XmlElement | undefined,
  { field, value }: ChangeOf<'add-value'>
): TextEdit {
  if (!next) return addField(text, rule, style, field, value);
  return insertBefore(
    text,
    next,
    style,
    printValue(prefixOf(rule.element) + SINGULAR[field], value)
  );
}

/** Behind the last value of the field, else behind the field that is named before it, else at the rule's end; an id first. */
function addField(
  text: string,
  rule: RuleElement,
  style: XmlStyle,
  key: RuleKey,
  value: string
): TextEdit {
  const printed = printValue(prefixOf(rule.element) + SINGULAR[key], value);
  if (key === 'id') return insertFirst(text, rule.element, style, printed);
  const neighbour = lastUpTo(rule, key) ?? rule.element.children.at(-1);
  return insertAfter(text, neighbour, rule.element, style, printed);
}

function lastUpTo({ fields }: RuleElement, field: RuleKey): XmlElement | undefined {
  const upTo = RULE_KEYS.slice(0, RULE_KEYS.indexOf(field) + 1);
  for (const key of upTo.reverse()) {
    const last = fields.findLast((candidate) => candidate.key === key);
    if (last) return last.element;
  }
  return undefined;
}

/** Behind the last rule, else first in the root. */
export function setVary(
  text: string,
  { root, rules, vary }: S3XmlOutline,
  style: XmlStyle,
  value: boolean | null
): TextEdit[] {
  if (value === null) return takeOutElements(text, vary);
  const [first] = vary;
  if (first) return [setValue(first, String(value))];
  const printed = printValue(style.prefix + VARY, String(value));
  const last = rules.at(-1)?.element;
  return insertRuleElement(text, { next: null, last, root }, style, () => printed);
}
