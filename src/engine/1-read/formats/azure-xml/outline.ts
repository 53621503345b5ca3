import { closestName } from '../../closest-name.ts';
import { excerpt, type ReportProblem } from '../../report.ts';
import { AZURE, AZURE_KEYS } from '../azure-names.ts';
import {
  reportName,
  reportStray,
  ruleElement,
  type RuleElement,
  type XmlNames
} from '../../xml/fields.ts';
import type { XmlDocument } from '../../xml/parse.ts';
import type { XmlElement } from '../../xml/tree.ts';

export const ROOT = 'StorageServiceProperties';
export const HOLDER = 'Cors';
export const RULE = 'CorsRule';

/** The other properties of a service, which say nothing of CORS. */
const BESIDE: ReadonlySet<string> = new Set([
  'Logging',
  'HourMetrics',
  'MinuteMetrics',
  'DefaultServiceVersion',
  'DeleteRetentionPolicy',
  'StaticWebsite'
]);

export const NAMES: XmlNames = {
  rule: RULE,
  fields: AZURE,
  known: [ROOT, HOLDER, RULE, ...BESIDE, ...Object.values(AZURE)],
  repeats: () => false
};

/** Where things stand in a document of this format. */
export interface AzureXmlOutline {
  /** `Cors`, which holds the rules; null where they stand without one. */
  root: XmlElement | null;
  rules: RuleElement[];
}

/**
 * Finds the rules of a document, or null where it holds none of this format's names. Reports `root-`, `name-` and
 * `element-` problems, `rules-not-found` and `xml-text-stray`.
 * https://learn.microsoft.com/en-us/rest/api/storageservices/set-blob-service-properties
 */
export function outline(document: XmlDocument, report: ReportProblem): AzureXmlOutline | null {
  const { roots } = document;
  const root = roots.find(({ name }) => name === ROOT) ?? roots[0];
  if (!root) return null;
  if (root.name === RULE) {
    report('root-missing', { name: RULE, known: ROOT }, root.nameSpan);
    return { root: null, rules: outlineRules(roots, report) };
  }
  const holders = root.name === HOLDER ? [root] : root.children.filter(isHolder);
  const named = root.name === ROOT || closestName(root.name, [ROOT]) !== null;
  if (!named && !holders.some((one) => holdsRules(one, one === root))) return null;
  for (const extra of roots) {
    if (extra !== root) report('root-repeated', { name: excerpt(extra.name) }, extra.nameSpan);
  }
  const [holder = null, ...more] = holders;
  for (const { nameSpan } of more) report('element-repeated', { name: HOLDER }, nameSpan);
  reportRoot(root, holder, report);
  if (holder) reportStray(holder, holder.texts, report);
  return { root: holder, rules: outlineRules(holder?.children ?? [], report) };
}

const isHolder = ({ name }: XmlElement): boolean => name === HOLDER;

/** Google's XML has elements of the same name, with others in them. */
const holdsRules = ({ children }: XmlElement, whole: boolean): boolean =>
  children.some(({ name }) => closestName(name, [RULE]) !== null) ||
  (whole && children.length === 0);

/** What stands around the rules: nothing but `Cors` in the examples of Azure's own pages, which is no whole request. */
function reportRoot(root: XmlElement, holder: XmlElement | null, report: ReportProblem): void {
  if (root === holder) {
    report('root-missing', { name: HOLDER, known: ROOT }, root.nameSpan);
    return;
  }
  if (root.name !== ROOT) {
    report('root-unknown', { name: excerpt(root.name), known: ROOT }, root.nameSpan);
  }
  reportStray(root, root.texts, report);
  for (const child of root.children) {
    if (!isHolder(child) && !BESIDE.has(child.name)) {
      reportName(child, ROOT, [HOLDER], NAMES, report);
    }
  }
  if (!holder) report('rules-not-found', { names: [HOLDER] }, root.nameSpan);
}

function outlineRules(elements: readonly XmlElement[], report: ReportProblem): RuleElement[] {
  return elements.flatMap((element) => {
    if (element.name !== RULE) {
      reportName(element, HOLDER, [RULE], NAMES, report);
      return [];
    }
    const rule = ruleElement(element, NAMES, report);
    reportMissing(rule, report);
    return [rule];
  });
}

/** Reports `field-missing` for each field that the rule does not say. */
function reportMissing({ element, fields }: RuleElement, report: ReportProblem): void {
  if (element.end === 'guess') return;
  for (const key of AZURE_KEYS) {
    if (fields.some((field) => field.key === key)) continue;
    report('field-missing', { name: AZURE[key], rule: RULE }, element.nameSpan);
  }
}
