/** Putting elements into XML so that they look like what stands around. */
import type { TextEdit } from '../../model.ts';
import { blanksBefore, hasLineEnd, indentAt, insertion } from '../text/layout.ts';
import { inOrder, removal, takeOut } from '../text/take-out.ts';
import { beforeComments, behindComments } from './comments.ts';
import type { XmlStyle } from './style.ts';
import { escapeText } from './text.ts';
import type { XmlElement } from './tree.ts';

/** Puts an element behind one that stands beside it and what is remarked on its line, else into its parent, which is empty. */
export function insertAfter(
  text: string,
  neighbour: XmlElement | undefined,
  parent: XmlElement,
  style: XmlStyle,
  printed: string
): TextEdit {
  if (!neighbour) return fill(text, parent, style, () => printed);
  const blanks = blanksBefore(text, neighbour.span.from);
  const { to } = neighbour.span;
  return insertion((hasLineEnd(blanks) && behindComments(text, to)) || to, blanks + printed);
}

/** Puts an element before one that stands beside it; a comment stays with what it stands behind or above. */
export function insertBefore(
  text: string,
  { span: { from } }: XmlElement,
  { lineEnd }: XmlStyle,
  printed: string
): TextEdit {
  const blanks = blanksBefore(text, from);
  const start = beforeComments(text, from);
  const line = start < from - blanks.length ? behindComments(text, start) : null;
  return line === null
    ? insertion(from, printed + blanks)
    : insertion(line, lineEnd + indentAt(text, from) + printed);
}

/** Puts an element before all others in its parent. */
export function insertFirst(
  text: string,
  parent: XmlElement,
  style: XmlStyle,
  printed: string
): TextEdit {
  const [first] = parent.children;
  if (!first) return fill(text, parent, style, () => printed);
  return insertion(first.span.from, printed + blanksBefore(text, first.span.from));
}

/** Takes elements out; others that stand in them, since they were closed too late or never, stay. */
export function takeOutElements(text: string, elements: readonly XmlElement[]): TextEdit[] {
  return inOrder(
    elements.flatMap(({ span, content, children: [first], end }) => {
      if (!first) return [takeOut(text, span)];
      const opening = removal(span.from, first.span.from);
      return end === 'tag' ? [opening, removal(content.to, span.to)] : [opening];
    })
  );
}

/** Takes a rule out; the last of those without a root leaves an empty one, `hollow`, so that the text stays of its format. */
export function takeOutRule(
  text: string,
  rules: readonly XmlElement[],
  index: number,
  root: XmlElement | null,
  hollow: string
): TextEdit[] {
  const rule = rules[index];
  if (!rule) return [];
  if (root || rules.length > 1) return [takeOut(text, rule.span)];
  return [{ span: rule.span, insert: hollow }];
}

/** Puts a rule before `next`, else behind `last`, else into `root`, which is empty. */
export function insertRuleElement(
  text: string,
  {
    next,
    last,
    root
  }: { next: XmlElement | null; last: XmlElement | undefined; root: XmlElement | null },
  style: XmlStyle,
  print: (indent: string) => string
): TextEdit[] {
  if (next) {
    const from = next.span.from;
    return [insertion(from, print(indentAt(text, from)) + blanksBetween(text, from, style))];
  }
  if (last) {
    const { from, to } = last.span;
    return [insertion(to, blanksBetween(text, from, style) + print(indentAt(text, from)))];
  }
  return root ? [fill(text, root, style, print)] : [];
}

/** What parts one rule from the next: the blanks before the one at `from`, unless it begins the text. */
function blanksBetween(text: string, from: number, style: XmlStyle): string {
  const blanks = blanksBefore(text, from);
  return blanks.length < from || !style.block ? blanks : style.lineEnd + indentAt(text, from);
}

/** Puts the first child into an element that has none. */
function fill(
  text: string,
  element: XmlElement,
  style: XmlStyle,
  print: (indent: string) => string
): TextEdit {
  const outer = indentAt(text, element.span.from);
  const inner = outer + style.unit;
  const closed = hasLineEnd(text.slice(element.content.from, element.content.to));
  const insert = style.block
    ? style.lineEnd + inner + print(inner) + (closed ? '' : style.lineEnd + outer)
    : print('');
  return element.end === 'self' ? unfold(element, insert) : insertion(element.content.from, insert);
}

/** The edit that makes `value` the text of an element, whether it closes itself or not. */
export function setValue(element: XmlElement, value: string): TextEdit {
  const insert = escapeText(value);
  return element.end === 'self' ? unfold(element, insert) : { span: element.value.span, insert };
}

/** Gives an element that closes itself a content and a close tag. */
function unfold(element: XmlElement, content: string): TextEdit {
  const span = { from: element.content.from, to: element.span.to };
  return { span, insert: `>${content}</${element.tagName}>` };
}
