/**
 * A reader of YAML that goes on after every mistake. The text is taken apart by the parser of the `yaml` package into
 * tokens that keep their places; what they mean is read here, since a template must be read beside its mistakes, with
 * its functions (`!Sub`) left as they are, and in time that grows with the text alone. https://yaml.org/spec/1.2.2/
 */
import { Parser, type CST } from 'yaml';
import type { Problem } from '../problem.ts';
import type { TreeArray, TreeMember, TreeNode, TreeObject } from '../tree/node.ts';
import { rememberingLast } from '../text/last-text.ts';
import { DEPTH_LIMIT, excerpt, reportTo } from '../report.ts';
import { readYamlFlow } from './flow.ts';
import { readYamlMember } from './member.ts';
import { emptyNode, readYamlScalar, reportStray, spanOfToken, type YamlReader } from './scalar.ts';

export interface YamlDocument {
  syntax: 'yaml';
  text: string;
  root: TreeNode | null;
  problems: Problem[];
}

function readYaml(text: string): YamlDocument {
  const problems: Problem[] = [];
  const report = reportTo(problems);
  const reader: YamlReader = { text, report, anchors: new Set(), stopped: false, readNode };
  let root: TreeNode | null | undefined;
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error') {
      report('token-unexpected', { token: excerpt(token.source) }, spanOfToken(token));
    }
    if (token.type !== 'document' || !token.value) continue;
    if (root !== undefined) {
      report('yaml-after-end', {}, spanOfToken(token.value));
      break;
    }
    root = readNode(reader, token.value, token.start, 0);
    reportStray(reader, token.end);
  }
  return { syntax: 'yaml', text, root: root ?? null, problems };
}

/**
 * Reads any text, up to the end of its first document. Reports the `yaml-` problems, `bracket-unclosed`, `comma-missing`,
 * `value-missing`, `token-unexpected`, `string-unclosed`, `string-invalid` and `nesting-too-deep`.
 */
export const parseYaml = rememberingLast(readYaml);

/** The node of a token and of the tag before it, or null where it could not be read. */
function readNode(
  reader: YamlReader,
  token: CST.Token,
  props: readonly CST.SourceToken[],
  depth: number
): TreeNode | null {
  const node = readUntagged(reader, token, depth);
  const tag = props.find(({ type }) => type === 'tag');
  for (const { type, source } of props) {
    if (type === 'anchor') reader.anchors.add(source.slice(1));
  }
  if (!tag || tag.source.startsWith('!!')) return node;
  const end = tag.offset + tag.source.length;
  const span = { from: tag.offset, to: Math.max(end, node?.span.to ?? end) };
  return { type: 'expression', span, written: { value: tag.source, span } };
}

function readUntagged(reader: YamlReader, token: CST.Token, depth: number): TreeNode | null {
  switch (token.type) {
    case 'alias':
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
    case 'block-scalar':
      return readYamlScalar(reader, token);
    case 'block-map':
    case 'block-seq':
    case 'flow-collection':
      break;
    default:
      reader.report(
        'token-unexpected',
        { token: excerpt('source' in token ? token.source : '') },
        spanOfToken(token)
      );
      return null;
  }
  if (depth >= DEPTH_LIMIT) {
    if (!reader.stopped) {
      reader.report('nesting-too-deep', { limit: DEPTH_LIMIT }, spanOfToken(token));
    }
    reader.stopped = true;
    return null;
  }
  if (token.type === 'flow-collection') return readYamlFlow(reader, token, depth + 1);
  return token.type === 'block-map'
    ? readMap(reader, token, depth + 1)
    : readSequence(reader, token, depth + 1);
}

function readMap(reader: YamlReader, token: CST.BlockMap, depth: number): TreeObject {
  const members: TreeMember[] = [];
  for (const item of token.items) readYamlMember(reader, members, item, token.indent, depth);
  const from = token.offset;
  return { type: 'object', span: { from, to: members.at(-1)?.span.to ?? from + 1 }, members };
}

function readSequence(reader: YamlReader, token: CST.BlockSequence, depth: number): TreeArray {
  const items: TreeNode[] = [];
  const span = { from: token.offset, to: token.offset + 1 };
  for (const { start, value } of token.items) {
    const dash = start.find(({ type }) => type === 'seq-item-ind');
    const before = items.at(-1);
    if (value && !dash) reader.report('yaml-indent', {}, spanOfToken(value));
    const node = value
      ? readNode(reader, value, start, depth)
      : dash
        ? emptyNode(start, dash)
        : null;
    if (!node) continue;
    span.to = node.span.to;
    if (!dash && node.type === 'object' && before?.type === 'object') {
      before.members.push(...node.members);
      before.span.to = node.span.to;
    } else items.push(node);
  }
  return { type: 'array', span, items };
}
