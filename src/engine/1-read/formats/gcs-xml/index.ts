import type { Rule } from '../../../model.ts';
import type { Document, Format, FormatReading } from '../format.ts';
import { holdsForGcs } from '../gcs-json.ts';
import { editGcsXml } from './edit.ts';
import { outline, type GcsRuleElement } from './outline.ts';
import { printGcsXml } from './print.ts';
import { emptyRule } from '../../plain.ts';
import { reportTo } from '../../report.ts';

function read(document: Document): FormatReading | null {
  if (document.syntax !== 'xml') return null;
  const problems = [...document.problems];
  const found = outline(document, reportTo(problems));
  if (!found) return null;
  return { ruleSet: { rules: found.rules.map(readRule), responseVary: null }, problems };
}

/** Response headers are allowed and exposed alike: {@link GCS_NAMES} in `gcs-json.ts`. */
function readRule({ element, groups, ages }: GcsRuleElement): Rule {
  const rule = emptyRule(element.span);
  for (const { group, values } of groups) {
    rule[group.key].push(...values.map(({ value }) => value));
  }
  return {
    ...rule,
    exposeHeaders: [...rule.allowedHeaders],
    maxAgeSeconds: ages[0]?.value ?? null
  };
}

/** The body of `PUT /?cors` of Google's XML API. https://cloud.google.com/storage/docs/xml-api/put-bucket-cors */
export const gcsXml: Format = {
  id: 'gcs-xml',
  syntax: 'xml',
  holdsResponseVary: false,
  holds: holdsForGcs,
  read,
  print: printGcsXml,
  edit: editGcsXml
};
