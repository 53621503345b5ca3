/** The pieces of XML between `<` and `>`, each read from a position on; linear in what they span. */
import type { Span } from '../../model.ts';
import { excerpt, type ReportProblem } from '../report.ts';
import { decodeText } from './text.ts';

/** Every character beyond ASCII is taken for a letter: the names that matter are ASCII, so nothing is lost. */
const NAME = /[A-Za-z_:\u0080-\uffff][-.\w:\u0080-\uffff]*/y;
const ATTRIBUTE =
  /\s+([A-Za-z_:\u0080-\uffff][-.\w:\u0080-\uffff]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][-.\w]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>$/;
const SPACE = /\s*/y;
const UP_TO_TAG_END = /[^<>]*/y;

export interface Tag {
  /** The name as written, with its prefix. */
  name: string;
  nameSpan: Span;
  span: Span;
  /** `cut`: the tag has no `>` of its own. */
  end: 'open' | 'self' | 'cut';
}

/** Where what the pattern takes from `at` on ends; `at` itself where it takes nothing. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const nameAt = (text: string, at: number): string => text.slice(at, skip(NAME, text, at));

function attributeAt(text: string, at: number): RegExpExecArray | null {
  ATTRIBUTE.lastIndex = at;
  return ATTRIBUTE.exec(text);
}

/**
 * The open tag whose `<` stands at `at`, or null where no name follows.
 * Reports `xml-attribute-invalid`, `xml-attribute-repeated` and `xml-tag-unfinished`.
 * https://www.w3.org/TR/xml/#sec-starttags
 */
export function readOpenTag(text: string, at: number, report: ReportProblem): Tag | null {
  const name = nameAt(text, at + 1);
  if (name === '') return null;
  const nameSpan = { from: at + 1, to: at + 1 + name.length };
  const attributesEnd = readAttributes(text, nameSpan.to, name, report);
  const rest = skip(SPACE, text, attributesEnd);
  const stop = skip(UP_TO_TAG_END, text, rest);
  const finished = text[stop] === '>';
  const self = finished && text[stop - 1] === '/' && stop - 1 >= rest;
  const invalid = { from: rest, to: self ? stop - 1 : stop };
  if (!finished)
    report('xml-tag-unfinished', { name: excerpt(`<${name}`) }, { from: at, to: stop });
  else if (invalid.to > invalid.from) {
    report('xml-attribute-invalid', { name: excerpt(name) }, invalid);
  }
  const to = finished ? stop + 1 : stop;
  return {
    name,
    nameSpan,
    span: { from: at, to },
    end: !finished ? 'cut' : self ? 'self' : 'open'
  };
}

/** Where the well-formed attributes from `at` on end. */
function readAttributes(text: string, at: number, name: string, report: ReportProblem): number {
  let match = attributeAt(text, at);
  if (match === null) return at;
  const seen = new Set<string>();
  for (; match; match = attributeAt(text, at)) {
    const [written, attribute = '', double, single] = match;
    const span = { from: at, to: at + written.length };
    if (seen.has(attribute)) {
      const args = { name: excerpt(name), attribute: excerpt(attribute) };
      report('xml-attribute-repeated', args, span);
    }
    seen.add(attribute);
    const value = double ?? single ?? '';
    decodeText(text, { from: span.to - 1 - value.length, to: span.to - 1 }, report);
    at = span.to;
  }
  return at;
}

/**
 * The close tag whose `</` stands at `at`; its name is empty where none follows at once.
 * Reports `xml-tag-unfinished` and `xml-attribute-invalid`, and leaves a missing name to the caller.
 */
export function readCloseTag(text: string, at: number, report: ReportProblem): Tag {
  const name = nameAt(text, at + 2);
  const nameSpan = { from: at + 2, to: at + 2 + name.length };
  const rest = skip(SPACE, text, nameSpan.to);
  const stop = skip(UP_TO_TAG_END, text, rest);
  const finished = text[stop] === '>';
  if (name !== '' && !finished) {
    report('xml-tag-unfinished', { name: excerpt(`</${name}`) }, { from: at, to: nameSpan.to });
  } else if (name !== '' && stop > rest) {
    report('xml-attribute-invalid', { name: excerpt(`/${name}`) }, { from: rest, to: stop });
  }
  const to = finished ? stop + 1 : name === '' ? rest : nameSpan.to;
  return { name, nameSpan, span: { from: at, to }, end: finished ? 'open' : 'cut' };
}

/** A comment or CDATA section: where its content ends and where the section ends. Reports `xml-section-unclosed`. */
export function readSection(
  text: string,
  at: number,
  opener: string,
  closer: string,
  report: ReportProblem
): { content: Span; to: number } {
  const from = at + opener.length;
  const end = text.indexOf(closer, from);
  if (end !== -1) return { content: { from, to: end }, to: end + closer.length };
  report('xml-section-unclosed', { opener, closer }, { from: at, to: from });
  return { content: { from, to: text.length }, to: text.length };
}

/**
 * Passes a processing instruction and returns its end. The XML declaration may stand at the very start only.
 * Reports `xml-instruction`, `xml-declaration-` and `xml-section-unclosed`.
 * https://www.w3.org/TR/xml/#sec-pi, https://www.w3.org/TR/xml/#sec-prolog-dtd
 */
export function passInstruction(text: string, at: number, report: ReportProblem): number {
  const name = nameAt(text, at + 2);
  const opener = { from: at, to: at + 2 + name.length };
  if (name !== 'xml') report('xml-instruction', { name: excerpt(name) }, opener);
  else if (at !== (text.startsWith('\ufeff') ? 1 : 0)) report('xml-declaration-late', {}, opener);
  const nextTag = text.indexOf('<', at + 2);
  const body = text.slice(at, nextTag === -1 ? text.length : nextTag);
  const end = body.indexOf('?>');
  if (end !== -1) {
    const span = { from: at, to: at + end + 2 };
    const valid = name !== 'xml' || DECLARATION.test(body.slice(0, end + 2));
    if (!valid) report('xml-declaration-invalid', {}, span);
    return span.to;
  }
  report('xml-section-unclosed', { opener: '<?', closer: '?>' }, opener);
  const bare = body.indexOf('>');
  return at + (bare === -1 ? body.length : bare + 1);
}

/**
 * Passes a document type with its internal subset and returns its end. It is refused whole: no store reads one,
 * and expanding entities is how small texts grow without bound. Reports `xml-doctype`.
 */
export function passDoctype(text: string, at: number, report: ReportProblem): number {
  let depth = 0;
  let quote = '';
  let to = at;
  for (; to < text.length; to++) {
    const character = text.charAt(to);
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '<') depth++;
    else if (character === '>' && --depth === 0) {
      to++;
      break;
    }
  }
  report('xml-doctype', {}, { from: at, to });
  return to;
}
