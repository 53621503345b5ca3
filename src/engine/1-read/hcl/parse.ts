/**
 * A reader of HCL as Terraform has it, that goes on after every mistake. Values are read where they are written out;
 * whatever is computed stays an expression, since only Terraform knows what it comes to.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
import type { Span, WrittenValue } from '../../model.ts';
import type { Problem } from '../problem.ts';
import { beginsMember, currentToken, endOfLast, tooDeep, type HclReader } from './reader.ts';
import { hclTokensOf, type HclToken } from './tokens.ts';
import { readHclValue } from './value.ts';
import type { TreeMember } from '../tree/node.ts';
import { rememberingLast } from '../text/last-text.ts';
import { excerpt, reportTo } from '../report.ts';

/** A name, labels and braces: `resource "type" "name" { … }`. */
export interface HclBlock {
  name: string;
  nameSpan: Span;
  labels: WrittenValue[];
  span: Span;
  body: HclBody;
}

/** What stands in a file or between the braces of a block. */
export interface HclBody {
  /** What has a name, an equals sign and a value. */
  members: TreeMember[];
  blocks: HclBlock[];
  /** Of a block, from brace to brace. */
  span: Span;
}

export interface HclDocument {
  syntax: 'hcl';
  text: string;
  body: HclBody;
  problems: Problem[];
}

function readHcl(text: string): HclDocument {
  const problems: Problem[] = [];
  const report = reportTo(problems);
  const tokens = hclTokensOf(text, report);
  const reader: HclReader = { text, tokens, next: 0, report, stopped: false };
  const body = readBody(reader, null, 0);
  return { syntax: 'hcl', text, body, problems };
}

/**
 * Reads any text; reports `bracket-unclosed`, `bracket-stray`, `comma-missing`, `value-missing`, `token-unexpected`,
 * `hcl-line-missing`, `nesting-too-deep` and what its tokens report.
 */
export const parseHcl = rememberingLast(readHcl);

/** Reads what stands in `block`, or in the whole text where that is null, up to the brace that closes it. */
function readBody(reader: HclReader, block: HclToken | null, depth: number): HclBody {
  const { report } = reader;
  const from = block ? currentToken(reader).span.from : 0;
  if (block) reader.next++;
  const body: HclBody = { members: [], blocks: [], span: { from, to: reader.text.length } };
  for (;;) {
    const token = currentToken(reader);
    if (token.kind === '}' && block) {
      reader.next++;
      body.span.to = token.span.to;
      return body;
    }
    if (token.kind === 'end' || (block && beginsOutside(reader, block))) {
      if (block && !reader.stopped) {
        report('bracket-unclosed', { opener: '{', closer: '}' }, { from, to: from + 1 });
      }
      if (block) body.span.to = endOfLast(reader);
      return body;
    }
    if (token.kind === '}' || token.kind === ']' || token.kind === ')') {
      report('bracket-stray', { closer: token.kind }, token.span);
      reader.next++;
    } else readMember(reader, body, depth);
  }
}

/** A rule does not stand in a rule, nor a resource in anything: there the brace before is missing. */
function beginsOutside(reader: HclReader, block: HclToken): boolean {
  const { value } = currentToken(reader);
  if (value !== block.value && value !== 'resource') return false;
  return beginsMember(reader) && reader.tokens[reader.next + 1]?.kind !== '=';
}

function readMember(reader: HclReader, body: HclBody, depth: number): void {
  const { report, tokens } = reader;
  const token = currentToken(reader);
  const isName = token.kind === 'word' || token.kind === 'string';
  if (isName && !token.first && (body.members.length > 0 || body.blocks.length > 0)) {
    report('hcl-line-missing', {}, token.span);
  }
  if (isName && tokens[reader.next + 1]?.kind === '=') {
    reader.next += 2;
    const value = readHclValue(reader, { depth, inside: null });
    const span = { from: token.span.from, to: endOfLast(reader) };
    body.members.push({ key: token.value, keySpan: token.inner, span, value });
    return;
  }
  const block = isName ? readBlock(reader, depth) : null;
  if (block) body.blocks.push(block);
  else if (!reader.stopped) {
    report('token-unexpected', { token: excerpt(token.value) }, token.span);
    do reader.next++;
    while (!endsLine(currentToken(reader)));
  }
}

const endsLine = ({ kind, first }: HclToken): boolean => first || kind === '}' || kind === 'end';

/** Null, with nothing read, where no brace follows on the line. */
function readBlock(reader: HclReader, depth: number): HclBlock | null {
  const start = reader.next;
  const token = currentToken(reader);
  const labels: WrittenValue[] = [];
  for (reader.next++; ; reader.next++) {
    const { kind, value, inner, first } = currentToken(reader);
    if (first || (kind !== 'string' && kind !== 'word')) break;
    labels.push({ value, span: inner });
  }
  if (currentToken(reader).kind !== '{' || currentToken(reader).first) {
    reader.next = start;
    return null;
  }
  if (tooDeep(reader, depth + 1)) return null;
  const body = readBody(reader, token, depth + 1);
  const span = { from: token.span.from, to: body.span.to };
  return { name: token.value, nameSpan: token.inner, labels, span, body };
}
