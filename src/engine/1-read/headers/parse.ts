/** A reader of header lines, one `Name: value` a line, that goes on after every line that is none. */
import type { Span, WrittenValue } from '../../model.ts';
import type { Problem } from '../problem.ts';
import { excerpt, reportTo } from '../report.ts';

/** A line as it stands in the text; blanks around the name and the value are no part of them. */
export interface HeaderLine {
  name: string;
  nameSpan: Span;
  value: WrittenValue;
}

/** False of a value that would end its line, or that no line can hold: what followed would be a line of its own. */
export const fitsLine = (value: string): boolean => !/[\0\r\n\u2028\u2029]/.test(value);

export interface HeadersDocument {
  syntax: 'headers';
  text: string;
  lines: HeaderLine[];
  problems: Problem[];
}

/** Reads any text; reports `header-colon-missing`. */
export function parseHeaders(text: string): HeadersDocument {
  const problems: Problem[] = [];
  const report = reportTo(problems);
  const lines: HeaderLine[] = [];
  for (const span of linesOf(text)) {
    const colon = text.slice(span.from, span.to).indexOf(':');
    if (colon === -1) {
      report('header-colon-missing', { line: excerpt(text.slice(span.from, span.to)) }, span);
      continue;
    }
    const nameSpan = trimmed(text, { from: span.from, to: span.from + colon });
    const valueSpan = trimmed(text, { from: span.from + colon + 1, to: span.to });
    lines.push({
      name: text.slice(nameSpan.from, nameSpan.to),
      nameSpan,
      value: writtenAt(text, valueSpan)
    });
  }
  return { syntax: 'headers', text, lines, problems };
}

/** The words of a value that single spaces part, each where it stands; tabs around a word are no part of it. */
export function spacedWords(text: string, { from, to }: Span): WrittenValue[] {
  const words: WrittenValue[] = [];
  let at = from;
  while (at <= to) {
    const space = text.indexOf(' ', at);
    const end = space === -1 || space > to ? to : space;
    const span = trimmed(text, { from: at, to: end });
    if (span.from < span.to) words.push(writtenAt(text, span));
    at = end + 1;
  }
  return words;
}

const writtenAt = (text: string, span: Span): WrittenValue => ({
  value: text.slice(span.from, span.to),
  span
});

/** Every line that is not blank, without the blanks around it. */
function* linesOf(text: string): Generator<Span> {
  let from = text.startsWith('\ufeff') ? 1 : 0;
  for (const { index, 0: mark } of text.matchAll(/\r\n|\r|\n|$/g)) {
    const line = trimmed(text, { from, to: index });
    if (line.from < line.to) yield line;
    from = index + mark.length;
  }
}

/** Without the blanks that HTTP allows around a value. https://www.rfc-editor.org/rfc/rfc9110#section-5.5 */
function trimmed(text: string, { from, to }: Span): Span {
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { from, to };
}

const isBlank = (code: number): boolean => code === 32 || code === 9;
