/** Text of an XML document: references, the characters that may stand in it, and writing it. */
import type { Span } from '../../model.ts';
import { excerpt, type ReportProblem } from '../report.ts';

const PREDEFINED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"]
]);

/** https://www.w3.org/TR/xml/#sec-references */
const REFERENCE = /&(?:#(\d{1,7}|x[\da-fA-F]{1,6})|([A-Za-z_][\w.-]*));/y;

/**
 * The characters that a run of text stands for. Only the five predefined entities and numeric references are
 * decoded, since without a DTD there are no others; an unknown one stays as it is written.
 * Reports `xml-ampersand`, `xml-entity-unknown` and `xml-character`.
 */
export function decodeText(text: string, { from, to }: Span, report: ReportProblem): string {
  const raw = text.slice(from, to);
  if (!raw.includes('&')) return normaliseLines(raw);
  let decoded = '';
  let done = 0;
  for (let at = raw.indexOf('&'); at !== -1; at = raw.indexOf('&', done)) {
    decoded += normaliseLines(raw.slice(done, at));
    REFERENCE.lastIndex = at;
    const match = REFERENCE.exec(raw);
    const written = match?.[0] ?? '&';
    done = at + written.length;
    const span = { from: from + at, to: from + done };
    if (!match) report('xml-ampersand', {}, span);
    decoded += (match && dereference(match, span, report)) ?? written;
  }
  return decoded + normaliseLines(raw.slice(done));
}

function dereference(match: RegExpExecArray, span: Span, report: ReportProblem): string | null {
  const [written, number, name] = match;
  if (number !== undefined) {
    const code = number.startsWith('x') ? parseInt(number.slice(1), 16) : parseInt(number, 10);
    if (!isXmlCharacter(code)) report('xml-character', { character: written }, span);
    return code <= 0x10ffff ? String.fromCodePoint(code) : null;
  }
  const character = PREDEFINED.get(name ?? '');
  if (character === undefined) report('xml-entity-unknown', { entity: excerpt(written) }, span);
  return character ?? null;
}

/** Reports `xml-cdata-end` where a run of an element's text holds `]]>`. https://www.w3.org/TR/xml/#syntax */
export function reportCdataEnd(text: string, { from, to }: Span, report: ReportProblem): void {
  const at = text.slice(from, to).indexOf(']]>');
  if (at !== -1) report('xml-cdata-end', {}, { from: from + at, to: from + at + 3 });
}

/** Whatever ends a line in the file is a line feed in the value. https://www.w3.org/TR/xml/#sec-line-ends */
export function normaliseLines(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}

/** https://www.w3.org/TR/xml/#charsets */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff && code <= 0x10ffff);
}

/** Reports `xml-character` for every control character that no XML text may hold. */
export function reportControlCharacters(text: string, report: ReportProblem): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && !isXmlCharacter(code)) {
      const character = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
      report('xml-character', { character }, { from: at, to: at + 1 });
    }
  }
}

/** The value as the text of an element, on the line on which it begins, such that reading it gives the value again. */
export function escapeText(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;');
}
