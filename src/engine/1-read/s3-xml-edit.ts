import type { BasicChange as Change, RuleSet, TextEdit } from '../model.ts';
import { insertion } from './layout.ts';
import { unwrittenRule } from './plain.ts';
import { RULE_KEYS, SINGULAR, type RuleKey } from './rule-key.ts';
import { outline, type S3XmlOutline } from './s3-xml-outline.ts';
import { printRule, printS3Xml } from './s3-xml-print.ts';
import type { RuleElement } from './xml-fields.ts';
import {
  insertAfter,
  insertRuleElement,
  prefixOf,
  printValue,
  setValue,
  styleOf
} from './xml-layout.ts';
import type { XmlElement } from './xml-tree.ts';
import { parseXml } from './xml.ts';

type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** The `edit` of the format; see `Format` for what it promises. */
export function editS3Xml(text: string, _ruleSet: RuleSet, change: Change): TextEdit[] {
  if (text.trim() === '' && change.kind === 'insert-rule') {
    const rules = [unwrittenRule(change.rule, 0)];
    return [insertion(text.length, printS3Xml({ rules, responseVary: null }))];
  }
  const found = outline(parseXml(text), () => {});
  if (!found) return [];
  switch (change.kind) {
    case 'add-value':
      return addValue(text, found, change);
    case 'replace-value':
      return replaceValue(found, change);
    case 'insert-rule':
      return insertRule(text, found, change);
  }
}

/** Behind the last value of the field, else behind the field that is named before it, else at the rule's end. */
function addValue(
  text: string,
  found: S3XmlOutline,
  { rule: index, field, value }: ChangeOf<'add-value'>
): TextEdit[] {
  const rule = found.rules[index];
  if (!rule) return [];
  const printed = printValue(prefixOf(rule.element) + SINGULAR[field], value);
  const neighbour = lastUpTo(rule, field) ?? rule.element.children.at(-1);
  return [insertAfter(text, neighbour, rule.element, styleOf(text, ...around(found)), printed)];
}

/** The elements by which a document is laid out. */
const around = ({ root, rules }: S3XmlOutline): [XmlElement | null, XmlElement[]] => [
  root,
  rules.map(({ element }) => element)
];

function lastUpTo({ fields }: RuleElement, field: RuleKey): XmlElement | undefined {
  const upTo = RULE_KEYS.slice(0, RULE_KEYS.indexOf(field) + 1);
  for (const key of upTo.reverse()) {
    const last = fields.findLast((candidate) => candidate.key === key);
    if (last) return last.element;
  }
  return undefined;
}

function replaceValue(
  { rules }: S3XmlOutline,
  { rule, field, index, value }: ChangeOf<'replace-value'>
): TextEdit[] {
  const fields = rules[rule]?.fields.filter(({ key }) => key === field) ?? [];
  const element = fields[index]?.element;
  return element ? [setValue(element, value)] : [];
}

function insertRule(
  text: string,
  found: S3XmlOutline,
  { at, rule }: ChangeOf<'insert-rule'>
): TextEdit[] {
  const { root, rules, vary } = found;
  const style = styleOf(text, ...around(found));
  const next = rules[at]?.element ?? (rules.length === 0 ? vary : null);
  const last = rules.at(-1)?.element;
  return insertRuleElement(text, { next, last, root }, style, (indent) =>
    printRule(rule, style, indent)
  );
}
