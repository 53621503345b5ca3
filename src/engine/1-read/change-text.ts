import type { Change, TextEdit } from '../model.ts';
import { applyEdits } from './change.ts';
import type { FormatId, ReadResult } from './format.ts';
import { ownFormat } from './own-format.ts';
import { formatOf, readRules } from './read-rules.ts';

/** What several changes make of a rule text. */
export interface TextChange {
  /** Counted in the text as it was before the first change. */
  edits: TextEdit[];
  text: string;
  /** What `readRules(text)` finds. */
  read: ReadResult;
}

/**
 * Makes changes one after the other, each counted in the rule set that the one before it leaves, in the format that
 * `read` found in `text`. A text that is of several formats, or empty, becomes one of a store's own formats, of which `own` names
 * the preferred one first. A change for which the text has no place is left out.
 */
export function changeText(
  read: ReadResult,
  text: string,
  changes: readonly Change[],
  own: readonly FormatId[] = []
): TextChange {
  let pieces: TextRun[] = [{ from: 0, to: text.length }];
  let current: Text = { text, read };
  for (const change of changes) {
    const format = ownFormat(current.read, own) ?? own[0] ?? 's3-xml';
    const edits = formatOf(format).edit(current.text, current.read.ruleSet, change);
    for (const edit of edits.toReversed()) pieces = cut(pieces, edit);
    current = lazily(applyEdits(current.text, edits));
  }
  const made = current;
  return {
    edits: editsOf(pieces, text.length),
    text: made.text,
    get read() {
      return made.read;
    }
  };
}

/** The same for the store that the text is for. */
export const changeFor = (
  { formats }: { formats: readonly FormatId[] },
  read: ReadResult,
  text: string,
  changes: readonly Change[]
): TextChange => changeText(read, text, changes, formats);

type Text = Pick<TextChange, 'text' | 'read'>;

/** A text that is read when that is asked for: who shows a change reads it for himself. */
function lazily(text: string): Text {
  let read: ReadResult | null = null;
  return {
    text,
    get read() {
      return (read ??= readRules(text));
    }
  };
}

/** A run of the text after some changes: a part of the original, or something inserted. */
type TextRun = { from: number; to: number } | string;

function lengthOf(piece: TextRun): number {
  return typeof piece === 'string' ? piece.length : piece.to - piece.from;
}

function part(piece: TextRun, from: number, to: number): TextRun[] {
  if (from >= to) return [];
  if (typeof piece === 'string') return [piece.slice(from, to)];
  return [{ from: piece.from + from, to: piece.from + to }];
}

/** Replaces a span, counted in the text that the pieces make, by a piece of its own. */
function cut(pieces: readonly TextRun[], { span, insert }: TextEdit): TextRun[] {
  const [before, after]: [TextRun[], TextRun[]] = [[], []];
  let start = 0;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    before.push(...part(piece, 0, Math.min(length, span.from - start)));
    after.push(...part(piece, Math.max(0, span.to - start), length));
    start += length;
  }
  return [...before, insert, ...after];
}

function editsOf(pieces: readonly TextRun[], length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let done = 0;
  let insert = '';
  const close = (to: number) => {
    if (insert !== '' || to > done) edits.push({ span: { from: done, to }, insert });
    insert = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') insert += piece;
    else {
      close(piece.from);
      done = piece.to;
    }
  }
  close(length);
  return edits;
}
