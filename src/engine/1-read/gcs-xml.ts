import type { BasicChange as Change, PlainRule, Rule, RuleSet, TextEdit } from '../model.ts';
import type { Document, Format, FormatReading } from './format.ts';
import { holdsForGcs } from './gcs-json.ts';
import {
  AGE,
  GROUPS,
  outline,
  ROOT,
  RULE,
  type GcsOutline,
  type GcsRule
} from './gcs-xml-outline.ts';
import { indentAt, insertion } from './layout.ts';
import { emptyRule, plainRule, unwrittenRule } from './plain.ts';
import { reportTo } from './report.ts';
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
import type { XmlElement } from './xml-tree.ts';
import { parseXml } from './xml.ts';

type ValueChange = Exclude<Change, { kind: 'insert-rule' }>;

function read(document: Document): FormatReading | null {
  if (document.syntax !== 'xml') return null;
  const problems = [...document.problems];
  const found = outline(document, reportTo(problems));
  if (!found) return null;
  return { ruleSet: { rules: found.rules.map(readRule), responseVary: null }, problems };
}

/** Response headers are allowed and exposed alike: {@link GCS_NAMES} in `gcs-json.ts`. */
function readRule({ element, groups, age }: GcsRule): Rule {
  const rule = emptyRule(element.span);
  for (const { group, values } of groups) {
    rule[group.key].push(...values.map(({ value }) => value));
  }
  return { ...rule, exposeHeaders: [...rule.allowedHeaders], maxAgeSeconds: age?.value ?? null };
}

function printRule(rule: PlainRule, style: XmlStyle, indent: string): string {
  const { allowedHeaders, exposeHeaders, maxAgeSeconds } = rule;
  const headers = [
    ...allowedHeaders,
    ...exposeHeaders.filter((header) => !allowedHeaders.includes(header))
  ];
  const lists = { ...rule, allowedHeaders: headers };
  const groups = GROUPS.flatMap(({ key, name, item }) =>
    lists[key].length === 0 ? [] : [printGroup(name, item, lists[key], style, indent + style.unit)]
  );
  const age = maxAgeSeconds === null ? [] : [printValue(style.prefix + AGE, maxAgeSeconds)];
  return printParent(RULE, [...groups, ...age], style, indent);
}

function printGroup(
  name: string,
  item: string,
  values: readonly string[],
  style: XmlStyle,
  indent: string
): string {
  const printed = values.map((value) => printValue(style.prefix + item, value));
  return printParent(name, printed, style, indent);
}

function print({ rules }: RuleSet): string {
  const printed = rules.map((rule) => printRule(plainRule(rule), PRINTED, PRINTED.unit));
  return `${printParent(ROOT, printed, PRINTED, '')}\n`;
}

function edit(text: string, _ruleSet: RuleSet, change: Change): TextEdit[] {
  if (text.trim() === '' && change.kind === 'insert-rule') {
    const rules = [unwrittenRule(change.rule, 0)];
    return [insertion(text.length, print({ rules, responseVary: null }))];
  }
  const found = outline(parseXml(text), () => {});
  if (!found) return [];
  const style = styleOf(text, found.root, elementsOf(found));
  if (change.kind !== 'insert-rule') {
    const rule = found.rules[change.rule];
    return rule ? changeValue(text, rule, style, change) : [];
  }
  const elements = elementsOf(found);
  const { root } = found;
  const place = { next: elements[change.at] ?? null, last: elements.at(-1), root };
  return insertRuleElement(text, place, style, (indent) => printRule(change.rule, style, indent));
}

const elementsOf = ({ rules }: GcsOutline): XmlElement[] => rules.map(({ element }) => element);

function changeValue(
  text: string,
  { element: rule, groups, age }: GcsRule,
  style: XmlStyle,
  change: ValueChange
): TextEdit[] {
  const key = change.field === 'exposeHeaders' ? 'allowedHeaders' : change.field;
  const same = groups.filter(({ group }) => group.key === key);
  const values = same.flatMap((entry) => entry.values);
  if (change.kind === 'replace-value') {
    const replaced = values[change.index];
    return replaced ? [setValue(replaced, change.value)] : [];
  }
  const group = GROUPS.find((one) => one.key === key);
  const shared =
    key === 'allowedHeaders' && values.some(({ value }) => value.value === change.value);
  if (!group || shared) return [];
  const prefix = prefixOf(rule);
  const printed = printValue(prefix + group.item, change.value);
  const held = same.at(-1);
  if (held) return [insertAfter(text, values.at(-1), held.element, style, printed)];
  const earlier = GROUPS.slice(0, GROUPS.indexOf(group)).map((one) => one.key as string);
  const before = groups.findLast((entry) => earlier.includes(entry.group.key))?.element;
  const neighbour = before ?? groups[0]?.element ?? age ?? undefined;
  const indent = neighbour
    ? indentAt(text, neighbour.span.from)
    : indentAt(text, rule.span.from) + style.unit;
  const whole = printGroup(group.name, group.item, [change.value], { ...style, prefix }, indent);
  return [insertAfter(text, neighbour ?? rule.children.at(-1), rule, style, whole)];
}

/** The body of `PUT /?cors` of Google's XML API. https://cloud.google.com/storage/docs/xml-api/put-bucket-cors */
export const gcsXml: Format = {
  id: 'gcs-xml',
  syntax: 'xml',
  holdsResponseVary: false,
  holds: holdsForGcs,
  read,
  print,
  edit
};
