/** Where the cursor stands among objects and lists, be they written in JSON, YAML or HCL. */
import type { ReadResult } from '../format.ts';
import type { TreeNode } from './node.ts';
import { isListField, type RuleKey } from '../rule-key.ts';
import type { Span } from '../../model.ts';
import { lastMember, type OpenNode, type Container } from './open-path.ts';
import type { CursorPlace, NameOffer } from '../cursor-place.ts';
import { keyOf, namesOf, type KnownName, type Spelling } from './spelling.ts';

/** What a grammar tells of the cursor. */
export interface TreeCursor {
  typed: Span;
  replaced: Span;
  /** What is in the way of a whole rule; null where a value belongs to it. */
  cut: Span | null;
  /** What is open around, outermost first. */
  path: OpenNode[];
  /** The key whose value is being written; null where a name or an item of a list is. */
  member: string | null;
  /** The object or list around, in the whole text. */
  whole: Container | null;
  /** The type of the Terraform resource around. */
  resource: string | null;
  /** How a name and what belongs to it are written; null where only the name is, since its value is there. */
  name: (name: KnownName) => Pick<NameOffer, 'insert' | 'caret'>;
  value: (value: string, alone: boolean) => string;
}

/** True where a comment of several lines begins in a gap between tokens and does not end there. */
export const openComment = (gap: string): boolean => gap.lastIndexOf('/*') > gap.lastIndexOf('*/');

/** Where in the path a rule stands, and which it is of the read rule set. */
function ruleIn(
  path: readonly OpenNode[],
  { ruleSet }: ReadResult
): { depth: number; rule: number } {
  for (const [depth, { node }] of path.entries()) {
    const rule = ruleSet.rules.findIndex(({ span }) => span.from === node.span.from);
    if (rule !== -1 && node.type === 'object') return { depth, rule };
  }
  return { depth: -1, rule: -1 };
}

/** Lists and blocks that hold rules, in any format. */
const HOLDERS =
  /^(?:CORSRules?|CorsRules|corsRules|cors|rules|cors_rules)$|^(?:aws|google|tencentcloud|alicloud|huaweicloud|digitalocean|b2)_\w*bucket\w*$/;

/** Null where nothing of a rule can be written. */
export function treePlace(
  cursor: TreeCursor,
  read: ReadResult,
  spelling: Spelling
): CursorPlace | null {
  const { path, typed, replaced } = cursor;
  if (hasValue(cursor)) return null;
  const { depth, rule } = ruleIn(path, read);
  const inner = path.at(-1);
  if (depth === -1) return rulesPlace(cursor, read);
  const inside = path.slice(depth + 1);
  const listed = inner?.node.type === 'array';
  const group = inside[0]?.node.type === 'object' ? inside[0].key : null;
  if (inside.length > (group === null ? 0 : 1) + (listed ? 1 : 0)) return null;
  if (!listed && cursor.member === null) return namePlace(cursor, spelling, group);
  const own = listed ? inner.key : cursor.member;
  const field = own === null ? null : keyOf(spelling, group === null ? own : `${group}.${own}`);
  if (field === null) return null;
  const alone = !listed && isListField(field) && spelling.lists !== 'commas';
  return {
    writes: 'value',
    typed,
    replaced,
    field,
    rule,
    write: (value) => cursor.value(worded(field, value, spelling), alone)
  };
}

/** True where the value that is to be written stands behind the cursor already. */
function hasValue({ member, whole, typed }: TreeCursor): boolean {
  const members = whole?.type === 'object' && member !== null ? whole.members : [];
  const value = members.findLast(({ key }) => key === member)?.value;
  return value != null && value.type !== 'null' && value.span.from >= typed.to;
}

const worded = (field: RuleKey, value: string, { methods }: Spelling): string =>
  field === 'allowedMethods' && methods ? methods.write(value) : value;

function namePlace(cursor: TreeCursor, spelling: Spelling, group: string | null): CursorPlace {
  const { typed, replaced, whole } = cursor;
  const members = whole?.type === 'object' ? whole.members : [];
  const own = members.find(({ keySpan }) => keySpan.from === typed.from);
  const there = members.filter((one) => one !== own).map(({ key }) => key);
  const names = namesOf(spelling, there)
    .map((name) => (group === null && name.group !== null ? { ...name, name: name.group } : name))
    .filter((name) => group === null || name.group === group)
    .filter(({ name }, index, all) => all.findIndex((one) => one.name === name) === index)
    .filter((name) => !there.includes(name.name) && mayHold(name, own?.value ?? null))
    .map((name): NameOffer => ({ name: name.name, meaning: name.key, ...cursor.name(name) }));
  return { writes: 'name', kind: 'key', typed, replaced, names, at: null, cut: replaced };
}

/** A key that has a value already keeps it, so that only the names of such values are offered. */
function mayHold({ name, key, group }: KnownName, value: TreeNode | null): boolean {
  if (value === null || value.type === 'null' || value.type === 'expression') return true;
  if (value.type === 'object') return group === name;
  return (value.type === 'array') === (isListField(key) && group !== name);
}

/** Where a whole rule may be written: in the list, or the block, that holds rules. */
function rulesPlace(cursor: TreeCursor, { ruleSet }: ReadResult): CursorPlace | null {
  const { path, typed, replaced, cut, member, resource } = cursor;
  const inner = path.at(-1);
  const named = inner?.node.type === 'array' ? inner.key : (member ?? resource);
  if (cut === null) return null;
  const isRoot = path.length === 1 && inner?.node.type === 'array';
  if (!isRoot && (named === null || !HOLDERS.test(named))) return null;
  const at = ruleSet.rules.filter(({ span }) => span.to <= typed.from).length;
  return { writes: 'name', kind: 'key', typed, replaced, names: [], at, cut };
}

/** True where the last member of the innermost object has its mark and no value yet. */
export const awaitsValue = (text: string, around: OpenNode | undefined): string | null => {
  const member = lastMember(around?.node);
  if (!member || member.value !== null) return null;
  return /[:=]/.test(text.charAt(member.span.to - 1)) ? member.key : null;
};
