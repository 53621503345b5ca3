/**
 * A reader of XML that goes on after every mistake and names each with its place. It is written by hand because a
 * rule text is read at every keystroke, half-written as it is: the reader must be linear, quick, and close open
 * elements where their writer most likely meant to.
 */
import type { Problem } from '../problem.ts';
import { rememberingLast } from '../text/last-text.ts';
import { DEPTH_LIMIT, reportTo, type ReportProblem } from '../report.ts';
import { passDoctype, passInstruction, readCloseTag, readOpenTag, readSection } from './markup.ts';
import { decodeText, normaliseLines, reportCdataEnd, reportControlCharacters } from './text.ts';
import { treeBuilder, type TreeBuilder, type XmlElement } from './tree.ts';

export interface XmlDocument {
  syntax: 'xml';
  text: string;
  roots: XmlElement[];
  /** What keeps the text from being well-formed. */
  problems: Problem[];
}

function readXml(text: string): XmlDocument {
  const problems: Problem[] = [];
  const report = reportTo(problems);
  const tree = treeBuilder(text, report);
  reportControlCharacters(text, report);
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const to = next === -1 ? text.length : next;
    if (to > at) readText(text, at, to, tree, report);
    at = next === -1 ? to : readMarkup(text, next, tree, report);
  }
  tree.finish(at === Infinity);
  return { syntax: 'xml', text, roots: tree.roots, problems };
}

/** Reads any text; reports the `xml-` problems but `xml-text-stray`, and `nesting-too-deep`. */
export const parseXml = rememberingLast(readXml);

/** True where the root element, if there is one, has no attribute and nothing in it but blanks and comments. */
export const isHollow = ({ text, roots }: XmlDocument): boolean =>
  roots.every(
    ({ nameSpan, content, children, texts }) =>
      children.length === 0 &&
      texts.length === 0 &&
      /^\s*>?$/.test(text.slice(nameSpan.to, content.from))
  );

function readText(
  text: string,
  from: number,
  to: number,
  tree: TreeBuilder,
  report: ReportProblem
): void {
  if (tree.depth() > 0) reportCdataEnd(text, { from, to }, report);
  tree.addText({ from, to }, to, (span) => decodeText(text, span, report));
}

/** Reads what begins with the `<` at `at` and returns where it ends: Infinity where reading must stop. */
function readMarkup(text: string, at: number, tree: TreeBuilder, report: ReportProblem): number {
  switch (text[at + 1]) {
    case '!':
      return readDeclaration(text, at, tree, report);
    case '?':
      return passInstruction(text, at, report);
    case '/': {
      const tag = readCloseTag(text, at, report);
      tree.closeElement(tag);
      return tag.span.to;
    }
  }
  const tag = readOpenTag(text, at, report);
  if (!tag) return readLessThan(text, at, tree, report);
  if (tree.depth() === DEPTH_LIMIT) {
    report('nesting-too-deep', { limit: DEPTH_LIMIT }, tag.nameSpan);
    return Infinity;
  }
  // A tag that breaks off at the very end of the text is still being typed.
  if (tag.end !== 'cut' || tag.span.to < text.length) tree.openElement(tag);
  return tag.span.to;
}

function readDeclaration(
  text: string,
  at: number,
  tree: TreeBuilder,
  report: ReportProblem
): number {
  if (text.startsWith('<!--', at)) {
    const { content, to } = readSection(text, at, '<!--', '-->', report);
    const dashes = text.slice(content.from, content.to).indexOf('--');
    const from = content.from + dashes;
    if (dashes !== -1) report('xml-comment-dashes', {}, { from, to: from + 2 });
    return to;
  }
  if (text.startsWith('<![CDATA[', at)) {
    const { content, to } = readSection(text, at, '<![CDATA[', ']]>', report);
    tree.addText(content, to, (span) => normaliseLines(text.slice(span.from, span.to)));
    return to;
  }
  if (text.slice(at, at + 9).toLowerCase() === '<!doctype') return passDoctype(text, at, report);
  return readLessThan(text, at, tree, report);
}

/** A `<` that begins no markup is taken for a character of the text, except where the text breaks off after it. */
function readLessThan(text: string, at: number, tree: TreeBuilder, report: ReportProblem): number {
  report('xml-less-than', {}, { from: at, to: at + 1 });
  if (at + 1 < text.length) tree.addText({ from: at, to: at + 1 }, at + 1, () => '<');
  return at + 1;
}
