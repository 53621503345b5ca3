import type { BasicChange as Change, PlainRule, Rule, RuleSet, TextEdit } from '../model.ts';
import { AZURE, AZURE_KEYS, holdsInCommas } from './azure-names.ts';
import { HOLDER, outline, ROOT, RULE, type AzureXmlOutline } from './azure-xml-outline.ts';
import { addItem, commaItems, isItem, replaceItem } from './comma-list.ts';
import type { Document, Format, FormatReading, Problem } from './format.ts';
import { insertion } from './layout.ts';
import { emptyRule, plainRule, unwrittenRule } from './plain.ts';
import { reportTo } from './report.ts';
import { isListField, type RuleKey } from './rule-key.ts';
import { isPrefixed, type RuleElement } from './xml-fields.ts';
import {
  insertAfter,
  insertRuleElement,
  prefixOf,
  PRINTED,
  printParent,
  printValue,
  setValue,
  styleOf,
  type XmlStyle
} from './xml-layout.ts';
import { decodeText, escapeText } from './xml-text.ts';
import { parseXml } from './xml.ts';

const SILENT = () => {};

function read(document: Document): FormatReading | null {
  if (document.syntax !== 'xml') return null;
  const problems = [...document.problems];
  const found = outline(document, reportTo(problems));
  if (!found) return null;
  const rules = found.rules.map((rule) => readRule(document.text, rule));
  return {
    ruleSet: { rules, responseVary: null },
    problems: problems.map(relevel),
    ...(isPrefixed(found.holder, found.rules) && { prefixed: true })
  };
}

/** `Cors` alone is what Azure's pages print; the tools that take it put the rest around it. */
const relevel = (problem: Problem): Problem =>
  problem.code === 'root-missing' && problem.args.name === HOLDER
    ? { ...problem, level: 'warning' }
    : problem;

function readRule(text: string, { element, fields }: RuleElement): Rule {
  const rule = emptyRule(element.span);
  for (const { key, element: field } of fields) {
    const { value } = field;
    if (!isListField(key)) rule[key] = value;
    else rule[key] = commaItems(value, text.slice(value.span.from, value.span.to), decode);
  }
  return rule;
}

/** A piece with markup in it stands for nothing alone. */
const decode = (piece: string): string | null =>
  piece.includes('<') ? null : decodeText(piece, { from: 0, to: piece.length }, SILENT);

function printRule(rule: PlainRule, style: XmlStyle, indent: string): string {
  const fields = AZURE_KEYS.flatMap((key) => {
    const value = rule[key];
    if (value === null) return [];
    return [printValue(style.prefix + AZURE[key], [value].flat().join(','))];
  });
  return printParent(RULE, fields, style, indent);
}

/** A whole request body, without an XML declaration, which the service does not ask for. */
function print({ rules }: RuleSet): string {
  const { unit } = PRINTED;
  const printed = rules.map((rule) => printRule(plainRule(rule), PRINTED, unit + unit));
  return `${printParent(ROOT, [printParent(HOLDER, printed, PRINTED, unit)], PRINTED, '')}\n`;
}

function edit(text: string, ruleSet: RuleSet, change: Change): TextEdit[] {
  if (text.trim() === '' && change.kind === 'insert-rule') {
    const rules = [unwrittenRule(change.rule, 0)];
    return [insertion(text.length, print({ rules, responseVary: null }))];
  }
  const found = outline(parseXml(text), SILENT);
  if (!found) return [];
  if (change.kind === 'insert-rule') return insertRule(text, found, change.at, change.rule);
  const { rule: index, field, value } = change;
  const items = ruleSet.rules[index]?.[field];
  if (!items || !isItem(value)) return [];
  if (change.kind === 'replace-value') return replaceItem(items, change.index, value, escapeText);
  if (items.length > 0) return addItem(text, items, value, escapeText);
  const rule = found.rules[index];
  const element = rule?.fields.find(({ key }) => key === field)?.element;
  if (element) return [setValue(element, value)];
  return rule ? [addField(text, found, rule, field, value)] : [];
}

/** Behind the field that is named before it, else at the rule's end. */
function addField(
  text: string,
  found: AzureXmlOutline,
  { element, fields }: RuleElement,
  field: Exclude<RuleKey, 'id'>,
  value: string
): TextEdit {
  const earlier: readonly RuleKey[] = AZURE_KEYS.slice(0, AZURE_KEYS.indexOf(field));
  const before = fields.findLast(({ key }) => earlier.includes(key))?.element;
  const neighbour = before ?? element.children.at(-1);
  const printed = printValue(prefixOf(element) + AZURE[field], value);
  return insertAfter(text, neighbour, element, layoutOf(text, found), printed);
}

function insertRule(text: string, found: AzureXmlOutline, at: number, rule: PlainRule): TextEdit[] {
  const { holder, rules } = found;
  const style = layoutOf(text, found);
  const next = rules[at]?.element ?? null;
  const last = rules.at(-1)?.element;
  return insertRuleElement(text, { next, last, root: holder }, style, (indent) =>
    printRule(rule, style, indent)
  );
}

const layoutOf = (text: string, { holder, rules }: AzureXmlOutline): XmlStyle =>
  styleOf(
    text,
    holder,
    rules.map(({ element }) => element)
  );

/**
 * The properties of a service in Azure's REST interface; every list is one text with commas.
 * https://learn.microsoft.com/en-us/rest/api/storageservices/set-blob-service-properties
 */
export const azureXml: Format = {
  id: 'azure-xml',
  syntax: 'xml',
  holdsResponseVary: false,
  holds: holdsInCommas,
  read,
  print,
  edit
};
