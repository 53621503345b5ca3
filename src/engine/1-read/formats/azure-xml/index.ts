import type { PlainRule, Rule } from '../../../model.ts';
import { emptyRule } from '../../plain.ts';
import type { Problem } from '../../problem.ts';
import { isListField } from '../../rule-key.ts';
import { commaItems } from '../../text/comma-list.ts';
import { isPrefixed, type RuleElement } from '../../xml/fields.ts';
import { printParent, printValue, type XmlStyle } from '../../xml/style.ts';
import { decodeText } from '../../xml/text.ts';
import { AZURE, AZURE_KEYS, holdsInCommas } from '../azure-names.ts';
import { xmlFormat } from '../xml-format.ts';
import { changeValue } from './edit.ts';
import { HOLDER, outline, ROOT, RULE } from './outline.ts';

const SILENT = () => {};

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

/**
 * The properties of a service in Azure's REST interface; every list is one text with commas.
 * https://learn.microsoft.com/en-us/rest/api/storageservices/set-blob-service-properties
 */
export const azureXml = xmlFormat({
  id: 'azure-xml',
  holdsResponseVary: false,
  holds: holdsInCommas,
  outline,
  read: (text, { root, rules }) => ({
    ruleSet: { rules: rules.map((rule) => readRule(text, rule)), responseVary: null },
    ...(isPrefixed(root, rules) && { prefixed: true })
  }),
  relevel,
  printRule,
  wrap: (rules, _responseVary, style) => {
    const { unit } = style;
    const holder = printParent(HOLDER, rules(unit + unit), style, unit);
    return printParent(ROOT, [holder], style, '');
  },
  changeValue
});
