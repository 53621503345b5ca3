import type { Rule } from '../../../model.ts';
import { holdsInCommas } from '../azure-names.ts';
import { editAzureXml } from './edit.ts';
import { HOLDER, outline } from './outline.ts';
import { printAzureXml } from './print.ts';
import { commaItems } from '../../text/comma-list.ts';
import type { Document, Format, FormatReading } from '../format.ts';
import type { Problem } from '../../problem.ts';
import { emptyRule } from '../../plain.ts';
import { reportTo } from '../../report.ts';
import { isListField } from '../../rule-key.ts';
import { isPrefixed, type RuleElement } from '../../xml/fields.ts';
import { decodeText } from '../../xml/text.ts';

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
  print: printAzureXml,
  edit: editAzureXml
};
