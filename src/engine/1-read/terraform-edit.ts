import type { BasicChange as Change, ChangeOf, PlainRule, RuleSet, TextEdit } from '../model.ts';
import { insertIntoBody, insertMember } from './hcl-style.ts';
import { hclString } from './hcl-text.ts';
import { parseHcl, type HclBlock } from './hcl-tree.ts';
import { holdsText, indexAfter, isShared, memberOf, newMember, worded } from './json-member.ts';
import type { JsonEditing } from './json-member.ts';
import { insertInside, type JsonStyle } from './json-style.ts';
import { isReadable, type JsonNode, type JsonObject } from './json.ts';
import { blanksBefore, indentAt, insertion, lineEndOf } from './layout.ts';
import { plainRule, unwrittenRule } from './plain.ts';
import { terraformPlace, type TerraformPlace } from './terraform-place.ts';
import { hclBlock, hclValue, printTerraform, terraformRule } from './terraform-print.ts';
import type { TerraformResource } from './terraform-resource.ts';

/** What an edit is made in. */
interface Site {
  text: string;
  place: TerraformPlace;
  editing: JsonEditing;
  style: JsonStyle;
}

/** The `edit` of a provider's resources; `first` is the one that is printed into an empty text. */
export function terraformEditor(first: TerraformResource) {
  return (text: string, ruleSet: RuleSet, change: Change): TextEdit[] => {
    if (text.trim() === '' && change.kind === 'insert-rule') {
      const rules = [unwrittenRule(change.rule, 0)];
      return [insertion(text.length, printTerraform(first, { rules, responseVary: null }))];
    }
    const place = terraformPlace(parseHcl(text))?.place;
    if (!place) return [];
    const { names, writing } = place.resource;
    const site = {
      text,
      place,
      editing: { ...writing, names: [names] } as const,
      style: styleOf(text)
    };
    switch (change.kind) {
      case 'add-value':
        return addValue(site, change);
      case 'replace-value':
        return replaceValue(site, change);
      case 'insert-rule':
        return insertRule(site, change.at, change.rule, ruleSet.rules.map(plainRule));
    }
  };
}

const styleOf = (text: string): JsonStyle => ({
  lineEnd: lineEndOf(text),
  unit: '  ',
  colon: ' = ',
  comma: ', ',
  pad: '',
  blockObjects: true,
  blockLists: false
});

function addValue(
  { text, place, editing, style }: Site,
  { rule: index, field, value: given }: ChangeOf<'add-value'>
): TextEdit[] {
  const rule = place.rules[index];
  const name = place.resource.names[field];
  if (!rule || name === undefined) return [];
  const { fields, member } = memberOf(rule, editing, field);
  const value = worded(editing, field, given);
  if (!member) {
    const { object, key, item } = newMember(rule, name, [value]);
    return insertMember(text, object, indexAfter(object, fields, field), key, (indent) =>
      hclValue(item, style.lineEnd, indent)
    );
  }
  const list = member.value;
  if (list?.type === 'array') {
    if (isShared(editing, field) && holdsText(list, value)) return [];
    return [insertInside(text, list, list.items.length, false, style, () => hclString(value))];
  }
  if (list?.type === 'object' || list?.type === 'null') {
    return [{ span: list.span, insert: `[${hclString(value)}]` }];
  }
  if (!list || !isReadable(list)) return [];
  const more = `${style.comma}${hclString(value)}]`;
  return [insertion(list.span.from, '['), insertion(list.span.to, more)];
}

function replaceValue(
  { text, place, editing }: Site,
  { rule, field, index, value }: ChangeOf<'replace-value'>
): TextEdit[] {
  const object = place.rules[rule];
  const list = object && memberOf(object, editing, field).member?.value;
  const items = list?.type === 'array' ? list.items : list ? [list] : [];
  const item = items.filter(isReadable)[index];
  if (!item) return [];
  const quoted = hclString(worded(editing, field, value));
  const closed = item.type === 'string' && text.charAt(item.written.span.to) === '"';
  return closed
    ? [{ span: item.written.span, insert: quoted.slice(1, -1) }]
    : [{ span: item.span, insert: quoted }];
}

function insertRule(
  { text, place, style }: Site,
  at: number,
  given: PlainRule,
  others: readonly PlainRule[]
): TextEdit[] {
  const { resource, outer, holder, blocks, dynamic, list, rules } = place;
  const { lineEnd } = style;
  const rule = terraformRule(resource, given, others);
  if (list) return insertIntoList(text, list.value, rules[at] ?? null, rule, style);
  if (resource.isList && blocks.length === 0) {
    const whole = (indent: string) => `${resource.rules} = ${hclValue([rule], lineEnd, indent)}`;
    return insertIntoBody(text, outer, whole);
  }
  const print = (indent: string) =>
    hclBlock(blocks[0]?.name ?? resource.rules, rule, lineEnd, indent);
  const next = blocks[at];
  if (next) return insertBeside(text, next, print, lineEnd, 'before');
  const last = blocks.at(-1) ?? dynamic.at(-1);
  if (last) return insertBeside(text, last, print, lineEnd, 'behind');
  if (holder) return insertIntoBody(text, holder, print);
  return insertIntoBody(text, outer, (indent) => {
    const inner = indent + style.unit;
    return [`${resource.within ?? ''} {`, inner + print(inner), `${indent}}`].join(lineEnd);
  });
}

function insertIntoList(
  text: string,
  node: JsonNode | null,
  next: JsonObject | null,
  rule: object,
  style: JsonStyle
): TextEdit[] {
  if (node?.type !== 'array') return [];
  const index = next ? node.items.indexOf(next) : node.items.length;
  const print = (indent: string) => hclValue(rule, style.lineEnd, indent);
  return [insertInside(text, node, index, true, style, print)];
}

/** Blocks are parted as those that are there: by an empty line, or by none. */
function insertBeside(
  text: string,
  { span }: HclBlock,
  print: (indent: string) => string,
  lineEnd: string,
  side: 'before' | 'behind'
): TextEdit[] {
  const lines = blanksBefore(text, span.from).split('\n').length - 1;
  const indent = indentAt(text, span.from);
  const separator = (lines === 1 ? lineEnd : lineEnd + lineEnd) + indent;
  return side === 'before'
    ? [insertion(span.from, print(indent) + separator)]
    : [insertion(span.to, separator + print(indent))];
}
