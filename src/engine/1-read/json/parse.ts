/**
 * A reader of JSON that goes on after every mistake and names each with its place. It is written by hand because a
 * rule text is half-written most of the time: where a list lacks its bracket, the key that follows must not be
 * taken for one of its values.
 */
import type { Span } from '../../model.ts';
import type { JsonDocument, TreeMember, TreeNode } from '../tree/node.ts';
import { tokensOf, type Token } from './tokens.ts';
import { rememberingLast } from '../text/last-text.ts';
import type { ProblemCode, Problem } from '../problem.ts';
import { DEPTH_LIMIT, excerpt, onceEach, reportTo, type ReportProblem } from '../report.ts';

interface Reader {
  tokens: Token[];
  /** Index of the token to be read. */
  next: number;
  report: ReportProblem;
  /** True where the text nests too deep and the rest of it is left unread. */
  stopped: boolean;
}

/** Which brackets are open around the place of reading. */
interface JsonNesting {
  depth: number;
  object: boolean;
  array: boolean;
}

const CLOSER = { '{': '}', '[': ']' } as const;
/** Who quotes one string so quotes them all. */
const HABITS: ReadonlySet<ProblemCode> = new Set(['json-single-quotes', 'json-key-unquoted']);
const PYTHON_LITERALS = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null']
]);

/** Stands in the JSON that is made of code for what the code computes. */
export const EXPRESSION = '\ufffc';

function readJson(text: string): JsonDocument {
  const problems: Problem[] = [];
  const report = onceEach(HABITS, reportTo(problems));
  const tokens = tokensOf(text, text.startsWith('\ufeff') ? 1 : 0, report);
  const reader: Reader = { tokens, next: 0, report, stopped: false };
  const root = readValue(reader, { depth: 0, object: false, array: false });
  const rest = current(reader);
  if (rest.kind !== 'end') report('json-after-end', {}, rest.span);
  return { syntax: 'json', text, root, problems };
}

/** Reads any text; reports the `json-` problems and `nesting-too-deep`. https://www.rfc-editor.org/rfc/rfc8259 */
export const parseJson = rememberingLast(readJson);

function current(reader: Reader): Token {
  return reader.tokens[reader.next] as Token;
}

/** A string or bare word with a colon after it. */
function isKey(reader: Reader): boolean {
  const { kind } = current(reader);
  return (kind === 'string' || kind === 'word') && reader.tokens[reader.next + 1]?.kind === ':';
}

function readValue(reader: Reader, around: JsonNesting): TreeNode | null {
  const { kind, span, value, inner } = current(reader);
  if (kind === '{' || kind === '[') return readBrackets(reader, kind, around);
  if (kind !== 'end') reader.next++;
  if (kind === 'string' || kind === 'number') {
    return { type: kind, span, written: { value, span: inner } };
  }
  if (value === EXPRESSION) return { type: 'expression', span, written: { value, span } };
  const known = PYTHON_LITERALS.get(value);
  if (known) reader.report('json-python-literal', { literal: value, known }, span);
  switch (known ?? value) {
    case 'true':
    case 'false':
      return { type: 'boolean', span, written: { value: known ?? value, span } };
    case 'null':
      return { type: 'null', span, written: { value: 'null', span } };
  }
  if (kind !== 'end') reader.report('json-token-unexpected', { token: excerpt(value) }, span);
  return null;
}

function readBrackets(reader: Reader, opener: '{' | '[', around: JsonNesting): TreeNode | null {
  const { span } = current(reader);
  if (around.depth === DEPTH_LIMIT) {
    reader.report('nesting-too-deep', { limit: DEPTH_LIMIT }, span);
    reader.next = reader.tokens.length - 1;
    reader.stopped = true;
    return null;
  }
  const depth = around.depth + 1;
  if (opener === '{') {
    const members: TreeMember[] = [];
    const inside = { ...around, depth, object: true };
    const to = readList(reader, '{', around, () => readMember(reader, inside, members));
    return { type: 'object', span: { from: span.from, to }, members };
  }
  const items: TreeNode[] = [];
  const inside = { ...around, depth, array: true };
  const to = readList(reader, '[', around, () => {
    const item = readValue(reader, inside);
    if (item) items.push(item);
  });
  return { type: 'array', span: { from: span.from, to }, items };
}

/** Reads a bracket, what the commas part and the bracket that closes; returns where that ends. */
function readList(
  reader: Reader,
  opener: '{' | '[',
  around: JsonNesting,
  readItem: () => void
): number {
  const { report } = reader;
  const { span } = current(reader);
  const closer = CLOSER[opener];
  let comma: Span | null = null;
  let afterItem = ++reader.next;
  for (let first = true; ;) {
    const token = current(reader);
    if (token.kind === closer) {
      if (comma && !first) report('json-trailing-comma', {}, comma);
      reader.next++;
      return token.span.to;
    }
    if (token.kind === 'end' || closesAround(reader, opener, around)) {
      if (!reader.stopped) report('json-unclosed', { opener, closer }, span);
      // A comma before what belongs outside is read there.
      if (token.kind !== 'end') reader.next = afterItem;
      return reader.tokens[reader.next - 1]?.span.to ?? span.to;
    }
    if (token.kind === ',') {
      if (first || comma) report('json-value-missing', {}, token.span);
      comma = token.span;
      reader.next++;
    } else if (token.kind === '}' || token.kind === ']') {
      report('json-close-stray', { closer: token.kind }, token.span);
      reader.next++;
    } else {
      if (!first && !comma) report('json-comma-missing', {}, token.span);
      readItem();
      [first, comma, afterItem] = [false, null, reader.next];
    }
  }
}

/** True where the next token belongs outside of the bracket, so that its closing one is missing. */
function closesAround(reader: Reader, opener: '{' | '[', around: JsonNesting): boolean {
  const { kind } = current(reader);
  if (opener === '[') return around.object && (kind === '}' || isKey(reader));
  return around.array && (kind === ']' || kind === '{');
}

function readMember(reader: Reader, around: JsonNesting, members: TreeMember[]): void {
  const { report } = reader;
  const token = current(reader);
  if (token.kind === '{' || token.kind === '[' || token.kind === ':') {
    report('json-token-unexpected', { token: token.kind }, token.span);
    if (token.kind === ':') reader.next++;
    else readValue(reader, around);
    return;
  }
  const key = token.value;
  if (token.kind !== 'string') report('json-key-unquoted', { key: excerpt(key) }, token.span);
  reader.next++;
  const colon = current(reader).kind === ':';
  if (colon) reader.next++;
  const { kind } = current(reader);
  const valueMissing = kind === ',' || kind === '}' || kind === ']' || isKey(reader);
  if (!colon && kind !== 'end') report('json-colon-missing', { key: excerpt(key) }, token.span);
  else if (valueMissing) report('json-value-missing', {}, token.span);
  const value = valueMissing ? null : readValue(reader, around);
  const to = reader.tokens[reader.next - 1]?.span.to ?? token.span.to;
  const keySpan = key === '' ? token.span : token.inner;
  members.push({ key, keySpan, span: { from: token.span.from, to }, value });
}
