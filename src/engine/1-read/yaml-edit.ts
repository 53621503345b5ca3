import type { BasicChange as Change, ChangeOf, PlainRule, RuleSet, TextEdit } from '../model.ts';
import { indexAfter, memberOf } from './json-member.ts';
import type { JsonPlace } from './json-place.ts';
import { jsonRule } from './json-print.ts';
import type { RuleReading } from './json-rule.ts';
import { insertInside, render, renderMember } from './json-style.ts';
import { isReadable, type JsonNode, type JsonObject } from './json.ts';
import { blanksBefore, insertion } from './layout.ts';
import { unwrittenRule } from './plain.ts';
import { printYaml, printYamlItem, quotedYaml, type YamlLayout } from './yaml-print.ts';
import { columnAt, flowStyle, isFlow, lineEndAfter, requoted, yamlLayoutOf } from './yaml-style.ts';
import { parseYaml } from './yaml.ts';

/** What an edit is made in. */
interface Site {
  text: string;
  place: JsonPlace;
  layout: YamlLayout;
  shape: RuleReading;
}

/** The `edit` of a YAML format; `print` makes the text of a whole document. */
export function yamlEditor(
  shape: RuleReading,
  placeOf: (root: JsonNode | null) => JsonPlace | null,
  print: (ruleSet: RuleSet) => string
) {
  return (text: string, _: RuleSet, change: Change): TextEdit[] => {
    if (text.trim() === '' && change.kind === 'insert-rule') {
      const rules = [unwrittenRule(change.rule, 0)];
      return [insertion(text.length, print({ rules, responseVary: null }))];
    }
    const place = placeOf(parseYaml(text).root);
    if (!place) return [];
    const site = { text, place, layout: yamlLayoutOf(text, place), shape };
    switch (change.kind) {
      case 'add-value':
        return addValue(site, change);
      case 'replace-value':
        return replaceValue(site, change);
      case 'insert-rule':
        return insertRule(site, change.at, change.rule);
    }
  };
}

function addValue(site: Site, { rule: index, field, value }: ChangeOf<'add-value'>): TextEdit[] {
  const { text, place, layout, shape } = site;
  const rule = place.rules[index];
  const name = shape.names[0][field];
  if (!rule || name === undefined) return [];
  const { fields, member } = memberOf(rule, shape, field);
  if (!member) return addMember(site, rule, indexAfter(rule, fields, field), name, [value]);
  const list = member.value;
  if (list?.type === 'array') {
    const print = () => layout.text(value);
    if (isFlow(text, list)) {
      return [insertInside(text, list, list.items.length, false, flowStyle(text), print)];
    }
    const at = lineEndAfter(text, list.span.to);
    return [insertion(at, `${layout.lineEnd}${columnAt(text, list.span.from)}- ${print()}`)];
  }
  if (list?.type === 'null' && list.written.value === '') {
    const written = isFlow(text, rule)
      ? ` [${layout.text(value)}]`
      : printYaml([value], layout, columnAt(text, member.span.from));
    return [insertion(member.span.to, written)];
  }
  if (list?.type === 'null') return [{ span: list.span, insert: `[${layout.text(value)}]` }];
  if (!list || !isReadable(list)) return [];
  const both = [list.written.value, value].map(quotedYaml).join(', ');
  return [{ span: list.span, insert: `[${both}]` }];
}

function addMember(
  { text, layout }: Site,
  rule: JsonObject,
  at: number,
  name: string,
  value: string[]
): TextEdit[] {
  if (isFlow(text, rule)) {
    const style = flowStyle(text);
    return [
      insertInside(text, rule, at, false, style, (indent) =>
        renderMember(name, value, style, indent)
      )
    ];
  }
  const [before, first] = [rule.members[at - 1], rule.members[0]];
  if (!first) return [];
  const indent = columnAt(text, first.span.from);
  const written = `${name}:${printYaml(value, layout, indent)}`;
  return before
    ? [insertion(lineEndAfter(text, before.span.to), layout.lineEnd + indent + written)]
    : [insertion(first.span.from, written + layout.lineEnd + indent)];
}

function replaceValue(
  { text, place, shape }: Site,
  { rule, field, index, value }: ChangeOf<'replace-value'>
): TextEdit[] {
  const object = place.rules[rule];
  const list = object && memberOf(object, shape, field).member?.value;
  const items = list?.type === 'array' ? list.items : list ? [list] : [];
  const item = items.filter(isReadable)[index];
  return item ? [{ span: item.span, insert: requoted(text, item, value) }] : [];
}

function insertRule({ text, place, layout, shape }: Site, at: number, rule: PlainRule): TextEdit[] {
  const { key, node, rules, around } = place;
  const value = jsonRule(rule, shape.names[0], shape);
  const whole = () => printYaml([value], layout, columnAt(text, key?.span.from ?? 0));
  if (key && node?.type === 'null' && node.written.value === '') {
    return [insertion(key.span.to, whole())];
  }
  if (node?.type !== 'array') return [];
  if (node.items.length === 0 && around.some((object) => !isFlow(text, object))) {
    const { from, to } = node.span;
    return [{ span: { from: from - blanksBefore(text, from).length, to }, insert: whole() }];
  }
  const next = rules[at];
  const index = next ? node.items.indexOf(next) : node.items.length;
  if (isFlow(text, node)) {
    const style = flowStyle(text);
    return [
      insertInside(text, node, index, false, style, (indent) => render(value, style, indent))
    ];
  }
  const before = node.items[index - 1];
  const indent = columnAt(text, node.span.from);
  const written = printYamlItem(value, layout, indent);
  return before
    ? [insertion(lineEndAfter(text, before.span.to), layout.lineEnd + indent + written)]
    : [insertion(node.span.from, written + layout.lineEnd + indent)];
}
