import type { TextEdit } from '../../model.ts';
import { tokensOf, type Token } from './tokens.ts';
import { hasLineEnd } from '../text/layout.ts';
import { gap, newLine } from '../text/tidy-gap.ts';

const COMMENT = /\/\/[^\r\n]*|\/\*[^]*?\*\//g;

/** A token or a comment between two. */
interface JsonLexeme {
  kind: Token['kind'] | 'line' | 'block';
  from: number;
  to: number;
}

/** As `JSON.stringify` lays values out; a comment stays on the line of what stands before it, or of what it stands before. */
export function tidyJson(text: string): TextEdit[] | null {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const edits: TextEdit[] = [];
  let before: JsonLexeme | null = null;
  let depth = 0;
  for (const { kind, span } of tokensOf(text, start, () => {})) {
    const token = { kind, from: span.from, to: span.to };
    edits.push(...tidyGap(text, before, token, before?.to ?? start, depth));
    if (kind === '{' || kind === '[') depth++;
    if (kind === '}' || kind === ']') depth--;
    before = token;
  }
  return depth === 0 ? edits : null;
}

/** Lays out what stands between two tokens; `depth` is that of what stands behind the first. */
function tidyGap(
  text: string,
  before: JsonLexeme | null,
  after: JsonLexeme,
  from: number,
  depth: number
): TextEdit[] {
  const comments = [...text.slice(from, after.from).matchAll(COMMENT)].map(
    ({ index, 0: comment }): JsonLexeme => ({
      kind: comment.startsWith('//') ? 'line' : 'block',
      from: from + index,
      to: from + index + comment.length
    })
  );
  const pieces = [before, ...comments, after];
  const blanks = pieces
    .slice(1)
    .map((piece, at) => text.slice(pieces[at]?.to ?? from, piece?.from));
  const leads = comments.length > 0 && isLead(comments, blanks, after);
  return blanks.map((blank, at) => {
    const [left, right] = [pieces[at] ?? null, pieces[at + 1] ?? after];
    const level = depth - (right.kind === '}' || right.kind === ']' ? 1 : 0);
    const line = newLine(text, level, blank, isParted(left, right));
    const insert = between(left, right, hasLineEnd(blank), leads && at === 0, before, after, line);
    return gap(left?.to ?? from, right.from, insert);
  });
}

/** True for comments that stand on the line of the value behind them. */
const isLead = (
  comments: readonly JsonLexeme[],
  blanks: readonly string[],
  { kind }: JsonLexeme
): boolean =>
  comments.every((comment) => comment.kind === 'block') &&
  !blanks.slice(1).some(hasLineEnd) &&
  !CLOSING.includes(kind);

const CLOSING: readonly string[] = ['}', ']', ',', ':', 'end'];
const isComment = ({ kind }: JsonLexeme): boolean => kind === 'line' || kind === 'block';
/** An empty line may stand between members and comments, not at the edge of brackets. */
const isParted = (left: JsonLexeme | null, right: JsonLexeme): boolean =>
  left !== null && (left.kind === ',' || isComment(left)) && !CLOSING.includes(right.kind);

function between(
  left: JsonLexeme | null,
  right: JsonLexeme,
  broken: boolean,
  leads: boolean,
  before: JsonLexeme | null,
  after: JsonLexeme,
  line: string
): string {
  if (left === null) return '';
  if (left.kind === 'line' || right.kind === 'end') return line;
  if (isComment(right)) return broken || (leads && breaksAfter(before)) ? line : ' ';
  if (isComment(left)) {
    if (right.kind === ',' || right.kind === ':') return '';
    return broken || right.kind === '}' || right.kind === ']' ? line : ' ';
  }
  const empty =
    (left.kind === '{' && right.kind === '}') || (left.kind === '[' && right.kind === ']');
  if (empty || after.kind === ',' || after.kind === ':') return '';
  return left.kind === ':' ? ' ' : line;
}

const breaksAfter = (before: JsonLexeme | null): boolean =>
  before !== null && ['{', '[', ','].includes(before.kind);
