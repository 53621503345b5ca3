import type { Change, PlainRule, RuleSet, TextEdit } from '../../model.ts';
import type { EditRules } from '../change-batch.ts';
import type { TreePlace } from '../tree/place.ts';
import { ruleObject } from '../tree/print.ts';
import type { RuleReading } from '../tree/rule.ts';
import { insertInside } from '../tree/insert.ts';
import { render } from '../tree/style.ts';
import type { TreeNode } from '../tree/node.ts';
import { blanksBefore, insertion } from '../text/layout.ts';
import { ruleAt } from '../plain.ts';
import { moveAmong } from '../text/take-out.ts';
import { changeYamlValue, type YamlSite } from './edit-value.ts';
import { printYaml, printYamlItem } from './print.ts';
import { columnAt, flowStyle, isFlow, lineEndAfter, yamlLayoutOf } from './style.ts';
import { itemSpans, takeOutYamlItem } from './take-out.ts';
import { parseYaml } from './parse.ts';

/** The `edit` of a YAML format; `print` makes the text of a whole document. */
export function yamlEditor(
  shape: RuleReading,
  placeOf: (root: TreeNode | null) => TreePlace | null,
  print: (ruleSet: RuleSet) => string
) {
  return (text: string): EditRules => {
    if (text.trim() === '')
      return (change) => {
        if (change.kind !== 'insert-rule') return [];
        const rules = [ruleAt(change.rule, 0)];
        return [insertion(text.length, print({ rules, responseVary: null }))];
      };
    const place = placeOf(parseYaml(text).root);
    if (!place) return () => [];
    const site = { text, place, layout: yamlLayoutOf(text, place), shape };
    return (change) => editYaml(site, change);
  };
}

function editYaml(site: YamlSite, change: Change): TextEdit[] {
  switch (change.kind) {
    case 'insert-rule':
      return insertRule(site, change.at, change.rule);
    case 'remove-rule':
      return removeRule(site, change.rule);
    case 'move-rule':
      return moveRule(site, change.rule, change.to);
    case 'set-response-vary':
      return [];
    default:
      return changeYamlValue(site, change);
  }
}

function insertRule(
  { text, place, layout, shape }: YamlSite,
  at: number,
  rule: PlainRule
): TextEdit[] {
  const { key, node, rules, around } = place;
  const value = ruleObject(rule, shape.names[0], shape);
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
    return insertInside(text, node, index, false, style, (indent) => render(value, style, indent));
  }
  const before = node.items[index - 1];
  const indent = columnAt(text, node.span.from);
  const written = printYamlItem(value, layout, indent);
  return before
    ? [insertion(lineEndAfter(text, before.span.to), layout.lineEnd + indent + written)]
    : [insertion(node.span.from, written + layout.lineEnd + indent)];
}

/** A rule that stands in no list gives way to an empty one. */
function removeRule({ text, place }: YamlSite, index: number): TextEdit[] {
  const { key, node, rules } = place;
  const rule = rules[index];
  if (!rule || !key || !node) return [];
  if (node.type === 'array')
    return takeOutYamlItem(text, key, node, node.items.indexOf(rule), true);
  const from = node.span.from - blanksBefore(text, node.span.from).length;
  return [{ span: { from, to: node.span.to }, insert: ' []' }];
}

function moveRule({ text, place }: YamlSite, index: number, to: number): TextEdit[] {
  const { node, rules } = place;
  const spans = node?.type === 'array' ? itemSpans(text, node, true) : null;
  if (node?.type !== 'array' || !spans) return [];
  const places = rules.flatMap((rule) => spans[node.items.indexOf(rule)] ?? []);
  return moveAmong(text, places, index, to);
}
