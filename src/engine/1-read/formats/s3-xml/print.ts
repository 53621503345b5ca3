import type { PlainRule, RuleSet } from '../../../model.ts';
import { plainRule } from '../../plain.ts';
import { RULE_KEYS, SINGULAR } from '../../rule-key.ts';
import { ROOT, RULE, VARY } from './outline.ts';
import { PRINTED, printParent, printValue, type XmlStyle } from '../../xml/layout.ts';

export function printRule(rule: PlainRule, style: XmlStyle, indent: string): string {
  const fields = RULE_KEYS.flatMap((key) => {
    const value = rule[key] ?? [];
    const values = typeof value === 'string' ? [value] : value;
    return values.map((text) => printValue(style.prefix + SINGULAR[key], text));
  });
  return printParent(RULE, fields, style, indent);
}

/** A whole document without an XML declaration, which no store asks for. */
export function printS3Xml({ rules, responseVary }: RuleSet): string {
  const children = rules.map((rule) => printRule(plainRule(rule), PRINTED, PRINTED.unit));
  if (responseVary) children.push(printValue(VARY, responseVary.value));
  return `${printParent(ROOT, children, PRINTED, '')}\n`;
}
