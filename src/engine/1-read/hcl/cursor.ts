/** Where the cursor stands in Terraform's HCL. */
import type { ReadResult } from '../format.ts';
import { hclString, hclTokensOf } from './tokens.ts';
import { parseHcl, type HclBlock, type HclBody } from './parse.ts';
import type { TreeMember, TreeObject } from '../tree/node.ts';
import { isListField } from '../rule-key.ts';
import { containerAt, openPath, openBrackets } from '../tree/open-path.ts';
import type { CursorPlace } from '../cursor-place.ts';
import type { KnownName, Spelling } from '../tree/spelling.ts';
import { awaitsValue, openComment, treePlace, type TreeCursor } from '../tree/cursor.ts';

/** Where the whole text begins, as if it had a brace around. */
const ROOT = -1;
/** What stands behind the cursor of a word, or of a string, that is written whole. */
const REST = /^[^\s"',:=[\]{}()]*/;
const REST_OF_STRING = /^[^\s"',[\]{}]*/;

/**
 * Null where nothing of the format can be written.
 * In: the text, the offset of the cursor, what was read of the text, and how a resource of a type spells its rules.
 */
export function hclPlace(
  text: string,
  offset: number,
  read: ReadResult,
  spellingIn: (type: string | null) => Spelling | null
): CursorPlace | null {
  const start = startOfTyped(text, offset);
  if (start === null) return null;
  const { from, quoted } = start;
  const before = text.slice(0, from);
  const document = parseHcl(before);
  const root = objectOf(document.body, ROOT);
  const path = openPath(root, [...openBrackets(document.problems), ROOT]);
  const inner = path.at(-1);
  if (!inner) return null;
  const member = awaitsValue(before, inner);
  const inBody = inner.node.type === 'object' && member === null;
  const line = before.slice(before.lastIndexOf('\n') + 1).trimEnd();
  if (inBody && (quoted || !/^$|[{,]$/.test(line.trimStart()))) return null;
  if (inner.node.type === 'array' && !/[[,]/.test(before.trimEnd().at(-1) ?? '')) return null;
  const to =
    offset +
    ((quoted ? REST_OF_STRING : REST).exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
  const closed = quoted && text[to] === '"';
  const replaced = { from: from + (quoted ? 1 : 0), to: closed ? to + 1 : to };
  const after = text.slice(replaced.to).trimStart();
  // Another argument on the same line would want a line of its own.
  const rest = /^[^\n]*/.exec(text.slice(replaced.to))?.[0].trim() ?? '';
  if (inBody && rest !== '' && !/^[={}#"]|^\/\//.test(rest)) return null;
  const resource = resourceIn(
    document.body,
    path.map(({ node }) => node.span.from)
  );
  const spelling = spellingIn(resource);
  if (!spelling) return null;
  const comma = inner.node.type === 'array' && after.startsWith('"') ? ',' : '';
  const whole = objectOf(parseHcl(text).body, ROOT);
  const cursor: TreeCursor = {
    typed: { from: replaced.from, to },
    replaced,
    cut: /^[={"]/.test(after) ? null : { from, to: replaced.to },
    path,
    member,
    whole: containerAt(whole, inner.node.span.from),
    resource,
    name: (name) => (/^=(?!=)/.test(after) ? only(name.name) : argument(name)),
    value: (value, alone) => {
      const string = hclString(value);
      const item = (quoted ? string.slice(1) : string) + comma;
      return alone && !quoted ? `[${item}]` : item;
    }
  };
  return treePlace(cursor, read, spelling);
}

const only = (name: string) => ({ insert: name, caret: name.length });

/** An argument with what its value begins with. */
function argument({ name, key, group }: KnownName): { insert: string; caret: number } {
  const [value, caret] =
    group !== null && group === name
      ? ['{}', 1]
      : key === 'maxAgeSeconds'
        ? ['600', 3]
        : isListField(key)
          ? ['[""]', 2]
          : ['""', 1];
  const opening = `${name} = `;
  return { insert: opening + value, caret: opening.length + caret };
}

/** Where the string or word begins that the cursor stands in; null in a comment or behind a string. */
function startOfTyped(text: string, offset: number): { from: number; quoted: boolean } | null {
  const before = text.slice(0, offset);
  let open = false;
  const tokens = hclTokensOf(before, (code, _args, { to }) => {
    open ||= code === 'string-unclosed' && to === offset;
  });
  const last = tokens.at(-2);
  if (last && last.kind !== 'word' && last.kind !== 'string' && last.span.to === offset) {
    return /^[[{,=]$/.test(last.value) ? { from: offset, quoted: false } : null;
  }
  if (last?.kind === 'string' && open) return { from: last.span.from, quoted: true };
  if (last?.kind === 'string' && last.span.to === offset) return null;
  const gap = before.slice(last?.span.to ?? 0);
  if (/#|\/\//.test(gap.slice(gap.lastIndexOf('\n') + 1)) || openComment(gap)) return null;
  const word = last?.kind === 'word' && last.span.to === offset;
  return { from: word ? last.span.from : offset, quoted: false };
}

/** A body as the object that says the same; it begins where its block does. */
function objectOf({ members, blocks, span }: HclBody, from: number): TreeObject {
  const inner = blocks.map((block): TreeMember => ({
    key: labelled(block),
    keySpan: block.nameSpan,
    span: block.span,
    value: objectOf(block.body, block.span.from)
  }));
  return {
    type: 'object',
    span: { from, to: span.to },
    members: [...members, ...inner].sort((a, b) => a.span.from - b.span.from)
  };
}

/** A resource goes by its type. */
const labelled = ({ name, labels }: HclBlock): string =>
  name === 'resource' ? (labels[0]?.value ?? name) : name;

/** The type of the resource among the blocks that begin at these places. */
function resourceIn({ blocks }: HclBody, starts: readonly number[]): string | null {
  const found = blocks.find(({ name, span }) => name === 'resource' && starts.includes(span.from));
  return found?.labels[0]?.value ?? null;
}
