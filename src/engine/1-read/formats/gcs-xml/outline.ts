import { excerpt, type ReportProblem } from '../../report.ts';
import { reportName, reportStray, type XmlNames } from '../../xml/fields.ts';
import type { XmlDocument } from '../../xml/parse.ts';
import type { XmlElement } from '../../xml/tree.ts';

export const ROOT = 'CorsConfig';
export const RULE = 'Cors';
export const AGE = 'MaxAgeSec';

/** The fields whose values stand in an element of their own, in the order in which they are printed. */
export const GROUPS = [
  { key: 'allowedOrigins', name: 'Origins', item: 'Origin' },
  { key: 'allowedMethods', name: 'Methods', item: 'Method' },
  { key: 'allowedHeaders', name: 'ResponseHeaders', item: 'ResponseHeader' }
] as const;
export type Group = (typeof GROUPS)[number];

const IN_RULE: readonly string[] = [...GROUPS.map(({ name }) => name), AGE];
const NAMES: Pick<XmlNames, 'known'> = {
  known: [ROOT, RULE, ...IN_RULE, ...GROUPS.map(({ item }) => item)]
};

/** A rule's element, and in it what says something, in the order of the text. */
export interface GcsRuleElement {
  element: XmlElement;
  groups: { group: Group; element: XmlElement; values: XmlElement[] }[];
  /** The first counts. */
  ages: XmlElement[];
}

/** Where things stand in a document of this format; `root` is null where the rules stand without one. */
export interface GcsOutline {
  root: XmlElement | null;
  rules: GcsRuleElement[];
}

/** Finds the rules, or null where the root is another; reports `root-`, `name-`, `element-` problems and `xml-text-stray`. */
export function outline({ roots }: XmlDocument, report: ReportProblem): GcsOutline | null {
  const root = roots.find(({ name }) => name === ROOT);
  if (!root) return fragment(roots, report);
  for (const extra of roots) {
    if (extra !== root) report('root-repeated', { name: excerpt(extra.name) }, extra.nameSpan);
  }
  reportStray(root, root.texts, report);
  return { root, rules: rulesIn(root.children, report) };
}

/** Rules that were copied without what stands around them. */
function fragment(roots: readonly XmlElement[], report: ReportProblem): GcsOutline | null {
  const [first] = roots;
  const inside = first?.name === RULE ? first.children : [];
  if (!first || !inside.some(({ name }) => IN_RULE.includes(name))) return null;
  report('root-missing', { name: RULE, known: ROOT }, first.nameSpan);
  return { root: null, rules: rulesIn(roots, report) };
}

function rulesIn(children: readonly XmlElement[], report: ReportProblem): GcsRuleElement[] {
  return children.flatMap((element) => {
    if (element.name === RULE) return [ruleIn(element, report)];
    reportName(element, ROOT, [RULE], NAMES, report);
    return [];
  });
}

function ruleIn(element: XmlElement, report: ReportProblem): GcsRuleElement {
  const rule: GcsRuleElement = { element, groups: [], ages: [] };
  reportStray(element, element.texts, report);
  for (const child of element.children) take(rule, child, report);
  return rule;
}

/** What stands in a rule, or in an element of it that was left open. */
function take(rule: GcsRuleElement, child: XmlElement, report: ReportProblem): void {
  const group = GROUPS.find(({ name }) => name === child.name);
  if (group) takeGroup(rule, group, child, report);
  else if (child.name !== AGE) reportName(child, RULE, IN_RULE, NAMES, report);
  else {
    if (rule.ages.length > 0) report('element-repeated', { name: AGE }, child.nameSpan);
    if (hasValue(child)) rule.ages.push(child);
    for (const inner of child.children) take(rule, inner, report);
  }
}

function takeGroup(
  rule: GcsRuleElement,
  group: Group,
  element: XmlElement,
  report: ReportProblem
): void {
  const values: XmlElement[] = [];
  const entry = { group, element, values };
  rule.groups.push(entry);
  reportStray(element, element.texts, report);
  const walk = (children: readonly XmlElement[]): void => {
    for (const child of children) {
      if (child.name === group.item) {
        if (hasValue(child)) values.push(child);
        walk(child.children);
      } else if (element.end === 'guess') take(rule, child, report);
      else reportName(child, group.name, [group.item], NAMES, report);
    }
  };
  walk(element.children);
}

/** An empty element is an empty value, but one that was never closed holds what was written of it. */
const hasValue = ({ cut, end, value }: XmlElement): boolean =>
  !cut && (end !== 'guess' || value.value !== '');
