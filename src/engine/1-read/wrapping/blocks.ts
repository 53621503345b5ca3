/** Whole texts inside of another: blocks of Markdown, heredocs, here-strings and XML. Each kind is found in one pass. */
import type { Span, TextEdit } from '../../model.ts';
import { slice } from './view.ts';
import type { Wrapping } from './wrapping.ts';

const asItIs = ({ insert }: TextEdit): string => insert;

const block = (text: string, span: Span): Wrapping => ({
  kind: 'block',
  view: slice(text, span.from, span.to),
  span,
  spell: asItIs,
  isCode: false
});

/** The lines of a text, each with its end. */
function* linesOf(text: string): Generator<{ line: string; from: number; to: number }> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end + 1;
    yield { line: text.slice(from, to), from, to };
    from = to;
  }
}

const FENCE = /^[ \t]*(`{3,}|~{3,})/;

/** Blocks of Markdown that are closed. https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
export function* fencesIn(text: string): Generator<Wrapping> {
  let open: { mark: string; from: number } | null = null;
  for (const { line, from, to } of linesOf(text)) {
    const mark = FENCE.exec(line)?.[1];
    if (mark === undefined) continue;
    if (open === null) open = { mark, from: to };
    else if (mark.startsWith(open.mark)) {
      yield block(text, { from: open.from, to: from });
      open = null;
    }
  }
}

export function* blocksIn(text: string): Generator<Wrapping> {
  for (const span of quotedLines(text)) yield block(text, span);
  for (const span of elements(text)) {
    // Inside quotes it is read with what stands for what there.
    if (!/\\["n]/.test(text.slice(span.from, span.to))) yield block(text, span);
  }
}

/** What opens a heredoc or a here-string, and what closes one at the beginning of a line. */
const OPENER = /<<[-~]?[ \t]*(["']?)(\w+)\1|@(["'])[ \t]*\r?\n/g;
const CLOSER = /^(?:[ \t]*(\w+)|(["'])@)/;

/** The lines between the two. */
function* quotedLines(text: string): Generator<Span> {
  if (!/<<|@["']/.test(text)) return;
  const open = new Map<string, number>();
  for (const { line, from, to } of linesOf(text)) {
    const closer = CLOSER.exec(line);
    const begin = open.get(closer?.[1] ?? `@${closer?.[2] ?? ''}`);
    if (begin !== undefined) {
      yield { from: begin, to: from };
      open.clear();
    }
    for (const { 2: word, 3: quote = '' } of line.matchAll(OPENER)) {
      const key = word ?? `@${quote}`;
      if (!open.has(key)) open.set(key, to);
    }
  }
}

const TAG =
  /<(?:(CORSConfiguration|CorsConfig|StorageServiceProperties|Cors|CORSRule)\b|\/(CORSConfiguration|CorsConfig|StorageServiceProperties|Cors|CORSRule)\s*>)/g;
const DECLARATION = /<\?xml[^>]*\?>\s*$/;
const DECLARATION_LENGTH = 200;

/** Elements that hold rules and stand in no other such, with the declaration before them. */
function* elements(text: string): Generator<Span> {
  const open = new Map<string, number>();
  const found: Span[] = [];
  for (const { 0: tag, 1: opened, 2: closed = '', index } of text.matchAll(TAG)) {
    if (opened !== undefined) {
      if (!open.has(opened)) open.set(opened, index);
      continue;
    }
    const from = open.get(closed);
    if (from !== undefined) found.push({ from, to: index + tag.length });
    open.delete(closed);
  }
  let done = 0;
  for (const { from, to } of found.sort((a, b) => a.from - b.from)) {
    if (from < done) continue;
    const head = text.slice(Math.max(0, from - DECLARATION_LENGTH), from);
    yield { from: from - (DECLARATION.exec(head)?.[0].length ?? 0), to };
    done = to;
  }
}
