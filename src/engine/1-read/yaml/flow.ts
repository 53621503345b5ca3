/** The lists and maps of YAML that stand in brackets, as those of JSON do. */
import type { CST } from 'yaml';
import type { TreeMember, TreeNode } from '../tree/node.ts';
import { readYamlMember } from './member.ts';
import { reportStray, spanOfToken, type YamlReader } from './scalar.ts';

/** Reports `bracket-unclosed`, `comma-missing` and `value-missing`. */
export function readYamlFlow(
  reader: YamlReader,
  token: CST.FlowCollection,
  depth: number
): TreeNode {
  const { start, end } = token;
  const isMap = start.type === 'flow-map-start';
  const closed = end[0]?.type === (isMap ? 'flow-map-end' : 'flow-seq-end');
  reportStray(reader, closed ? end.slice(1) : end);
  const members: TreeMember[] = [];
  const items: TreeNode[] = [];
  for (const [at, item] of token.items.entries()) {
    reportCommas(reader, item, at);
    if (isMap) readYamlMember(reader, members, item, null, depth);
    else items.push(...readItem(reader, item, depth));
  }
  if (!closed && !reader.stopped) {
    const args = isMap ? { opener: '{', closer: '}' } : { opener: '[', closer: ']' };
    reader.report('bracket-unclosed', args, spanOfToken(start));
  }
  const last = isMap ? members.at(-1) : items.at(-1);
  const to = closed ? (end[0]?.offset ?? 0) + 1 : (last?.span.to ?? start.offset + 1);
  const span = { from: start.offset, to };
  return isMap ? { type: 'object', span, members } : { type: 'array', span, items };
}

function reportCommas({ report }: YamlReader, item: CST.CollectionItem, at: number): void {
  const content = item.key ?? item.value;
  const commas = item.start.filter(({ type }) => type === 'comma');
  const [extra] = commas.slice(at === 0 ? 0 : 1);
  if (extra) report('value-missing', {}, spanOfToken(extra));
  if (content && commas.length === 0 && at > 0) {
    report('comma-missing', {}, spanOfToken(content));
  }
}

/** A value; two where the comma between them is missing; a map of one where there is a colon. */
function readItem(reader: YamlReader, item: CST.CollectionItem, depth: number): TreeNode[] {
  const { start, key, sep = [], value } = item;
  if (sep.some(({ type }) => type === 'map-value-ind')) {
    const members: TreeMember[] = [];
    readYamlMember(reader, members, item, null, depth);
    const [member] = members;
    return member ? [{ type: 'object', span: member.span, members }] : [];
  }
  if (key && value) reader.report('comma-missing', {}, spanOfToken(value));
  return [key, value].flatMap((token) => {
    const node = token && reader.readNode(reader, token, start, depth);
    return node ?? [];
  });
}
