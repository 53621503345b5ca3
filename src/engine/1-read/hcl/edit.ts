/** Puts members and blocks into HCL, laid out as what stands around. */
import type { Span, TextEdit } from '../../model.ts';
import type { HclBody } from './parse.ts';
import type { TreeObject } from '../tree/node.ts';
import { hasLineEnd, indentAt, insertion, lineEndOf } from '../text/layout.ts';

const UNIT = '  ';
/** What may follow on the line of a member and belongs to it. */
const REST_OF_LINE = /[ \t]*,?[ \t]*(?:(?:#|\/\/)[^\r\n]*)?(?=[\r\n]|$)/y;

/** Behind a member, and behind the comment on its line. */
function behind(text: string, offset: number): number {
  REST_OF_LINE.lastIndex = offset;
  return offset + (REST_OF_LINE.exec(text)?.[0].trimEnd().length ?? 0);
}

/** The edits that put a member at `index` into a block or an object. */
export function insertMember(
  text: string,
  object: TreeObject,
  index: number,
  key: string,
  print: (indent: string) => string
): TextEdit[] {
  const brace = text.indexOf('{', object.span.from);
  const [before, after] = [object.members[index - 1], object.members[index]];
  const beside = before ?? after;
  const [first] = object.members;
  const opened = !first || hasLineEnd(text.slice(brace, first.span.from));
  const sign = beside && opened ? text.indexOf('=', beside.keySpan.to) : -1;
  const aligned = beside && /^"?[ \t]*$/.test(text.slice(beside.keySpan.to, sign));
  const padded = aligned ? key.padEnd(sign - beside.span.from - 1) : key;
  const written = (indent: string) => `${padded} = ${print(indent)}`;
  if (first && !opened && text[object.span.from] === '{') {
    const indent = indentAt(text, brace);
    return before
      ? [insertion(before.span.to, `, ${written(indent)}`)]
      : [insertion(first.span.from, `${written(indent)}, `)];
  }
  const spans = object.members.map(({ span }) => span);
  return insertLine(text, { from: brace, to: object.span.to }, spans, index, written);
}

/** The edits that put something behind all else into the braces of a block, or at the end of the text. */
export function insertIntoBody(
  text: string,
  { span, members, blocks }: HclBody,
  print: (indent: string) => string
): TextEdit[] {
  const spans = [...members, ...blocks].map((one) => one.span).sort((a, b) => a.from - b.from);
  const lineEnd = lineEndOf(text);
  const last = spans.at(-1);
  const apart = last && hasLineEnd(text.slice(span.from, last.from)) ? lineEnd : '';
  return insertLine(text, span, spans, spans.length, (indent) => print(indent), apart);
}

/** Puts a line between others in braces; braces on one line are opened. */
function insertLine(
  text: string,
  { from, to }: Span,
  spans: readonly Span[],
  index: number,
  print: (indent: string) => string,
  apart = ''
): TextEdit[] {
  const lineEnd = lineEndOf(text);
  const [before, after] = [spans[index - 1], spans[index]];
  const outer = indentAt(text, from);
  const inner = outer + UNIT;
  const start = from + 1;
  const end = text[to - 1] === '}' && to > start ? to - 1 : to;
  const [first] = spans;
  if (first && !hasLineEnd(text.slice(start, first.from))) {
    const lines = spans
      .map((span) => text.slice(span.from, span.to))
      .toSpliced(index, 0, print(inner));
    const insert = lines.map((line) => lineEnd + inner + line).join('') + lineEnd + outer;
    return [{ span: { from: start, to: end }, insert }];
  }
  if (before) {
    const indent = indentAt(text, before.from);
    return [insertion(behind(text, before.to), lineEnd + apart + indent + print(indent))];
  }
  if (after) {
    const indent = indentAt(text, after.from);
    return [insertion(after.from, print(indent) + lineEnd + indent)];
  }
  const line = lineEnd + inner + print(inner);
  return hasLineEnd(text.slice(start, end))
    ? [insertion(start, line)]
    : [{ span: { from: start, to: end }, insert: line + lineEnd + outer }];
}
