/** The scalars of YAML, and what its readers share. */
import { CST } from 'yaml';
import type { Span } from '../../model.ts';
import type { TreeNode, TreeScalar } from '../tree/node.ts';
import { excerpt, type ReportProblem } from '../report.ts';

export interface YamlReader {
  text: string;
  report: ReportProblem;
  /** The names of the anchors before the place of reading. */
  anchors: Set<string>;
  /** True where something was too deep to be read. */
  stopped: boolean;
  readNode: (
    reader: YamlReader,
    token: CST.Token,
    props: readonly CST.SourceToken[],
    depth: number
  ) => TreeNode | null;
}

/** https://yaml.org/spec/1.2.2/#103-core-schema */
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const NULL = /^(?:null|Null|NULL|~)$/;
const BLANKS = ' \t\r\n';

/** Where a token is shown: its own characters, its first key, or the first character of what it holds. */
export function spanOfToken(token: CST.Token): Span {
  const key = token.type === 'block-map' ? token.items[0]?.key : null;
  if (key && 'source' in key) return spanOfToken(key);
  const from = token.offset;
  const length = 'source' in token && token.type !== 'block-scalar' ? token.source.length : 1;
  return { from, to: from + Math.max(1, length) };
}

/** Reports `token-unexpected` for what stands behind a value on its line. */
export function reportStray(reader: YamlReader, end: readonly CST.SourceToken[] = []): void {
  for (const token of end) {
    if (['space', 'comment', 'newline', 'flow-error-end'].includes(token.type)) continue;
    const { source } = token;
    reader.report('token-unexpected', { token: excerpt(source) }, spanOfToken(token));
  }
}

/** What stands for a value that is not written: the tag that should have one, or an empty one at `place`. */
export function emptyNode(
  props: readonly CST.SourceToken[],
  place: CST.Token | { offset: number; length: number }
): TreeScalar {
  const tag = props.find(({ type }) => type === 'tag');
  const length = 'length' in place ? place.length : 1;
  const { offset } = tag ?? place;
  const span = { from: offset, to: offset + (tag?.source.length ?? length) };
  return tag
    ? { type: 'expression', span, written: { value: tag.source, span } }
    : { type: 'null', span, written: { value: '', span } };
}

/** Reports `string-unclosed`, `string-invalid`, `token-unexpected`, `yaml-alias` and `yaml-star`. */
export function readYamlScalar(
  reader: YamlReader,
  token: CST.FlowScalar | CST.BlockScalar
): TreeScalar | null {
  const { report } = reader;
  if (token.type !== 'block-scalar') reportStray(reader, token.end);
  if (token.type === 'alias') return readAlias(reader, token);
  const { offset, source } = token;
  let closed = true;
  const resolved = CST.resolveAsScalar(token, true, (at, code) => {
    const rest = { from: at, to: Math.min(at + 2, offset + source.length) };
    if (code === 'MISSING_CHAR') {
      closed = false;
      report('string-unclosed', {}, { from: offset, to: offset + 1 });
    } else if (code === 'BAD_DQ_ESCAPE') report('string-invalid', {}, rest);
    else if (code === 'BAD_SCALAR_START') {
      report('token-unexpected', { token: excerpt(source) }, { from: at, to: at + 1 });
    }
  });
  const span = { from: offset, to: trimmedEnd(reader.text, offset, resolved.range[1]) };
  const value = closed ? resolved.value : source.slice(1).trimEnd();
  if (token.type === 'scalar') {
    return { type: typeOf(value), span, written: { value, span } };
  }
  const quoted = token.type !== 'block-scalar';
  const inner = quoted ? { from: span.from + 1, to: closed ? span.to - 1 : span.to } : span;
  return { type: 'string', span, written: { value, span: inner } };
}

function typeOf(plain: string): TreeScalar['type'] {
  if (NUMBER.test(plain)) return 'number';
  if (BOOLEAN.test(plain)) return 'boolean';
  return NULL.test(plain) ? 'null' : 'string';
}

/**
 * CloudFormation takes no aliases. One whose anchor is there is left unread; any other is a text that lacks its quotes.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
function readAlias(reader: YamlReader, token: CST.FlowScalar): TreeScalar | null {
  const span = spanOfToken(token);
  const { source } = token;
  const known = reader.anchors.has(source.slice(1));
  reader.report(known ? 'yaml-alias' : 'yaml-star', { alias: excerpt(source) }, span);
  return known ? null : { type: 'string', span, written: { value: source, span } };
}

/** Without the line ends and blanks that a block scalar takes along. */
function trimmedEnd(text: string, from: number, to: number): number {
  while (to > from + 1 && BLANKS.includes(text.charAt(to - 1))) to--;
  return to;
}
