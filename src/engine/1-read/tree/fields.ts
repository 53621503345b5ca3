/** What stands in a rule that is an object of the tree. */
import { closestName } from '../closest-name.ts';
import type { TreeMember, TreeNode, TreeObject } from './node.ts';
import { excerpt, type ReportProblem } from '../report.ts';
import { keyOfName, type FieldNames, type RuleKey } from '../rule-key.ts';

/**
 * The members of a rule that say something, in the order of the text. Where a field is written in two spellings, the later
 * spelling of `names` counts; `beside` are names that are no field's, in any letters' case. Reports `name-`, `key-repeated`
 * and `key-superseded`.
 */
export function fieldMembers(
  rule: TreeObject,
  names: readonly FieldNames[],
  report: ReportProblem,
  beside: readonly string[] = []
): { key: RuleKey; member: TreeMember }[] {
  const counting = new Map<RuleKey, { member: TreeMember; spelling: number }>();
  for (const { path, member } of membersOf(rule, names, report)) {
    const keys = names.map((spelt) => keyOfName(spelt, path));
    const spelling = keys.findLastIndex((key) => key !== null);
    const key = keys[spelling] ?? null;
    if (!key) {
      const known = names.flatMap((spelt) => Object.values(spelt));
      const passed = beside.some((name) => name.toLowerCase() === path.toLowerCase());
      if (!passed) reportName({ ...member, key: path }, known, report);
      continue;
    }
    const other = counting.get(key);
    const wins = !other || spelling >= other.spelling;
    if (other && spelling !== other.spelling) {
      const [lost, kept] = wins ? [other.member, member] : [member, other.member];
      report('key-superseded', { name: lost.key, known: kept.key }, lost.keySpan);
    }
    if (wins) counting.set(key, { member, spelling });
  }
  return [...counting]
    .map(([key, { member }]) => ({ key, member }))
    .sort((a, b) => a.member.span.from - b.member.span.from);
}

/** Every member that says a field in any spelling, whether it counts or not, in the order of the text. */
export const membersFor = (
  rule: TreeObject,
  names: readonly FieldNames[],
  key: RuleKey
): TreeMember[] =>
  [...membersOf(rule, names, () => {})]
    .filter(({ path }) => names.some((spelt) => keyOfName(spelt, path) === key))
    .map(({ member }) => member);

/** The members of a rule by the names of {@link FieldNames}; reports `key-repeated` and `value-type`. */
function* membersOf(
  rule: TreeObject,
  names: readonly FieldNames[],
  report: ReportProblem
): Generator<{ path: string; member: TreeMember }> {
  reportRepeated(rule, report);
  const groups = new Set(names.flatMap((spelt) => Object.values(spelt)).flatMap(groupOf));
  for (const member of rule.members) {
    const { key, value } = member;
    if (!groups.has(key)) yield { path: key.includes('.') ? `"${key}"` : key, member };
    else if (rule.members.findLast((other) => other.key === key) !== member) continue;
    else if (value?.type === 'object') {
      reportRepeated(value, report);
      for (const inner of value.members) yield { path: `${key}.${inner.key}`, member: inner };
    } else if (value) {
      reportType(key, ['object'], value, report);
    }
  }
}

/** The object in which a name stands that has a dot. */
const groupOf = (name: string): string[] => (name.includes('.') ? name.split('.', 1) : []);

/** Reports `key-repeated` for every key of an object that a later one overrides. */
export function reportRepeated(object: TreeObject, report: ReportProblem): void {
  const last = new Map<string, TreeMember>();
  for (const member of object.members) {
    const earlier = last.get(member.key);
    if (earlier) report('key-repeated', { name: excerpt(member.key) }, earlier.keySpan);
    last.set(member.key, member);
  }
}

/** Reports `name-misspelt` or `name-unknown` unless the key is known, or half-written and so without a value. */
export function reportName(
  member: TreeMember,
  known: readonly string[],
  report: ReportProblem
): void {
  const { key, keySpan, value } = member;
  if (value === null || known.includes(key)) return;
  const name = key === '' ? '""' : excerpt(key);
  const meant = closestName(key, known);
  if (meant) report('name-misspelt', { name, known: meant }, keySpan);
  else report('name-unknown', { name, known: [...new Set(known)] }, keySpan);
}

/** Reports `value-computed` for an expression, and `value-type` for any other value that is not as it must be. */
export function reportType(
  name: string,
  wanted: string[],
  node: TreeNode,
  report: ReportProblem
): void {
  const args = { name: excerpt(name) };
  if (node.type === 'expression') {
    const expression = excerpt(node.written.value);
    report('value-computed', { ...args, expression }, node.span);
  } else report('value-type', { ...args, wanted, found: node.type }, node.span);
}
