/** Finds rules in a tree, in every shape in which the S3 family's tools and SDKs write them. */
import { LIST_FIELDS } from '../../model.ts';
import { closestName } from '../closest-name.ts';
import type { JsonDocument, TreeMember, TreeNode, TreeObject } from './node.ts';
import { reportName, reportRepeated, reportType } from './fields.ts';
import type { ReportProblem } from '../report.ts';
import { keyOfName, PLURAL, SINGULAR } from '../rule-key.ts';

const WRAPPER = 'CORSConfiguration';
const RULES = 'CORSRules';
const RULE = 'CORSRule';
export const VARY = 'ResponseVary';

/** What SDK calls and answers hold beside the rules; it says nothing about them. */
const BESIDE = new Set([
  'Bucket',
  'Region',
  'ExpectedBucketOwner',
  'ChecksumAlgorithm',
  'ContentMD5',
  'statusCode',
  'headers',
  'RequestId',
  'ResponseMetadata',
  '$metadata'
]);

/** True for the key of a list in either spelling, which tells one spelling from the other. */
export function spellsLists(key: string): boolean {
  return LIST_NAMES.includes(key);
}

const LIST_NAMES = [SINGULAR, PLURAL].flatMap((names) => LIST_FIELDS.map((field) => names[field]));
const SINGULAR_LIST_NAMES = new Set(LIST_FIELDS.map((field) => SINGULAR[field]));

/** Where the rules of a document stand, and how they are written. */
export interface TreePlace {
  /** The key that holds the rules; `list` and `single` stand without one, `other` is a key of another family's. */
  kind: typeof RULES | typeof RULE | 'list' | 'single' | 'other';
  /** The key as it is written; null without one. */
  key: TreeMember | null;
  /** The objects around the rules, outermost first. */
  around: TreeObject[];
  /** The list of rules, or a rule alone; null where nothing is written. */
  node: TreeNode | null;
  rules: TreeObject[];
  vary: TreeMember | null;
  /** True where a key is of the one-name-per-value spelling. */
  singular: boolean;
  /** True where a list is written as a lone string. */
  lone: boolean;
}

/** The place of the rules, or null where no key of the document names any. */
export function placeOfRules({ root }: JsonDocument): TreePlace | null {
  if (!root) return null;
  if (root.type === 'array') {
    const plausible = root.items.length === 0 || root.items.some(mayBeRule);
    return plausible ? place('list', null, [], root) : null;
  }
  if (root.type !== 'object') return null;
  const wrapped = member(root, WRAPPER)?.value;
  const around = wrapped?.type === 'object' ? [root, wrapped] : [root];
  const holder = around.at(-1) ?? root;
  for (const kind of [RULES, RULE] as const) {
    const key = member(holder, kind) ?? misspeltMember(holder, kind);
    if (key) return place(kind, key, around, key.value);
  }
  return root.members.length > 0 && mayBeRule(root) ? place('single', null, [], root) : null;
}

/** The place of rules under a key that no tool of the S3 family has, or null where the document is no object with it. */
export function placeUnder(key: string, { root }: JsonDocument): TreePlace | null {
  const found = root?.type === 'object' ? member(root, key) : undefined;
  return root?.type === 'object' && found ? place('other', found, [root], found.value) : null;
}

/** The place of rules that stand alone in a list, or null where the document is none. */
export function placeInList({ root }: JsonDocument): TreePlace | null {
  return root?.type === 'array' ? place('list', null, [], root) : null;
}

/**
 * The place of the first rules, however deep they stand: of the first object that `isRule` takes, and of the list around it.
 * Null where there is none.
 */
function placeWhere(
  { root }: JsonDocument,
  isRule: (object: TreeObject) => boolean
): TreePlace | null {
  return root && placeBelow(root, null, [], isRule);
}

