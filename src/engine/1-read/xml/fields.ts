/** What stands in the XML of a rule, in any format that has one element for each field or value. */
import type { Span } from '../../model.ts';
import { closestName } from '../closest-name.ts';
import { excerpt, type ReportProblem } from '../report.ts';
import { keyOfName, type FieldNames, type RuleKey } from '../rule-key.ts';
import type { XmlElement } from './tree.ts';

/** A rule's element, and the elements in it that say something, in the order of the text. */
export interface RuleElement {
  element: XmlElement;
  fields: { key: RuleKey; element: XmlElement }[];
}

/** The names of one format. */
export interface XmlNames {
  rule: string;
  fields: FieldNames;
  /** Every name that the format has, wherever it belongs. */
  known: readonly string[];
  /** True where a rule may hold the field's element more than once. */
  repeats(key: RuleKey): boolean;
}

/** Reports `name-` and `element-` problems and `xml-text-stray`. */
export function ruleElement(rule: XmlElement, names: XmlNames, report: ReportProblem): RuleElement {
  reportStray(rule, rule.texts, report);
  const fields: RuleElement['fields'] = [];
  const single = new Set<RuleKey>();
  for (const element of fieldElements(rule, names)) {
    const key = keyOfName(names.fields, element.name);
    const firstChild = element.children[0];
    if (firstChild) reportStray(element, textsAfter(element, firstChild), report);
    if (!key) reportName(element, names.rule, Object.values(names.fields), names, report);
    else if (hasValue(element)) {
      // The first counts, as with the only recorded servers that take such a text, Ceph RGW and Azurite.
      if (single.has(key)) report('element-repeated', { name: element.name }, element.nameSpan);
      else fields.push({ key, element });
      if (!names.repeats(key)) single.add(key);
    }
  }
  return { element: rule, fields };
}

/** Every element of a rule that says a field, those that do not count among them, in the order of the text. */
export const elementsFor = (rule: XmlElement, names: XmlNames, key: RuleKey): XmlElement[] =>
  [...fieldElements(rule, names)].filter(
    (element) => keyOfName(names.fields, element.name) === key && hasValue(element)
  );

/** The elements of a rule; those that an unclosed field took in are the rule's own, after it. */
function* fieldElements(parent: XmlElement, names: XmlNames): Generator<XmlElement> {
  for (const element of parent.children) {
    yield element;
    const isField = element.children.length > 0 && keyOfName(names.fields, element.name) !== null;
    if (isField) yield* fieldElements(element, names);
  }
}

/** An empty element is an empty value, but one that was never closed holds what was written of it. */
function hasValue(element: XmlElement): boolean {
  return !element.cut && (element.end !== 'guess' || element.value.value !== '');
}

/** Reports an element whose name is not one of `expected`, which belong into `parent`. */
export function reportName(
  element: XmlElement,
  parent: string,
  expected: readonly string[],
  { known }: Pick<XmlNames, 'known'>,
  report: ReportProblem
): void {
  const name = excerpt(element.name);
  const meant = closestName(element.name, expected);
  if (known.includes(element.name)) {
    report('element-misplaced', { name, parent }, element.nameSpan);
  } else if (meant) report('name-misspelt', { name, known: meant }, element.nameSpan);
  else report('name-unknown', { name, known: [...expected] }, element.nameSpan);
}

function textsAfter(element: XmlElement, child: XmlElement): Span[] {
  return element.texts.filter(({ from }) => from > child.span.from);
}

export function reportStray(
  element: XmlElement,
  texts: readonly Span[],
  report: ReportProblem
): void {
  for (const span of texts) report('xml-text-stray', { parent: excerpt(element.name) }, span);
}

/** True where a name is written with a namespace prefix. */
export const isPrefixed = (root: XmlElement | null, rules: readonly RuleElement[]): boolean => {
  const fields = rules.flatMap((rule) => rule.fields.map(({ element }) => element));
  const elements = [root ?? [], rules.map(({ element }) => element), fields].flat();
  return elements.some(({ name, tagName }) => tagName !== name);
};
