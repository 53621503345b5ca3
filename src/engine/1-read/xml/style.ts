/** How elements are laid out, as their writer does it and as a printer does. */
import { blanksBefore, hasLineEnd, indentAt, indentUnit, lineEndOf } from '../text/layout.ts';
import { escapeText } from './text.ts';
import type { XmlElement } from './tree.ts';

/** How elements are laid out. */
export interface XmlStyle {
  lineEnd: string;
  unit: string;
  /** True where each element of a rule stands on a line of its own. */
  block: boolean;
  /** The namespace prefix with its colon, or nothing. */
  prefix: string;
}

export const PRINTED: XmlStyle = { lineEnd: '\n', unit: '  ', block: true, prefix: '' };

/** The style without line ends. */
export const inline = (style: XmlStyle): XmlStyle => ({ ...style, block: false });

export function printValue(tagName: string, value: string): string {
  return `<${tagName}>${escapeText(value)}</${tagName}>`;
}

/** An element with others in it; its further lines are indented from `indent` on. */
export function printParent(
  name: string,
  children: string[],
  style: XmlStyle,
  indent: string
): string {
  const tagName = style.prefix + name;
  const line = style.block ? style.lineEnd + indent : '';
  const inner = style.block ? line + style.unit : '';
  return `<${tagName}>${children.map((child) => inner + child).join('')}${line}</${tagName}>`;
}

/** Taken from the first rule that has something in it, else from what stands around. */
export function styleOf(
  text: string,
  root: XmlElement | null,
  rules: readonly XmlElement[]
): XmlStyle {
  const parent = rules.find(({ children }) => children.length > 0) ?? rules[0] ?? root;
  const child = parent?.children[0];
  const outer = parent ? indentAt(text, parent.span.from) : '';
  return {
    lineEnd: lineEndOf(text),
    unit: indentUnit(outer, child ? indentAt(text, child.span.from) : ''),
    block: hasLineEnd(child ? blanksBefore(text, child.span.from) : text.trim()),
    prefix: parent ? prefixOf(parent) : ''
  };
}

export function prefixOf({ tagName, name }: XmlElement): string {
  return tagName.slice(0, tagName.length - name.length);
}
