import { closestName } from '../../closest-name.ts';
import { excerpt, type ReportProblem } from '../../report.ts';
import { isListField, SINGULAR } from '../../rule-key.ts';
import {
  reportName,
  reportStray,
  ruleElement,
  type RuleElement,
  type XmlNames
} from '../../xml/fields.ts';
import type { XmlDocument } from '../../xml/parse.ts';
import type { XmlElement } from '../../xml/tree.ts';

export const ROOT = 'CORSConfiguration';
export const RULE = 'CORSRule';
/** Stands beside the rules, not in one: https://www.tencentcloud.com/document/product/436/8279 */
export const VARY = 'ResponseVary';

export const NAMES: XmlNames = {
  rule: RULE,
  fields: SINGULAR,
  known: [ROOT, RULE, VARY, ...Object.values(SINGULAR)],
  repeats: isListField
};

/** Where things stand in a document of this format. */
export interface S3XmlOutline {
  /** Null where the rules stand without one. */
  root: XmlElement | null;
  rules: RuleElement[];
  /** The first counts. */
  vary: XmlElement[];
}

/**
 * Finds the rules of a document, or null where it holds none of this format's names.
 * Reports `root-`, `name-`, `element-` problems and `xml-text-stray`.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html, docs/facts/cos-oss-obs.md 1.1
 */
export function outline(document: XmlDocument, report: ReportProblem): S3XmlOutline | null {
  const { roots } = document;
  const root = roots.find(({ name }) => name === ROOT) ?? roots[0];
  if (!root) return null;
  if (root.name === RULE) return outlineFragment(roots, root, report);
  const holdsRules = root.children.some(({ name }) => name === RULE);
  if (root.name !== ROOT && !holdsRules && !closestName(root.name, [ROOT])) return null;
  if (root.name !== ROOT) {
    report('root-unknown', { name: excerpt(root.name), known: ROOT }, root.nameSpan);
  }
  for (const extra of roots) {
    if (extra !== root) report('root-repeated', { name: excerpt(extra.name) }, extra.nameSpan);
  }
  reportStray(root, root.texts, report);
  return { root, ...outlineChildren(root.children, report) };
}

/** Rules that were copied without what stands around them. */
function outlineFragment(
  roots: XmlElement[],
  first: XmlElement,
  report: ReportProblem
): S3XmlOutline {
  report('root-missing', { name: RULE, known: ROOT }, first.nameSpan);
  return { root: null, ...outlineChildren(roots, report) };
}

function outlineChildren(
  children: readonly XmlElement[],
  report: ReportProblem
): Pick<S3XmlOutline, 'rules' | 'vary'> {
  const rules: RuleElement[] = [];
  const vary: XmlElement[] = [];
  for (const element of children) {
    if (element.name === RULE) rules.push(ruleElement(element, NAMES, report));
    else if (element.name === VARY) {
      if (vary.length > 0) report('element-repeated', { name: VARY }, element.nameSpan);
      vary.push(element);
    } else reportName(element, ROOT, [RULE, VARY], NAMES, report);
  }
  return { rules, vary };
}
