import type { PlainRule, Rule } from '../../../model.ts';
import { emptyRule } from '../../plain.ts';
import { isListField, RULE_KEYS, SINGULAR } from '../../rule-key.ts';
import { isPrefixed, type RuleElement } from '../../xml/fields.ts';
import { printParent, printValue, type XmlStyle } from '../../xml/style.ts';
import { xmlFormat } from '../xml-format.ts';
import { changeValue, setVary } from './edit.ts';
import { outline, ROOT, RULE, VARY } from './outline.ts';

function readRule({ element, fields }: RuleElement): Rule {
  const rule = emptyRule(element.span);
  for (const { key, element } of fields) {
    if (isListField(key)) rule[key].push(element.value);
    else rule[key] = element.value;
  }
  return rule;
}

function printRule(rule: PlainRule, style: XmlStyle, indent: string): string {
  const fields = RULE_KEYS.flatMap((key) => {
    const value = rule[key] ?? [];
    const values = typeof value === 'string' ? [value] : value;
    return values.map((text) => printValue(style.prefix + SINGULAR[key], text));
  });
  return printParent(RULE, fields, style, indent);
}

/** REST XML of S3 and of the stores that took it over: COS, OSS, OBS, Ceph, R2, MinIO. */
export const s3Xml = xmlFormat({
  id: 's3-xml',
  holdsResponseVary: true,
  outline,
  read: (_text, { root, rules, vary }) => ({
    ruleSet: { rules: rules.map(readRule), responseVary: vary[0]?.value ?? null },
    ...(isPrefixed(root, rules) && { prefixed: true })
  }),
  printRule,
  wrap: (rules, responseVary, style) => {
    const vary = responseVary === null ? [] : [printValue(VARY, responseVary)];
    return printParent(ROOT, [...rules(style.unit), ...vary], style, '');
  },
  behind: ({ vary }) => vary[0] ?? null,
  changeValue,
  setResponseVary: setVary
});
