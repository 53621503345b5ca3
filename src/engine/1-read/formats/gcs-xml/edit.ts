import type { Change, ChangeOf, RuleSet, TextEdit } from '../../../model.ts';
import { AGE, GROUPS, outline, ROOT, type Group, type GcsRuleElement } from './outline.ts';
import { printGcsXml, printGroup, printRule } from './print.ts';
import { indentAt, insertion } from '../../text/layout.ts';
import { unwrittenRule } from '../../plain.ts';
import { moveAmong } from '../../text/take-out.ts';
import {
  inline,
  insertAfter,
  insertBefore,
  insertRuleElement,
  prefixOf,
  printParent,
  printValue,
  setValue,
  styleOf,
  takeOutElements,
  takeOutRule,
  type XmlStyle
} from '../../xml/layout.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { parseXml } from '../../xml/parse.ts';

/** The `edit` of the format; see `Format` for what it promises. */
export function editGcsXml(text: string, _ruleSet: RuleSet, change: Change): TextEdit[] {
  if (text.trim() === '' && change.kind === 'insert-rule') {
    const rules = [unwrittenRule(change.rule, 0)];
    return [insertion(text.length, printGcsXml({ rules, responseVary: null }))];
  }
  const found = outline(parseXml(text), () => {});
  if (!found) return [];
  const { root } = found;
  const elements = found.rules.map(({ element }) => element);
  const style = styleOf(text, root, elements);
  switch (change.kind) {
    case 'insert-rule': {
      const place = { next: elements[change.at] ?? null, last: elements.at(-1), root };
      const print = (indent: string) => printRule(change.rule, style, indent);
      return insertRuleElement(text, place, style, print);
    }
    case 'remove-rule':
      return takeOutRule(
        text,
        elements,
        change.rule,
        root,
        printParent(ROOT, [], inline(style), '')
      );
    case 'move-rule': {
      const spans = elements.map(({ span }) => span);
      return moveAmong(text, spans, change.rule, change.to);
    }
    case 'set-response-vary':
      return [];
    case 'set-value': {
      const rule = found.rules[change.rule];
      return rule ? setAge(text, rule, style, change) : [];
    }
    default: {
      const rule = found.rules[change.rule];
      return rule ? changeValue(text, rule, style, change) : [];
    }
  }
}

/** Exposed headers are the allowed ones, so that a change of either is one of both. */
function changeValue(
  text: string,
  rule: GcsRuleElement,
  style: XmlStyle,
  change: ChangeOf<'add-value' | 'replace-value' | 'remove-value'>
): TextEdit[] {
  const key = change.field === 'exposeHeaders' ? 'allowedHeaders' : change.field;
  const same = rule.groups.filter(({ group }) => group.key === key);
  const values = same.flatMap((entry) => entry.values);
  if (change.kind === 'add-value') {
    const group = GROUPS.find((one) => one.key === key);
    const shared =
      key === 'allowedHeaders' && values.some(({ value }) => value.value === change.value);
    if (!group || shared) return [];
    const next = values[change.at ?? values.length];
    const printed = printValue(prefixOf(rule.element) + group.item, change.value);
    return next
      ? [insertBefore(text, next, style, printed)]
      : [addValue(text, rule, group, style, change.value)];
  }
  const element = values[change.index];
  if (!element) return [];
  if (change.kind === 'replace-value') return [setValue(element, change.value)];
  const holder = same.find((entry) => entry.values.includes(element))?.element;
  const whole = holder && holdsOnly(text, holder, element);
  return takeOutElements(text, [whole ? { ...holder, children: [] } : element]);
}

/** True where an element has another and blanks in it, and nothing else. */
const holdsOnly = (text: string, { content, end }: XmlElement, { span, children }: XmlElement) =>
  end === 'tag' &&
  children.length === 0 &&
  text.slice(content.from, span.from).trim() === '' &&
  text.slice(span.to, content.to).trim() === '';

/** Behind the last value of the field, else in an element of its own behind the field that is named before it. */
function addValue(
  text: string,
  { element: rule, groups, ages }: GcsRuleElement,
  group: Group,
  style: XmlStyle,
  value: string
): TextEdit {
  const prefix = prefixOf(rule);
  const same = groups.filter((entry) => entry.group === group);
  const held = same.at(-1);
  if (held) {
    const last = same.flatMap(({ values }) => values).at(-1);
    return insertAfter(text, last, held.element, style, printValue(prefix + group.item, value));
  }
  const earlier = GROUPS.slice(0, GROUPS.indexOf(group)).map(({ key }) => key as string);
  const before = groups.findLast((entry) => earlier.includes(entry.group.key))?.element;
  const neighbour = before ?? groups[0]?.element ?? ages[0];
  const indent = neighbour
    ? indentAt(text, neighbour.span.from)
    : indentAt(text, rule.span.from) + style.unit;
  const whole = printGroup(group.name, group.item, [value], { ...style, prefix }, indent);
  return insertAfter(text, neighbour ?? rule.children.at(-1), rule, style, whole);
}

function setAge(
  text: string,
  { element, groups, ages }: GcsRuleElement,
  style: XmlStyle,
  { field, value }: ChangeOf<'set-value'>
): TextEdit[] {
  if (field === 'id') return [];
  if (value === null) return takeOutElements(text, ages);
  const [age] = ages;
  if (age) return [setValue(age, value)];
  const neighbour = groups.at(-1)?.element ?? element.children.at(-1);
  const printed = printValue(prefixOf(element) + AGE, value);
  return [insertAfter(text, neighbour, element, style, printed)];
}
