import type { PlainRule, Rule } from '../../../model.ts';
import { emptyRule } from '../../plain.ts';
import { printParent, printValue, type XmlStyle } from '../../xml/style.ts';
import { holdsForGcs } from '../gcs-json.ts';
import { xmlFormat } from '../xml-format.ts';
import { changeValue, printGroup } from './edit.ts';
import { AGE, GROUPS, outline, ROOT, RULE, type GcsRuleElement } from './outline.ts';

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

function printRule(rule: PlainRule, style: XmlStyle, indent: string): string {
  const { allowedHeaders, exposeHeaders, maxAgeSeconds } = rule;
  const headers = [
    ...allowedHeaders,
    ...exposeHeaders.filter((header) => !allowedHeaders.includes(header))
  ];
  const lists = { ...rule, allowedHeaders: headers };
  const groups = GROUPS.flatMap((group) =>
    lists[group.key].length === 0
      ? []
      : [printGroup(group, lists[group.key], style, indent + style.unit)]
  );
  const age = maxAgeSeconds === null ? [] : [printValue(style.prefix + AGE, maxAgeSeconds)];
  return printParent(RULE, [...groups, ...age], style, indent);
}

/** The body of `PUT /?cors` of Google's XML API. https://cloud.google.com/storage/docs/xml-api/put-bucket-cors */
export const gcsXml = xmlFormat({
  id: 'gcs-xml',
  holdsResponseVary: false,
  holds: holdsForGcs,
  outline,
  read: (_text, { rules }) => ({ ruleSet: { rules: rules.map(readRule), responseVary: null } }),
  printRule,
  wrap: (rules, _responseVary, style) => printParent(ROOT, rules(style.unit), style, ''),
  changeValue
});
