import type { Span, WrittenValue } from '../../model.ts';
import { closestName } from '../closest-name.ts';
import { excerpt, type ReportProblem } from '../report.ts';
import type { Tag } from './markup.ts';
import { normaliseLines } from './text.ts';

export interface XmlElement {
  /** Without its namespace prefix. */
  name: string;
  /** As written, prefix included. */
  tagName: string;
  nameSpan: Span;
  span: Span;
  /** What stands between the tags; empty, before the `/`, where the element closes itself. */
  content: Span;
  /** The text up to the first child, decoded; trimmed at its end only where that end is a guess. */
  value: WrittenValue;
  children: XmlElement[];
  /** The runs of text that are not blank, trimmed. */
  texts: Span[];
  /** `guess`: the close tag is missing. */
  end: 'tag' | 'self' | 'guess';
  /** True where the open tag has no `>`, so that its text may have become part of it. */
  cut: boolean;
}

/** Grows a tree from tags and text in the order of the text, and closes what its writer left open. */
export interface TreeBuilder {
  roots: XmlElement[];
  depth(): number;
  /** `end` is where the section that holds the text ends. */
  addText(span: Span, end: number, decode: (span: Span) => string): void;
  openElement(tag: Tag): void;
  closeElement(tag: Tag): void;
  /** Closes what is still open; `silent` where the text was not read to its end. */
  finish(silent: boolean): void;
}

/** Reports `xml-unclosed`, `xml-text-outside` and the `xml-close-` problems. */
export function treeBuilder(text: string, report: ReportProblem): TreeBuilder {
  const roots: XmlElement[] = [];
  const open: XmlElement[] = [];

  function trimEnd(from: number, to: number): number {
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    return to;
  }

  function trim({ from, to }: Span): Span {
    to = trimEnd(from, to);
    while (from < to && isBlank(text.charCodeAt(from))) from++;
    return { from, to };
  }

  /** What is cut from the span is cut from the value, where a blank written as a reference stays. */
  function trimValue(value: WrittenValue): void {
    const to = trimEnd(value.span.from, value.span.to);
    const blank = normaliseLines(text.slice(to, value.span.to)).length;
    value.value = value.value.slice(0, value.value.length - blank);
    value.span.to = to;
  }

  function addText(span: Span, end: number, decode: (span: Span) => string): void {
    const element = open.at(-1);
    const trimmed = trim(span);
    const blank = trimmed.from === trimmed.to;
    if (!element) {
      if (!blank) report('xml-text-outside', {}, trimmed);
      return;
    }
    if (!blank) element.texts.push(trimmed);
    const decoded = decode(span);
    if (element.children.length > 0) return;
    element.value.value += decoded;
    element.value.span.to = end;
  }

  function openElement(tag: Tag): void {
    const element = newElement(tag);
    // No format nests an element in one of its own name, so the earlier one was left open.
    const same = open.findLastIndex(({ name }) => name === element.name);
    if (same !== -1) closeFrom(same, tag.span.from);
    (open.at(-1)?.children ?? roots).push(element);
    if (element.end !== 'self') open.push(element);
  }

  /** Closes the elements of the stack from `index` on, whose close tags are missing before `at`. */
  function closeFrom(index: number, at: number, silent = false): void {
    for (const element of open.splice(index).reverse()) {
      const { content, value, span } = element;
      trimValue(value);
      const to = element.children.length > 0 ? trimEnd(content.from, at) : value.span.to;
      content.to = span.to = to;
      if (!element.cut && !silent) {
        report('xml-unclosed', { name: excerpt(element.name) }, element.nameSpan);
      }
    }
  }

  function closeInnermost(tag: Tag): void {
    const element = open.pop();
    if (!element) return;
    element.content.to = tag.span.from;
    if (element.children.length === 0) element.value.span.to = tag.span.from;
    element.span.to = tag.span.to;
    element.end = 'tag';
  }

  function closeElement(tag: Tag): void {
    const innermost = open.at(-1);
    const name = localName(tag.name);
    const index = open.findLastIndex((element) => element.name === name);
    if (!innermost) report('xml-close-stray', { name: excerpt(name) }, tag.span);
    else if (name === '') {
      report('xml-close-unnamed', { open: excerpt(innermost.name) }, tag.span);
      closeInnermost(tag);
    } else if (index !== -1) {
      closeFrom(index + 1, tag.span.from);
      closeInnermost(tag);
    } else if (tag.end === 'cut' && innermost.name.startsWith(name)) closeInnermost(tag);
    else if (innermost.children.length === 0 || closestName(name, [innermost.name])) {
      const args = { name: excerpt(name), open: excerpt(innermost.name) };
      report('xml-close-mismatched', args, tag.span);
      closeInnermost(tag);
    } else report('xml-close-stray', { name: excerpt(name) }, tag.span);
  }

  return {
    roots,
    depth: () => open.length,
    addText,
    openElement,
    closeElement,
    finish: (silent) => closeFrom(0, text.length, silent)
  };
}

function newElement(tag: Tag): XmlElement {
  const at = tag.end === 'self' ? tag.span.to - 2 : tag.span.to;
  return {
    name: localName(tag.name),
    tagName: tag.name,
    nameSpan: tag.nameSpan,
    span: { ...tag.span },
    content: { from: at, to: at },
    value: { value: '', span: { from: at, to: at } },
    children: [],
    texts: [],
    end: tag.end === 'self' ? 'self' : 'guess',
    cut: tag.end === 'cut'
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
