import type { Span, TextEdit } from '../../model.ts';
import { hasLineEnd } from '../text/layout.ts';
import { gap, newLine } from '../text/tidy-gap.ts';
import type { XmlElement } from './tree.ts';
import { parseXml } from './parse.ts';

/** A comment or an instruction, which may stand between elements. */
const BESIDE = /<!--[^]*?-->|<\?[^]*?\?>/g;

/** Something on a line of its own: an element, or what stands beside one. */
interface XmlLine {
  span: Span;
  element: XmlElement | null;
}

/** Every element that has others in it begins a line and holds each of them on one; a value stays as it is, blanks and all. */
export function tidyXml(text: string): TextEdit[] | null {
  const { roots } = parseXml(text);
  const from = text.startsWith('\ufeff') ? 1 : 0;
  const pieces = piecesIn(text, { from, to: text.length }, roots);
  if (!pieces || roots.length === 0) return null;
  const edits = tidyPieces(text, pieces, 0);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!edits || !first || !last) return null;
  return [
    gap(from, first.span.from, ''),
    ...edits,
    gap(last.span.to, text.length, newLine(text, 0))
  ];
}

/** What stands in a run of the text, or null where there is more than elements, comments and instructions. */
function piecesIn(
  text: string,
  { from, to }: Span,
  elements: readonly XmlElement[]
): XmlLine[] | null {
  const pieces: XmlLine[] = [];
  let at = from;
  for (const element of [...elements, null]) {
    const end = element?.span.from ?? to;
    const run = text.slice(at, end);
    if (run.replace(BESIDE, '').trim() !== '') return null;
    for (const { index, 0: beside } of run.matchAll(BESIDE)) {
      const start = at + index;
      pieces.push({ span: { from: start, to: start + beside.length }, element: null });
    }
    if (element) pieces.push({ span: element.span, element });
    at = element?.span.to ?? to;
  }
  return pieces;
}

/** Lays out the pieces and what parts them; null where an element was never closed. */
function tidyPieces(text: string, pieces: readonly XmlLine[], depth: number): TextEdit[] | null {
  const edits: TextEdit[] = [];
  let end: number | null = null;
  for (const { span, element } of pieces) {
    if (end !== null) {
      const blanks = text.slice(end, span.from);
      const follows = element === null && !hasLineEnd(blanks);
      edits.push(gap(end, span.from, follows ? ' ' : newLine(text, depth, blanks, true)));
    }
    const inside = element && tidyElement(text, element, depth);
    if (element && !inside) return null;
    edits.push(...(inside ?? []));
    end = span.to;
  }
  return edits;
}

function tidyElement(text: string, element: XmlElement, depth: number): TextEdit[] | null {
  const { content, children, texts, end } = element;
  if (end === 'guess') return null;
  if (texts.length > 0) return [];
  if (children.length === 0) return tidyEmpty(text, content, depth);
  const pieces = piecesIn(text, content, children);
  const edits = pieces && tidyPieces(text, pieces, depth + 1);
  const [first, last] = [pieces?.[0], pieces?.at(-1)];
  if (!edits || !first || !last) return null;
  const blanks = text.slice(content.from, first.span.from);
  const follows = first.element === null && !hasLineEnd(blanks);
  return [
    gap(content.from, first.span.from, follows ? ' ' : newLine(text, depth + 1)),
    ...edits,
    gap(last.span.to, content.to, newLine(text, depth))
  ];
}

/** The blanks of an element without others are its value, but a root or a rule has none. */
function tidyEmpty(text: string, { from, to }: Span, depth: number): TextEdit[] {
  const blanks = text.slice(from, to);
  const isEmpty = depth <= RULE_DEPTH && blanks.trim() === '' && hasLineEnd(blanks);
  return isEmpty ? [gap(from, to, newLine(text, depth))] : [];
}

/** How deep the rules stand in their root, or what holds them in it. */
const RULE_DEPTH = 1;
