import type { Change, PlainRule, RuleSet, TextEdit } from '../../../model.ts';
import type { EditRules } from '../../change-batch.ts';
import { insertIntoBody, insertMember } from '../../hcl/edit.ts';
import { parseHcl, type HclBlock } from '../../hcl/parse.ts';
import { insertInside } from '../../tree/insert.ts';
import type { TreeStyle } from '../../tree/style.ts';
import type { TreeNode, TreeObject } from '../../tree/node.ts';
import { blanksBefore, indentAt, insertion, lineEndOf } from '../../text/layout.ts';
import { plainRule, ruleAt } from '../../plain.ts';
import { inOrder, moveAmong, takeOut } from '../../text/take-out.ts';
import { takeOutItems } from '../../tree/take-out-items.ts';
import { changeTerraformValue, type TerraformSite } from './edit-value.ts';
import { terraformPlace, type TerraformPlace } from './place.ts';
import { hclBlock, hclValue, printTerraform, terraformRule } from './print.ts';
import type { TerraformResource } from './resource.ts';

/** The `edit` of a provider's resources; `first` is the one that is printed into an empty text. */
export function terraformEditor(first: TerraformResource) {
  return (text: string, ruleSet: RuleSet): EditRules => {
    if (text.trim() === '')
      return (change) => {
        if (change.kind !== 'insert-rule') return [];
        const rules = [ruleAt(change.rule, 0)];
        return [insertion(text.length, printTerraform(first, { rules, responseVary: null }))];
      };
    const place = terraformPlace(parseHcl(text))?.place;
    if (!place) return () => [];
    const { names, writing } = place.resource;
    const site = {
      text,
      place,
      editing: { ...writing, names: [names] } as const,
      style: styleOf(text)
    };
    return (change) => editTerraform(site, ruleSet, change);
  };
}

function editTerraform(site: TerraformSite, ruleSet: RuleSet, change: Change): TextEdit[] {
  const { text, place } = site;
  switch (change.kind) {
    case 'insert-rule':
      return insertRule(site, change.at, change.rule, ruleSet.rules.map(plainRule));
    case 'remove-rule':
      return removeRule(text, place, change.rule);
    case 'move-rule':
      return moveRule(text, place, change.rule, change.to);
    case 'set-response-vary':
      return setVary(text, place, change.value);
    default:
      return changeTerraformValue(site, change);
  }
}

const styleOf = (text: string): TreeStyle => ({
  lineEnd: lineEndOf(text),
  unit: '  ',
  colon: ' = ',
  comma: ', ',
  pad: '',
  blockObjects: true,
  blockLists: false
});

function insertRule(
  { text, place, style }: TerraformSite,
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
  node: TreeNode | null,
  next: TreeObject | null,
  rule: object,
  style: TreeStyle
): TextEdit[] {
  if (node?.type !== 'array') return [];
  const index = next ? node.items.indexOf(next) : node.items.length;
  const print = (indent: string) => hclValue(rule, style.lineEnd, indent);
  return insertInside(text, node, index, true, style, print);
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

function removeRule(text: string, { list, rules }: TerraformPlace, index: number): TextEdit[] {
  const rule = rules[index];
  if (!rule) return [];
  const node = list?.value;
  if (node === rule) return [{ span: rule.span, insert: '[]' }];
  const at = node?.type === 'array' ? node.items.indexOf(rule) : -1;
  if (node?.type !== 'array' || at === -1) return [takeOut(text, rule.span)];
  const spans = node.items.map(({ span }) => span);
  return takeOutItems(text, node.span, spans, [at]);
}

/** Blocks move among blocks, and objects in a list among those; where there are both, neither becomes the other. */
function moveRule(
  text: string,
  { blocks, list, rules }: TerraformPlace,
  index: number,
  to: number
): TextEdit[] {
  if (list && blocks.length > 0) return [];
  const spans = rules.map(({ span }) => span);
  return moveAmong(text, spans, index, to);
}

/** The argument stands in the resource, beside the rules. */
function setVary(
  text: string,
  { resource: { vary: name }, outer, vary }: TerraformPlace,
  value: boolean | null
): TextEdit[] {
  if (name === undefined || vary?.value?.type === 'expression') return [];
  if (value === null) {
    const said = outer.members.filter(({ key }) => key === name);
    return inOrder(said.map(({ span }) => takeOut(text, span)));
  }
  if (vary) {
    const node = vary.value;
    const written = node?.type === 'string' ? JSON.stringify(String(value)) : String(value);
    return node ? [{ span: node.span, insert: written }] : [];
  }
  const { span, members } = outer;
  if (text.charAt(span.from) !== '{')
    return insertIntoBody(text, outer, () => `${name} = ${String(value)}`);
  const object: TreeObject = { type: 'object', span, members };
  return insertMember(text, object, members.length, name, () => String(value));
}
