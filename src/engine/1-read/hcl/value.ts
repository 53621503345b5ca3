/** The values of HCL, as nodes of the tree that JSON and YAML share. */
import type { Span } from '../../model.ts';
import { beginsMember, currentToken, endOfLast, tooDeep, type HclReader } from './reader.ts';
import type { HclToken } from './tokens.ts';
import type { TreeArray, TreeMember, TreeNode, TreeObject, TreeScalar } from '../tree/node.ts';
import { excerpt } from '../report.ts';

/** Where a value stands: how deep, and in which bracket. */
interface HclNesting {
  depth: number;
  /** Null in a block, where the line's end closes the value. */
  inside: '[' | '{' | null;
}

const CLOSERS = { '(': ')', '[': ']', '{': '}' } as const;
type Opener = keyof typeof CLOSERS;
const KEYWORDS = new Map<string, TreeScalar['type']>([
  ['true', 'boolean'],
  ['false', 'boolean'],
  ['null', 'null']
]);

/** Reads a value up to where it ends; null where there is none. Reports as `parseHcl` says. */
export function readHclValue(reader: HclReader, around: HclNesting): TreeNode | null {
  const start = reader.next;
  const token = currentToken(reader);
  if (isEnd(token) || (token.first && around.inside !== '[')) {
    const before = reader.tokens[start - 1] ?? token;
    reader.report('value-missing', {}, before.span);
    return null;
  }
  const node = readLiteral(reader, around);
  if (node && !goesOn(reader, around)) return node;
  return reader.stopped ? null : readExpression(reader, start, around);
}

function isEnd({ kind }: HclToken): boolean {
  return kind === 'end' || kind === ',' || kind === '}' || kind === ']' || kind === ')';
}

/** True where what was read is only the beginning of an expression: `["a"][0]`, `1 + 2`. */
function goesOn(reader: HclReader, { inside }: HclNesting): boolean {
  const { kind, first } = currentToken(reader);
  if (first && inside !== '[') return false;
  return kind === 'operator' || (!first && (kind === '[' || kind === '('));
}

function readLiteral(reader: HclReader, { depth }: HclNesting): TreeNode | null {
  const { tokens, next } = reader;
  const [token, after] = [currentToken(reader), tokens[next + 1]];
  const computed = after?.kind === 'word' && after.value === 'for';
  switch (token.kind) {
    case '[':
      return computed ? null : readTuple(reader, depth + 1);
    case '{':
      return computed ? null : readObject(reader, depth + 1);
    case 'string':
      reader.next++;
      return scalar('string', token.value, token.span, token.inner);
    case 'number':
      reader.next++;
      return scalar('number', token.value, token.span);
    case 'operator': {
      if (token.value !== '-' || after?.kind !== 'number') return null;
      reader.next += 2;
      return scalar('number', `-${after.value}`, { from: token.span.from, to: after.span.to });
    }
    case 'word': {
      const type = KEYWORDS.get(token.value);
      if (type) reader.next++;
      return type ? scalar(type, token.value, token.span) : null;
    }
    default:
      return null;
  }
}

function scalar(type: TreeScalar['type'], value: string, span: Span, inner = span): TreeScalar {
  return { type, span, written: { value, span: inner } };
}

/** Passes over whatever is computed, brackets and all. */
function readExpression(reader: HclReader, start: number, { inside }: HclNesting): TreeNode {
  const { tokens, text } = reader;
  const from = tokens[start]?.span.from ?? 0;
  const open: { kind: Opener; span: Span }[] = [];
  reader.next = start;
  for (; ; reader.next++) {
    const { kind, span, first } = currentToken(reader);
    const last = open.at(-1)?.kind;
    const around = last ?? inside;
    if (
      !last &&
      reader.next > start &&
      (isEnd(currentToken(reader)) || (first && inside !== '['))
    ) {
      break;
    }
    if (kind === 'end' || (around && around !== '{' && beginsMember(reader))) {
      const opener = open[0];
      if (opener) {
        const args = { opener: opener.kind, closer: CLOSERS[opener.kind] };
        reader.report('bracket-unclosed', args, opener.span);
      }
      break;
    }
    if (kind === '(' || kind === '[' || kind === '{') open.push({ kind, span });
    else if (kind === ')' || kind === ']' || kind === '}') open.pop();
  }
  const span = { from, to: endOfLast(reader) };
  return scalar('expression', text.slice(span.from, span.to), span);
}

function readTuple(reader: HclReader, depth: number): TreeArray | null {
  if (tooDeep(reader, depth)) return null;
  const { report } = reader;
  const { span } = currentToken(reader);
  const items: TreeNode[] = [];
  let [first, comma] = [true, false];
  reader.next++;
  for (;;) {
    const token = currentToken(reader);
    if (token.kind === ']') {
      reader.next++;
      break;
    }
    if (token.kind === 'end' || token.kind === '}' || beginsMember(reader)) {
      if (!reader.stopped) report('bracket-unclosed', { opener: '[', closer: ']' }, span);
      break;
    }
    if (token.kind === ')') {
      report('bracket-stray', { closer: ')' }, token.span);
      reader.next++;
    } else if (token.kind === ',') {
      if (first || comma) report('value-missing', {}, token.span);
      comma = true;
      reader.next++;
    } else {
      if (!first && !comma) report('comma-missing', {}, token.span);
      const item = readHclValue(reader, { depth, inside: '[' });
      if (item) items.push(item);
      [first, comma] = [false, false];
    }
  }
  return { type: 'array', span: { from: span.from, to: endOfLast(reader) }, items };
}

function readObject(reader: HclReader, depth: number): TreeObject | null {
  if (tooDeep(reader, depth)) return null;
  const { report } = reader;
  const { span } = currentToken(reader);
  const members: TreeMember[] = [];
  let parted = true;
  reader.next++;
  for (;;) {
    const token = currentToken(reader);
    if (token.kind === '}') {
      reader.next++;
      break;
    }
    if (token.kind === 'end' || token.kind === ']' || token.kind === ')') {
      if (!reader.stopped) report('bracket-unclosed', { opener: '{', closer: '}' }, span);
      break;
    }
    if (token.kind === ',') {
      if (parted) report('value-missing', {}, token.span);
      parted = true;
      reader.next++;
    } else {
      if (!parted && !token.first) report('comma-missing', {}, token.span);
      readObjectMember(reader, depth, members);
      parted = false;
    }
  }
  return { type: 'object', span: { from: span.from, to: endOfLast(reader) }, members };
}

function readObjectMember(reader: HclReader, depth: number, members: TreeMember[]): void {
  const { report, tokens } = reader;
  const token = currentToken(reader);
  const sign = tokens[reader.next + 1]?.kind;
  const isName = token.kind === 'word' || token.kind === 'string';
  if (!isName || (sign !== '=' && sign !== ':')) {
    report('token-unexpected', { token: excerpt(token.value) }, token.span);
    readExpression(reader, reader.next, { depth, inside: '{' });
    return;
  }
  reader.next += 2;
  const value = readHclValue(reader, { depth, inside: '{' });
  const span = { from: token.span.from, to: endOfLast(reader) };
  members.push({ key: token.value, keySpan: token.inner, span, value });
}
