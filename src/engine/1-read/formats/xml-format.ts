import type { Change, PlainRule, Rule, RuleSet, TextEdit } from '../../model.ts';
import type { ValueChange } from '../change.ts';
import type { EditRules } from '../change-batch.ts';
import type { FormatId } from '../format.ts';
import { plainRule, ruleAt } from '../plain.ts';
import type { Problem } from '../problem.ts';
import { reportTo, type ReportProblem } from '../report.ts';
import { insertion } from '../text/layout.ts';
import { moveAmong } from '../text/take-out.ts';
import { insertRuleElement, takeOutRule } from '../xml/edit.ts';
import { parseXml, type XmlDocument } from '../xml/parse.ts';
import { inline, PRINTED, styleOf, type XmlStyle } from '../xml/style.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { Document, Format, FormatReading } from './format.ts';

/** Where things stand in a document: `root` holds the rules, and is null where they stand without one. */
export interface XmlOutline {
  root: XmlElement | null;
  rules: { element: XmlElement }[];
}

/** What sets one XML format apart from the others. */
export interface XmlShape<O extends XmlOutline> {
  id: FormatId;
  holdsResponseVary: boolean;
  /** As in {@link Format}. */
  holds?: (ruleSet: RuleSet) => boolean;
  /** Finds the rules of a document, or null where it holds none of this format's names. */
  outline(document: XmlDocument, report: ReportProblem): O | null;
  /** What the rules of an outline say. */
  read(text: string, found: O): Omit<FormatReading, 'problems'>;
  /** What a problem of the document comes to here. */
  relevel?: (problem: Problem) => Problem;
  printRule(rule: PlainRule, style: XmlStyle, indent: string): string;
  /** A document of rules, each printed from its indent on, and of what stands beside them. */
  wrap(rules: (indent: string) => string[], responseVary: string | null, style: XmlStyle): string;
  /** What stands behind the last rule, before which the first one goes. */
  behind?: (found: O) => XmlElement | null;
  /** `rule` is what was read of the element. */
  changeValue(
    text: string,
    element: O['rules'][number],
    rule: Rule,
    style: XmlStyle,
    change: ValueChange
  ): TextEdit[];
  /** Absent where it cannot be said. */
  setResponseVary?: (text: string, found: O, style: XmlStyle, value: boolean | null) => TextEdit[];
}

/** Builds a format in XML from what sets it apart. */
export function xmlFormat<O extends XmlOutline>(shape: XmlShape<O>): Format {
  return {
    id: shape.id,
    syntax: 'xml',
    holdsResponseVary: shape.holdsResponseVary,
    ...(shape.holds && { holds: shape.holds }),
    read: (document) => read(shape, document),
    print: (ruleSet) => print(shape, ruleSet),
    edit: (text, ruleSet) => edit(shape, text, ruleSet)
  };
}

function read<O extends XmlOutline>(shape: XmlShape<O>, document: Document): FormatReading | null {
  if (document.syntax !== 'xml') return null;
  const problems = [...document.problems];
  const found = shape.outline(document, reportTo(problems));
  if (!found) return null;
  const { relevel } = shape;
  return {
    ...shape.read(document.text, found),
    problems: relevel ? problems.map(relevel) : problems
  };
}

/** A whole document without an XML declaration, which no store asks for. */
function print<O extends XmlOutline>(shape: XmlShape<O>, { rules, responseVary }: RuleSet): string {
  const printed = (indent: string) =>
    rules.map((rule) => shape.printRule(plainRule(rule), PRINTED, indent));
  return `${shape.wrap(printed, responseVary?.value ?? null, PRINTED)}\n`;
}

function edit<O extends XmlOutline>(
  shape: XmlShape<O>,
  text: string,
  { rules }: RuleSet
): EditRules {
  if (text.trim() === '')
    return (change) => {
      if (change.kind !== 'insert-rule') return [];
      const inserted = [ruleAt(change.rule, 0)];
      return [insertion(text.length, print(shape, { rules: inserted, responseVary: null }))];
    };
  const found = shape.outline(parseXml(text), () => {});
  if (!found) return () => [];
  const elements = found.rules.map(({ element }) => element);
  const style = styleOf(text, found.root, elements);
  return (change) => {
    if (!('field' in change)) return editRules(shape, text, found, elements, style, change);
    const [element, rule] = [found.rules[change.rule], rules[change.rule]];
    return element && rule ? shape.changeValue(text, element, rule, style, change) : [];
  };
}

function editRules<O extends XmlOutline>(
  shape: XmlShape<O>,
  text: string,
  found: O,
  elements: readonly XmlElement[],
  style: XmlStyle,
  change: Exclude<Change, ValueChange>
): TextEdit[] {
  const { root } = found;
  switch (change.kind) {
    case 'insert-rule': {
      const first = elements.length === 0 ? (shape.behind?.(found) ?? null) : null;
      const place = { next: elements[change.at] ?? first, last: elements.at(-1), root };
      return insertRuleElement(text, place, style, (indent) =>
        shape.printRule(change.rule, style, indent)
      );
    }
    case 'remove-rule': {
      const hollow = shape.wrap(() => [], null, inline(style));
      return takeOutRule(text, elements, change.rule, root, hollow);
    }
    case 'move-rule': {
      const spans = elements.map(({ span }) => span);
      return moveAmong(text, spans, change.rule, change.to);
    }
    case 'set-response-vary':
      return shape.setResponseVary?.(text, found, style, change.value) ?? [];
  }
}