function placeBelow(
  node: TreeNode,
  key: TreeMember | null,
  around: TreeObject[],
  isRule: (object: TreeObject) => boolean
): TreePlace | null {
  if (node.type === 'array') {
    const listed = node.items.some((item) => item.type === 'object' && isRule(item));
    if (listed) return place(key ? 'other' : 'list', key, around, node);
    for (const item of node.items) {
      const found = placeBelow(item, null, around, isRule);
      if (found) return found;
    }
  }
  if (node.type !== 'object') return null;
  if (isRule(node)) return place(key ? 'other' : 'single', key, around, node);
  for (const inner of node.members) {
    const found = inner.value && placeBelow(inner.value, inner, [...around, node], isRule);
    if (found) return found;
  }
  return null;
}

/** The same, or of a list without rules: under `key`, or in none where that is null. */
export const placeOfRule =
  (isRule: (object: TreeObject) => boolean, key: string | null) =>
  (document: JsonDocument): TreePlace | null =>
    placeWhere(document, isRule) ??
    (key === null ? placeInList(document) : placeUnder(key, document));

/** True where such a rule stands, or none under a key; an empty list alone may be any format's. */
export const saysRules =
  (isRule: (object: TreeObject) => boolean) =>
  ({ kind, rules }: TreePlace): boolean =>
    rules.length === 0 ? kind === 'other' : rules.some(isRule);

/** True for an object that has one of these names. */
export const hasName =
  (names: ReadonlySet<string>) =>
  ({ members }: TreeObject): boolean =>
    members.some(({ key }) => names.has(key));

/** The place of a rule that is the whole document, or null where that is no object. */
export function placeAlone({ root }: JsonDocument): TreePlace | null {
  return root?.type === 'object' ? place('single', null, [], root) : null;
}

/** Reports `list-missing` for a rule that stands in no list where every tool wants one. */
export function reportBareRule({ kind, node }: TreePlace, report: ReportProblem): void {
  if (kind === 'single' && node)
    report('list-missing', {}, { from: node.span.from, to: node.span.from + 1 });
}

/** The place of the rules in `node`, a list or a rule alone. */
export function place(
  kind: TreePlace['kind'],
  key: TreeMember | null,
  around: TreeObject[],
  node: TreeNode | null
): TreePlace {
  const items = node?.type === 'array' ? node.items : [node];
  const rules = items.filter((item) => item?.type === 'object');
  const members = rules.flatMap((rule) => rule.members);
  const lists = members.filter(({ key }) => spellsLists(key));
  const holder = around.at(-1);
  return {
    kind,
    key,
    around,
    node,
    rules,
    vary: (holder && member(holder, VARY)) ?? null,
    singular: lists.some(({ key }) => SINGULAR_LIST_NAMES.has(key)),
    lone: lists.some(({ value }) => value?.type === 'string')
  };
}

/** The member that counts: of those with the same key, every JSON reader takes the last. */
export function member(object: TreeObject, key: string): TreeMember | undefined {
  return object.members.findLast((member) => member.key === key);
}

function misspeltMember(object: TreeObject, key: string): TreeMember | undefined {
  return object.members.findLast(
    (member) => !BESIDE.has(member.key) && closestName(member.key, [RULES, RULE]) === key
  );
}

function mayBeRule(node: TreeNode): boolean {
  if (node.type !== 'object') return false;
  return (
    node.members.length === 0 ||
    node.members.some(({ key }) => keyOfName(PLURAL, key) ?? closestName(key, LIST_NAMES))
  );
}

/** Reports what stands beside the rules and says nothing: `name-`, `key-repeated` and `value-type`. */
export function reportPlace(found: TreePlace, report: ReportProblem): void {
  const { kind, key, around, node } = found;
  for (const object of around) reportRepeated(object, report);
  const expected = [WRAPPER, kind, VARY];
  for (const member of kind === 'other' ? [] : around.flatMap(({ members }) => members)) {
    if (!BESIDE.has(member.key)) reportName(member, expected, report);
  }
  if (node && node.type !== 'array' && node.type !== 'object') {
    reportType(key?.key ?? kind, ['array'], node, report);
  }
  for (const item of node?.type === 'array' ? node.items : []) {
    const name = kind === 'other' && key ? key.key : RULE;
    if (item.type !== 'object') reportType(name, ['object'], item, report);
  }
}
