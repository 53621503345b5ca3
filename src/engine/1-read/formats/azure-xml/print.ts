import type { PlainRule, RuleSet } from '../../../model.ts';
import { AZURE, AZURE_KEYS } from '../azure-names.ts';
import { HOLDER, ROOT, RULE } from './outline.ts';
import { plainRule } from '../../plain.ts';
import { PRINTED, printParent, printValue, type XmlStyle } from '../../xml/layout.ts';

export function printRule(rule: PlainRule, style: XmlStyle, indent: string): string {
  const fields = AZURE_KEYS.flatMap((key) => {
    const value = rule[key];
    if (value === null) return [];
    return [printValue(style.prefix + AZURE[key], [value].flat().join(','))];
  });
  return printParent(RULE, fields, style, indent);
}

/** A whole request body, without an XML declaration, which the service does not ask for. */
export function printAzureXml({ rules }: RuleSet): string {
  const { unit } = PRINTED;
  const printed = rules.map((rule) => printRule(plainRule(rule), PRINTED, unit + unit));
  return `${printParent(ROOT, [printParent(HOLDER, printed, PRINTED, unit)], PRINTED, '')}\n`;
}
