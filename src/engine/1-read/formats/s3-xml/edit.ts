import type { Change, ChangeOf, RuleSet, TextEdit } from '../../../model.ts';
import { insertion } from '../../text/layout.ts';
import { unwrittenRule } from '../../plain.ts';
import { RULE_KEYS, SINGULAR, type RuleKey } from '../../rule-key.ts';
import { NAMES, outline, ROOT, VARY, type S3XmlOutline } from './outline.ts';
import { printRule, printS3Xml } from './print.ts';
import { moveAmong } from '../../text/take-out.ts';
import { elementsFor, type RuleElement } from '../../xml/fields.ts';
import {
  insertAfter,
  insertBefore,
  insertFirst,
  inline,
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
import type { XmlElement } from '../../xml/tree.ts';
import { parseXml } from '../../xml/parse.ts';

/** The `edit` of the format; see `Format` for what it promises. */
export function editS3Xml(text: string, _ruleSet: RuleSet, change: Change): TextEdit[] {
  if (text.trim() === '' && change.kind === 'insert-rule') {
    const rules = [unwrittenRule(change.rule, 0)];
    return [insertion(text.length, printS3Xml({ rules, responseVary: null }))];
  }
  const found = outline(parseXml(text), () => {});
  if (!found) return [];
  const elements = found.rules.map(({ element }) => element);
  const style = styleOf(text, found.root, elements);
  switch (change.kind) {
    case 'insert-rule':
      return insertRule(text, found, style, change);
    case 'remove-rule':
      return takeOutRule(
        text,
        elements,
        change.rule,
        found.root,
        printParent(ROOT, [], inline(style), '')
      );
    case 'move-rule': {
      const spans = elements.map(({ span }) => span);
      return moveAmong(text, spans, change.rule, change.to);
    }
    case 'set-response-vary':
      return setVary(text, found, style, change.value);
    default: {
      const rule = found.rules[change.rule];
      return rule ? changeRule(text, rule, style, change) : [];
    }
  }
}

function changeRule(
  text: string,
  rule: RuleElement,
  style: XmlStyle,
  change: ChangeOf<'add-value' | 'replace-value' | 'remove-value' | 'set-value'>
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

function insertRule(
  text: string,
  { root, rules, vary }: S3XmlOutline,
  style: XmlStyle,
  { at, rule }: ChangeOf<'insert-rule'>
): TextEdit[] {
  const next = rules[at]?.element ?? (rules.length === 0 ? (vary[0] ?? null) : null);
  const last = rules.at(-1)?.element;
  return insertRuleElement(text, { next, last, root }, style, (indent) =>
    printRule(rule, style, indent)
  );
}

/** Behind the last rule, else first in the root. */
function setVary(
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
