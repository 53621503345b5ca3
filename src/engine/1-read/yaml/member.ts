/** The members of YAML's maps, in blocks and in braces. */
import type { CST } from 'yaml';
import type { Span } from '../../model.ts';
import type { TreeMember, TreeScalar } from '../tree/node.ts';
import { DEPTH_LIMIT, excerpt } from '../report.ts';
import { emptyNode, readYamlScalar, spanOfToken, type YamlReader } from './scalar.ts';

/**
 * Reads a key and its value; `indent` is that of the map, null where it does not count. Reports `yaml-indent`, `yaml-tab`,
 * `yaml-colon-missing` and `token-unexpected`.
 */
export function readYamlMember(
  reader: YamlReader,
  members: TreeMember[],
  item: CST.CollectionItem,
  indent: number | null,
  depth: number
): void {
  const { report } = reader;
  const { start, key, sep = [], value } = item;
  const tabbed = reportTabs(reader, start);
  const colon = sep.find(({ type }) => type === 'map-value-ind');
  if (!key) {
    if (colon) report('token-unexpected', { token: ':' }, spanOfToken(colon));
    return;
  }
  reportTabs(reader, sep);
  if (key.type === 'block-seq') {
    joinSequence(reader, members, key, depth);
    return;
  }
  const name = nameOf(reader, key);
  if (!name) {
    const token = excerpt('source' in key ? key.source : reader.text.charAt(key.offset));
    report('token-unexpected', { token }, spanOfToken(key));
    return;
  }
  if (name.lead) report('yaml-colon-missing', { key: excerpt(name.lead.value) }, name.lead.span);
  else if (!tabbed && !isExplicit(start) && isAstray(key, indent)) {
    report('yaml-indent', {}, name.span);
  }
  const { keySpan } = name;
  const member: TreeMember = { key: name.key, keySpan, span: { ...name.span }, value: null };
  members.push(member);
  if (!colon) {
    report('yaml-colon-missing', { key: excerpt(name.key) }, name.span);
    return;
  }
  member.span.to = colon.offset + 1;
  const inline = value?.type === 'block-map' && !sep.some(({ type }) => type === 'newline');
  if (inline) member.value = joinMap(reader, members, value, depth + 1);
  else if (value) member.value = reader.readNode(reader, value, sep, depth);
  else {
    const { from, to } = member.span;
    member.value = emptyNode(sep, { offset: from, length: to - from });
  }
  member.span.to = Math.max(member.span.to, member.value?.span.to ?? 0);
}

const isAstray = (key: CST.Token, indent: number | null): boolean =>
  indent !== null && 'indent' in key && key.indent !== indent;

const isExplicit = (start: readonly CST.SourceToken[]): boolean =>
  start.some(({ type }) => type === 'explicit-key-ind');

interface YamlKey {
  key: string;
  /** Of the key, between its quotes. */
  keySpan: Span;
  span: Span;
  /** The line before, which the key took up because it has no colon. */
  lead: { value: string; span: Span } | null;
}

function nameOf(reader: YamlReader, key: CST.Token): YamlKey | null {
  if (
    key.type !== 'scalar' &&
    key.type !== 'single-quoted-scalar' &&
    key.type !== 'double-quoted-scalar'
  ) {
    return null;
  }
  const { offset, source } = key;
  const line = source.lastIndexOf('\n') + 1;
  if (key.type === 'scalar' && line > 0) {
    const last = source.slice(line).trim();
    const from = offset + source.lastIndexOf(last);
    const span = { from, to: from + last.length };
    const value = (source.split('\n', 1)[0] ?? '').trimEnd();
    const lead = { value, span: { from: offset, to: offset + value.length } };
    return { key: last, keySpan: span, span, lead };
  }
  const scalar = readYamlScalar(reader, key);
  if (!scalar) return null;
  const { written, span } = scalar;
  const keySpan = written.value === '' ? span : written.span;
  return { key: written.value, keySpan, span, lead: null };
}

/** A list that is indented otherwise than the one before goes on with it. */
function joinSequence(
  reader: YamlReader,
  members: TreeMember[],
  token: CST.BlockSequence,
  depth: number
): void {
  reader.report('yaml-indent', {}, spanOfToken(token));
  const node = reader.readNode(reader, token, [], depth);
  const before = members.at(-1);
  if (node?.type !== 'array' || before?.value?.type !== 'array') return;
  before.value.items.push(...node.items);
  before.value.span.to = before.span.to = node.span.to;
}

/**
 * A map cannot begin on the line of its key: what was taken for one are the members that follow, indented too far, or a value
 * with a colon. They go on in the map around. Returns the value of the key.
 */
function joinMap(
  reader: YamlReader,
  members: TreeMember[],
  { items }: CST.BlockMap,
  depth: number
): TreeScalar | null {
  const { report } = reader;
  const [first, ...rest] = items;
  if (!first?.key || depth > DEPTH_LIMIT) {
    if (first?.key) report('nesting-too-deep', { limit: DEPTH_LIMIT }, spanOfToken(first.key));
    return null;
  }
  const name = nameOf(reader, first.key);
  const lead = name?.lead;
  if (name && lead) report('yaml-indent', {}, name.span);
  else report('token-unexpected', { token: ':' }, spanOfToken(first.sep[0] ?? first.key));
  const key = lead && name ? lastLine(first.key, name) : first.key;
  for (const item of [{ ...first, key }, ...rest]) {
    readYamlMember(reader, members, item, null, depth);
  }
  return lead
    ? { type: 'string', span: lead.span, written: { value: lead.value, span: lead.span } }
    : null;
}

/** The key of a member whose line before was taken for a part of it. */
function lastLine(key: CST.Token, { key: source, span }: YamlKey): CST.Token {
  return key.type === 'scalar' ? { ...key, source, offset: span.from } : key;
}

/** Indentation is made of spaces only. https://yaml.org/spec/1.2.2/#61-indentation-spaces */
function reportTabs({ report }: YamlReader, tokens: readonly CST.SourceToken[]): boolean {
  let [indents, found] = [true, false];
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1]?.type;
    const content = next !== 'newline' && next !== 'comment';
    if (token.type === 'newline') indents = true;
    else if (token.type !== 'space') indents = false;
    else if (indents && content && token.source.includes('\t')) {
      report('yaml-tab', {}, spanOfToken(token));
      found = true;
    }
  }
  return found;
}
