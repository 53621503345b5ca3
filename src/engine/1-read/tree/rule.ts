/** Reads one rule: an object whose members are a rule's fields, whatever the grammar in which it is written. */
import { LIST_FIELDS, type ListField, type Rule, type WrittenValue } from '../../model.ts';
import { commaMembers } from './commas.ts';
import { fieldMembers, reportType } from './fields.ts';
import type { TreeWriting } from './print.ts';
import { isReadable, type TreeMember, type TreeNode, type TreeObject } from './node.ts';
import { emptyRule } from '../plain.ts';
import { excerpt, type ReportProblem } from '../report.ts';
import { isListField, type FieldNames } from '../rule-key.ts';

/** How one format spells a rule and what it takes for a value. */
export interface RuleReading extends TreeWriting {
  /** True where strict JSON parsers take the text, false where it is a piece of JavaScript or Python. */
  strict: boolean;
  /** The spellings of a rule's names. The first is printed; where a field is in two, the later one counts. */
  names: readonly [FieldNames, ...FieldNames[]];
  /** True where no tool takes a text for a list of one. */
  needsLists?: true;
  /** True where a number may be written as a text. */
  takesTexts?: true;
}

/** The rule in `object`, which stands in `text`; reports `list-expected` and what its values and names are wrong in. */
export function readRule(
  text: string,
  object: TreeObject,
  shape: RuleReading,
  report: ReportProblem
): Rule {
  const { names, methods, lists, beside = {} } = shape;
  const rule = emptyRule(object.span);
  for (const { key, member } of fieldMembers(object, names, report, Object.keys(beside))) {
    if (isListField(key)) {
      const commas = lists === 'commas' ? commaMembers(text, member) : null;
      const list = commas ?? readList(member, shape, report);
      const named = methods && key === 'allowedMethods';
      const read = named ? list.map((one) => ({ ...one, value: methods.read(one.value) })) : list;
      for (const field of LIST_FIELDS) if (shares(names[0], key, field)) rule[field] = [...read];
    } else if (key === 'id') rule.id = readSingle(member, ['string'], report);
    else rule.maxAgeSeconds = readNumber(member, shape, report);
  }
  return rule;
}

/** True for a field itself, and for one that has its name. */
const shares = (names: FieldNames, field: ListField, other: ListField): boolean =>
  field === other || (names[field] !== undefined && names[field] === names[other]);

function readList(
  { key, value }: TreeMember,
  { needsLists }: RuleReading,
  report: ReportProblem
): WrittenValue[] {
  if (needsLists && value?.type === 'string') {
    report('list-expected', { name: excerpt(key) }, value.span);
  }
  const items = value?.type === 'array' ? value.items : value ? [value] : [];
  const wanted = value?.type === 'array' ? ['string'] : ['array'];
  return items.flatMap((item) => {
    const text = readText(key, item, wanted, report);
    if (text && item.type !== 'string') reportBare(key, text, report);
    return text ? [text] : [];
  });
}

/** Reports `value-type` and `value-computed`; a number or a boolean is read as its literal text where text is wanted. */
function readText(
  name: string,
  node: TreeNode,
  wanted: string[],
  report: ReportProblem
): WrittenValue | null {
  if (isReadable(node)) return node.written;
  reportType(name, wanted, node, report);
  return null;
}

/** The one value of a member, as it is written; null where there is none that can be read. */
export function readSingle(
  { key, value }: TreeMember,
  wanted: string[],
  report: ReportProblem
): WrittenValue | null {
  const text = value && readText(key, value, wanted, report);
  if (text && value && !wanted.includes(value.type)) reportBare(key, text, report);
  return text;
}

/** The SDKs for JavaScript write ages as strings; strict readers want numbers. Reports `number-quoted`. */
function readNumber(
  member: TreeMember,
  { strict, takesTexts }: RuleReading,
  report: ReportProblem
): WrittenValue | null {
  const text = readSingle(member, ['number', 'string'], report);
  if (text && strict && !takesTexts && member.value?.type === 'string') {
    const args = { name: excerpt(member.key), value: excerpt(text.value) };
    report('number-quoted', args, member.value.span);
  }
  return text;
}

function reportBare(name: string, { value, span }: WrittenValue, report: ReportProblem): void {
  report('value-not-quoted', { name: excerpt(name), value: excerpt(value) }, span);
}
