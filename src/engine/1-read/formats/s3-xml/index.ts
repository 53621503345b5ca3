import type { Rule } from '../../../model.ts';
import type { Document, Format, FormatReading } from '../format.ts';
import { emptyRule } from '../../plain.ts';
import { reportTo } from '../../report.ts';
import { isListField } from '../../rule-key.ts';
import { editS3Xml } from './edit.ts';
import { outline } from './outline.ts';
import { printS3Xml } from './print.ts';
import { isPrefixed, type RuleElement } from '../../xml/fields.ts';

function readRule({ element, fields }: RuleElement): Rule {
  const rule = emptyRule(element.span);
  for (const { key, element } of fields) {
    if (isListField(key)) rule[key].push(element.value);
    else rule[key] = element.value;
  }
  return rule;
}

function read(document: Document): FormatReading | null {
  if (document.syntax !== 'xml') return null;
  const problems = [...document.problems];
  const found = outline(document, reportTo(problems));
  if (!found) return null;
  const rules = found.rules.map(readRule);
  const ruleSet = { rules, responseVary: found.vary[0]?.value ?? null };
  return { ruleSet, problems, ...(isPrefixed(found.root, found.rules) && { prefixed: true }) };
}

/** REST XML of S3 and of the stores that took it over: COS, OSS, OBS, Ceph, R2, MinIO. */
export const s3Xml: Format = {
  id: 's3-xml',
  syntax: 'xml',
  holdsResponseVary: true,
  read,
  print: printS3Xml,
  edit: editS3Xml
};
