import type { PlainRule, RuleSet } from '../../../model.ts';
import { AGE, GROUPS, ROOT, RULE } from './outline.ts';
import { plainRule } from '../../plain.ts';
import { PRINTED, printParent, printValue, type XmlStyle } from '../../xml/layout.ts';

export function printRule(rule: PlainRule, style: XmlStyle, indent: string): string {
  const { allowedHeaders, exposeHeaders, maxAgeSeconds } = rule;
  const headers = [
    ...allowedHeaders,
    ...exposeHeaders.filter((header) => !allowedHeaders.includes(header))
  ];
  const lists = { ...rule, allowedHeaders: headers };
  const groups = GROUPS.flatMap(({ key, name, item }) =>
    lists[key].length === 0 ? [] : [printGroup(name, item, lists[key], style, indent + style.unit)]
  );
  const age = maxAgeSeconds === null ? [] : [printValue(style.prefix + AGE, maxAgeSeconds)];
  return printParent(RULE, [...groups, ...age], style, indent);
}

export function printGroup(
  name: string,
  item: string,
  values: readonly string[],
  style: XmlStyle,
  indent: string
): string {
  const printed = values.map((value) => printValue(style.prefix + item, value));
  return printParent(name, printed, style, indent);
}

export function printGcsXml({ rules }: RuleSet): string {
  const printed = rules.map((rule) => printRule(plainRule(rule), PRINTED, PRINTED.unit));
  return `${printParent(ROOT, printed, PRINTED, '')}\n`;
}
