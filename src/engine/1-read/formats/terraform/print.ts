/** Writes rules as Terraform has them, laid out as `terraform fmt` does it. */
import type { PlainRule, RuleSet } from '../../../model.ts';
import { hclString } from '../../hcl/tokens.ts';
import { ruleObject, writable } from '../../tree/print.ts';
import { plainRule } from '../../plain.ts';
import type { TerraformResource } from './resource.ts';

const UNIT = '  ';

/** The rule with the resource's names; `others` are the rules that stand there too. */
export function terraformRule(
  { names, writing = {} }: TerraformResource,
  rule: PlainRule,
  others: readonly PlainRule[]
): Record<string, unknown> {
  return ruleObject(writable(writing, rule, others), names, writing);
}

/** A value, its further lines indented from `indent` on. */
export function hclValue(value: unknown, lineEnd: string, indent: string): string {
  if (typeof value === 'string') return hclString(value);
  const inner = indent + UNIT;
  if (Array.isArray(value)) {
    const items = value.map((item) => hclValue(item, lineEnd, inner));
    if (!value.some((item) => typeof item === 'object')) return `[${items.join(', ')}]`;
    return ['[', items.map((item) => inner + item).join(`,${lineEnd}`), `${indent}]`].join(lineEnd);
  }
  if (typeof value === 'object' && value !== null) {
    return `{${lineEnd}${hclLines(value, lineEnd, inner)}${indent}}`;
  }
  return String(value);
}

/** Every member of an object on a line of its own; equals signs that follow each other stand in one column. */
function hclLines(object: object, lineEnd: string, indent: string): string {
  const members = Object.entries(object).map(([key, value]) => ({
    key,
    value: hclValue(value, lineEnd, indent)
  }));
  const long = members.map(({ value }) => value.includes(lineEnd));
  return members
    .map(({ key, value }, at) => {
      const from = long.lastIndexOf(true, at) + 1;
      const to = long.indexOf(true, at);
      const beside = members.slice(from, to === -1 ? undefined : to).map((one) => one.key.length);
      return `${indent}${key.padEnd(Math.max(0, ...beside))} = ${value}${lineEnd}`;
    })
    .join('');
}

export function hclBlock(name: string, object: object, lineEnd: string, indent: string): string {
  return `${name} ${hclValue(object, lineEnd, indent)}`;
}

/** One resource with the rules. */
export function printTerraform(
  resource: TerraformResource,
  { rules, responseVary }: RuleSet
): string {
  const { type, needs, names, vary, within, isList, writing = {}, rules: name } = resource;
  const plain = rules.map(plainRule);
  for (const [at, rule] of plain.entries()) plain[at] = writable(writing, rule, plain);
  const printed = plain.map((rule) => ruleObject(rule, names, writing));
  const flag = responseVary?.value;
  const members = {
    ...needs,
    ...(vary !== undefined && flag !== undefined && { [vary]: flag })
  };
  const inner = within === undefined ? UNIT : UNIT + UNIT;
  const blocks = isList
    ? printed.length === 0
      ? []
      : [`${UNIT}${name} = ${hclValue(printed, '\n', UNIT)}\n`]
    : printed.map((rule) => `${inner}${hclBlock(name, rule, '\n', inner)}\n`);
  const body = blocks.join('\n');
  const held = within === undefined || body === '' ? body : `${UNIT}${within} {\n${body}${UNIT}}\n`;
  const parts = [hclLines(members, '\n', UNIT), ...(held === '' ? [] : [held])];
  return `resource "${type}" "this" {\n${parts.join('\n')}}\n`;
}
