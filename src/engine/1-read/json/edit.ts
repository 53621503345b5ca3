import type { Change, ChangeOf, RuleSet, TextEdit } from '../../model.ts';
import type { EditRules } from '../change-batch.ts';
import { addValue, removeValue, replaceValue, setValue, type JsonSite } from './edit-value.ts';
import { spellingNear, type TreeEditing } from '../tree/member.ts';
import { placeOfRules, VARY, type TreePlace } from '../tree/place.ts';
import { ruleObject, writable } from '../tree/print.ts';
import { insertInside } from '../tree/insert.ts';
import { render, renderMember, styleOf } from '../tree/style.ts';
import { indentAt, insertion } from '../text/layout.ts';
import { parseJson } from './parse.ts';
import { type TreeNode } from '../tree/node.ts';
import { plainRule, ruleAt } from '../plain.ts';
import { moveAmong } from '../text/take-out.ts';
import { takeOutItems } from '../tree/take-out-items.ts';

/** The `edit` of a JSON format; `print` makes the text of a whole document. */
export function jsonEditor(format: TreeEditing, print: (ruleSet: RuleSet) => string) {
  return (text: string, ruleSet: RuleSet): EditRules => {
    if (text.trim() === '')
      return (change) => {
        if (change.kind !== 'insert-rule') return [];
        const rules = [ruleAt(change.rule, 0)];
        return [insertion(text.length, print({ rules, responseVary: null }))];
      };
    const place = (format.place ?? placeOfRules)(parseJson(text));
    if (!place) return () => [];
    const site = { text, place, format, style: styleOf(text, place) };
    return (change) => editJson(site, ruleSet, change);
  };
}

function editJson(site: JsonSite, ruleSet: RuleSet, change: Change): TextEdit[] {
  const { text, place } = site;
  switch (change.kind) {
    case 'add-value':
      return addValue(site, change);
    case 'replace-value':
      return replaceValue(site, change);
    case 'remove-value':
      return removeValue(site, change);
    case 'set-value':
      return setValue(site, change);
    case 'insert-rule':
      return insertRule(site, ruleSet, change);
    case 'remove-rule':
      return removeRule(text, place, change.rule);
    case 'move-rule': {
      const spans = place.rules.map(({ span }) => span);
      return moveAmong(text, spans, change.rule, change.to);
    }
    case 'set-response-vary':
      return setVary(site, change.value);
  }
}

function insertRule(
  { text, place: { node, rules }, format, style }: JsonSite,
  ruleSet: RuleSet,
  { at, rule }: ChangeOf<'insert-rule'>
): TextEdit[] {
  const names = spellingNear(null, rules, format.names);
  const value = ruleObject(writable(format, rule, ruleSet.rules.map(plainRule)), names, format);
  if (node?.type === 'array') {
    const next = rules[at];
    const index = next ? node.items.indexOf(next) : node.items.length;
    const block = style.blockObjects;
    return insertInside(text, node, index, block, style, (indent) => render(value, style, indent));
  }
  if (node?.type !== 'object') return [];
  const { from, to } = node.span;
  const printed = render(value, style, indentAt(text, from));
  return at > 0
    ? [insertion(from, '['), insertion(to, `${style.comma}${printed}]`)]
    : [insertion(from, `[${printed}${style.comma}`), insertion(to, ']')];
}

/** A rule that stands in no list gives way to an empty one. */
function removeRule(text: string, { node, rules }: TreePlace, index: number): TextEdit[] {
  const rule = rules[index];
  if (!rule || !node) return [];
  if (node.type !== 'array') return [{ span: rule.span, insert: '[]' }];
  const spans = node.items.map(({ span }) => span);
  return takeOutItems(text, node.span, spans, [node.items.indexOf(rule)]);
}

/**
 * `ResponseVary` stands beside the key of the rules. Text without it may be AWS's as well as COS's: what is added makes it
 * COS's. It is written as a text, as the printers write it, unless it is a boolean already.
 */
function setVary({ text, place, style }: JsonSite, value: boolean | null): TextEdit[] {
  const { kind, key, around, vary } = place;
  const holder = around.at(-1);
  if (!key || !holder || kind === 'other') return [];
  if (value === null) {
    const said = holder.members.flatMap((one, at) => (one.key === VARY ? [at] : []));
    const spans = holder.members.map(({ span }) => span);
    return takeOutItems(text, holder.span, spans, said);
  }
  if (vary?.value) return [{ span: vary.value.span, insert: varyText(vary.value, value) }];
  if (vary) return [];
  const index = holder.members.indexOf(key) + 1;
  return insertInside(text, holder, index, style.blockObjects, style, (indent) =>
    renderMember(VARY, String(value), style, indent)
  );
}

const varyText = ({ type }: TreeNode, value: boolean): string =>
  type === 'boolean' ? String(value) : JSON.stringify(String(value));
