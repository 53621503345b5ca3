/** Lists in a tree that are one text with commas. */
import type { TextEdit, WrittenValue } from '../../model.ts';
import { addItem, commaItems, isSayable, removeItem, replaceItem } from '../text/comma-list.ts';
import type { TreeMember, TreeNode } from './node.ts';

const known = new WeakMap<TreeNode, WrittenValue[]>();

/** The members of the list that a text is, cut up once; null where it is no text. */
export function commaMembers(text: string, { value }: TreeMember): WrittenValue[] | null {
  if (value?.type !== 'string') return null;
  const { written } = value;
  const members =
    known.get(value) ?? commaItems(written, text.slice(written.span.from, written.span.to), decode);
  known.set(value, members);
  return members;
}

/** What stands for what between double quotes, or null where nothing does. */
function decode(piece: string): string | null {
  try {
    return JSON.parse(`"${piece}"`) as string;
  } catch {
    return null;
  }
}

const encode = (value: string): string => JSON.stringify(value).slice(1, -1);

/** The edit that adds a value to such a list, before the one at `at`, else behind the last. */
export function addComma(
  text: string,
  member: TreeMember,
  items: readonly WrittenValue[],
  at: number,
  value: string
): TextEdit[] {
  const values = items.map((item) => item.value);
  return isQuoted(text, member) && items.length > 0
    ? addItem(text, items, at, value, encode)
    : rewrite(member, values.toSpliced(at, 0, value));
}

/** The edit that puts another value in the place of one. */
export function replaceComma(
  text: string,
  member: TreeMember,
  items: readonly WrittenValue[],
  index: number,
  value: string
): TextEdit[] {
  if (index >= items.length) return [];
  return isQuoted(text, member)
    ? replaceItem(items, index, value, encode)
    : rewrite(member, items.map((item) => item.value).with(index, value));
}

/** The edit that takes one out; the text of the last one stays, empty. */
export function removeComma(
  text: string,
  member: TreeMember,
  items: readonly WrittenValue[],
  index: number
): TextEdit[] {
  if (isQuoted(text, member)) return removeItem(items, index, encode);
  const left = items.map((item) => item.value).toSpliced(index, 1);
  return index < items.length && isSayable(left) ? rewrite(member, left) : [];
}

/** True where the text stands between double quotes, as strict JSON has it. */
const isQuoted = (text: string, { value }: TreeMember): boolean =>
  value !== null && text[value.span.from] === '"' && text[value.span.to - 1] === '"';

const rewrite = ({ value }: TreeMember, values: readonly string[]): TextEdit[] =>
  value === null ? [] : [{ span: value.span, insert: JSON.stringify(values.join(',')) }];
