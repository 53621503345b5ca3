import type { Span, TextEdit } from '../../model.ts';
import { hclTokensOf, type HclToken } from './tokens.ts';
import { hasLineEnd, lineEndOf } from '../text/layout.ts';
import { gap, TIDY_UNIT } from '../text/tidy-gap.ts';

const COMMENT = /(?:#|\/\/)[^\r\n]*|\/\*[^]*?\*\//g;
const BLANKS = /^[ \t]*$/;

/** A line that begins with a token or a comment; what begins inside of one is left as it is. */
interface HclLine {
  /** The blanks before it. */
  indent: Span;
  tokens: HclToken[];
  /** Where its last token or comment ends. */
  to: number;
}

/**
 * As `terraform fmt` does in its simplest parts: each line is indented by what is open before it, and the equals signs of lines
 * that follow each other stand in one column. https://developer.hashicorp.com/terraform/language/style
 */
export function tidyHcl(text: string): TextEdit[] | null {
  const lines = linesOf(text);
  const indents = indentsOf(lines);
  const last = lines.at(-1);
  if (!indents || !last) return null;
  const edits = lines.flatMap((line, at): TextEdit[] => [
    gap(line.indent.from, line.indent.to, indents[at] ?? ''),
    ...beforeBrace(text, line)
  ]);
  const groups = groupsOf(text, lines, indents);
  const ends = lines.slice(0, -1).flatMap(({ to }) => trailing(text, to));
  return [
    ...[...edits, ...groups.flatMap((group) => align(text, group)), ...ends].sort(
      (a, b) => a.span.from - b.span.from
    ),
    gap(last.to, text.length, lineEndOf(text))
  ];
}

function linesOf(text: string): HclLine[] {
  const lines: HclLine[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const take = (from: number, to: number, token: HclToken | null): void => {
    const blanks = text.slice(at, from);
    const line = lines.at(-1);
    if (line && !hasLineEnd(blanks)) line.to = to;
    else {
      const length = /[ \t]*$/.exec(blanks)?.[0].length ?? 0;
      lines.push({ indent: { from: from - length, to: from }, tokens: [], to });
    }
    if (token) lines.at(-1)?.tokens.push(token);
    at = to;
  };
  for (const token of hclTokensOf(text, () => {})) {
    const { from, to } = token.span;
    const start = at;
    for (const { index, 0: comment } of text.slice(start, from).matchAll(COMMENT)) {
      take(start + index, start + index + comment.length, null);
    }
    if (token.kind !== 'end') take(from, to, token);
  }
  return lines;
}

const OPENERS: readonly string[] = ['{', '[', '('];
const CLOSERS: readonly string[] = ['}', ']', ')'];

/** What each line is indented by; null where brackets are not closed in their order. Brackets that open on one line count once. */
function indentsOf(lines: readonly HclLine[]): string[] | null {
  const open: { kind: string; indent: string }[] = [];
  const indents: string[] = [];
  for (const { tokens } of lines) {
    const around = open.at(-1);
    const closes = CLOSERS.includes(tokens[0]?.kind ?? '');
    const indent = !around ? '' : closes ? around.indent : around.indent + TIDY_UNIT;
    indents.push(indent);
    for (const { kind } of tokens) {
      if (OPENERS.includes(kind)) open.push({ kind, indent });
      else if (CLOSERS.includes(kind)) {
        const opener = open.pop()?.kind;
        if (opener === undefined || OPENERS.indexOf(opener) !== CLOSERS.indexOf(kind)) return null;
      }
    }
  }
  return open.length === 0 ? indents : null;
}

/** One blank between the words before the brace that opens a block. */
function beforeBrace(text: string, { tokens }: HclLine): TextEdit[] {
  const brace = tokens.findIndex(({ kind }) => kind === '{');
  const words = tokens.slice(0, Math.max(0, brace));
  if (words[0]?.kind !== 'word' || words.some(({ kind }) => kind !== 'word' && kind !== 'string')) {
    return [];
  }
  return words.flatMap((word, at) => blank(text, word, tokens[at + 1], ' '));
}

/** The gap between two tokens of a line, where no comment stands in it. */
function blank(
  text: string,
  left: HclToken | undefined,
  right: HclToken | undefined,
  insert: string
): TextEdit[] {
  if (!left || !right || !BLANKS.test(text.slice(left.span.to, right.span.from))) return [];
  return [gap(left.span.to, right.span.from, insert)];
}

const isArgument = ({ tokens: [name, sign] }: HclLine): boolean =>
  (name?.kind === 'word' || name?.kind === 'string') && sign?.kind === '=';

/** Arguments that follow each other line by line, each on one line; one that goes on stands alone. */
function groupsOf(
  text: string,
  lines: readonly HclLine[],
  indents: readonly string[]
): HclLine[][] {
  const groups: HclLine[][] = [];
  for (const [at, line] of lines.entries()) {
    if (!isArgument(line)) continue;
    const before = lines[at - 1];
    const joins =
      before !== undefined &&
      indents[at - 1] === indents[at] &&
      [before, line].every((one) => isArgument(one) && isWhole(text, one)) &&
      lineEnds(text.slice(before.to, line.indent.from)) === 1;
    if (joins) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
}

const lineEnds = (text: string): number => text.split(/\r\n|\r|\n/).length - 1;

/** True where all that a line opens is closed on it. */
function isWhole(text: string, { tokens, indent, to }: HclLine): boolean {
  const opened = tokens.filter(({ kind }) => OPENERS.includes(kind)).length;
  const closed = tokens.filter(({ kind }) => CLOSERS.includes(kind)).length;
  return opened === closed && !hasLineEnd(text.slice(indent.to, to));
}

function align(text: string, group: readonly HclLine[]): TextEdit[] {
  const widths = group.map(({ tokens: [name] }) => (name ? name.span.to - name.span.from : 0));
  const widest = Math.max(...widths);
  return group.flatMap(({ tokens: [name, sign, value] }, at) => [
    ...blank(text, name, sign, ' '.repeat(widest - (widths[at] ?? 0) + 1)),
    ...blank(text, sign, value, ' ')
  ]);
}

/** Blanks at the end of a line go. */
function trailing(text: string, at: number): TextEdit[] {
  const end = text.slice(at).search(/[^ \t]/);
  return '\r\n'.includes(text.charAt(at + end)) ? [gap(at, at + end, '')] : [];
}
