/** Where the cursor stands in JSON. */
import type { ReadResult } from '../format.ts';
import { parseJson } from './parse.ts';
import { tokensOf } from './tokens.ts';
import { isListField } from '../rule-key.ts';
import { containerAt, openPath, openBrackets } from '../tree/open-path.ts';
import type { CursorPlace } from '../cursor-place.ts';
import type { KnownName, Spelling } from '../tree/spelling.ts';
import { awaitsValue, openComment, treePlace, type TreeCursor } from '../tree/cursor.ts';

/** What stands behind the cursor of a word that is written whole. */
const REST = /^[^\s"',:[\]{}]*/;
const REST_OF_STRING = /^[^\s"',[\]{}]*/;

/** Null where nothing of the format can be written. */
export function jsonPlace(
  text: string,
  offset: number,
  read: ReadResult,
  spelling: Spelling
): CursorPlace | null {
  const start = startOfTyped(text, offset);
  if (start === null) return null;
  const { from, quote } = start;
  const before = text.slice(0, from);
  const document = parseJson(before);
  const path = openPath(document.root, openBrackets(document.problems));
  const inner = path.at(-1);
  if (!inner) return null;
  const member = awaitsValue(before, inner);
  const last = before.trimEnd().at(-1) ?? '';
  // What stands before is a value without the comma behind it.
  if (member === null && !/[[{,]/.test(last)) return null;
  const at = from + quote.length;
  const commas = spelling.lists === 'commas' && quote !== '' && member !== null;
  const typedFrom = commas ? Math.max(at, text.lastIndexOf(',', offset - 1) + 1) : at;
  const to =
    offset +
    ((quote === '' ? REST : REST_OF_STRING).exec(text.slice(offset, offset + 200))?.[0].length ??
      0);
  const closed = quote !== '' && text[to] === quote;
  const cut = { from, to: closed ? to + 1 : to };
  const after = text.slice(cut.to).trimStart();
  // A comma that nothing follows is in the way of a whole rule as well.
  const endsList = last === ',' && (after === '' || after.startsWith(']'));
  const mark = quote === '' ? '"' : quote;
  const inList = commas && text[to] === ',';
  const end = inList ? '' : mark;
  const comma = /^["'\w{]/.test(after) ? ',' : '';
  const cursor: TreeCursor = {
    typed: { from: typedFrom, to },
    replaced: { from: typedFrom, to: inList ? to : cut.to },
    cut: endsList ? { from: before.trimEnd().length - 1, to: cut.to } : cut,
    path,
    member,
    whole: containerAt(parseJson(text).root, inner.node.span.from),
    resource: null,
    name: (name) => {
      const opening = quote === '' ? mark : '';
      if (after.startsWith(':')) {
        const insert = opening + name.name + mark;
        return { insert, caret: insert.length };
      }
      const { insert, caret } = valueOf(name, spelling, mark);
      const key = `${opening}${name.name}${mark}: `;
      return { insert: key + insert + comma, caret: key.length + caret };
    },
    value: (value, alone) => {
      const written = escaped(value, mark) + end;
      const item = quote === '' ? mark + written : written;
      if (!alone || quote !== '') return item + (inList ? '' : comma);
      return `[${item}]${comma}`;
    }
  };
  return treePlace(cursor, read, spelling);
}

/** Where the string or word begins that the cursor stands in, with its quote; null in a comment. */
function startOfTyped(text: string, offset: number): { from: number; quote: string } | null {
  const before = text.slice(0, offset);
  let open = false;
  const tokens = tokensOf(before, before.startsWith('\ufeff') ? 1 : 0, (code, _args, { to }) => {
    open ||= code === 'json-string-unclosed' && to === offset;
  });
  const last = tokens.at(-2);
  if (last?.kind === 'string' && open) {
    return { from: last.span.from, quote: text.charAt(last.span.from) };
  }
  if (last?.kind === 'string' && last.span.to === offset) return null;
  const gap = before.slice(last?.span.to ?? 0);
  if (gap.slice(gap.lastIndexOf('\n') + 1).includes('//') || openComment(gap)) return null;
  const word = last?.kind === 'word' && last.span.to === offset;
  return { from: word ? last.span.from : offset, quote: '' };
}

/** What a new key begins with, and where in it the cursor belongs. */
function valueOf(
  { key, name, group }: KnownName,
  { lists }: Spelling,
  mark: string
): { insert: string; caret: number } {
  if (group !== null && group === name) return { insert: '{}', caret: 1 };
  if (key === 'maxAgeSeconds') return { insert: '600', caret: 3 };
  if (!isListField(key) || lists === 'commas') return { insert: mark + mark, caret: 1 };
  return { insert: `[${mark}${mark}]`, caret: 2 };
}

const escaped = (value: string, quote: string): string => {
  const inner = JSON.stringify(value).slice(1, -1);
  return quote === '"' ? inner : inner.replaceAll('\\"', '"').replaceAll("'", "\\'");
};
