import type { Change, TextEdit } from '../model.ts';
import { applyEdits } from './change.ts';
import { batchOf, type EditRules } from './change-batch.ts';
import type { FormatId, ReadResult } from './format.ts';
import { ownFormat } from './own-format.ts';
import { formatOf, readRules, unwrapped } from './read-rules.ts';

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
  for (let left = changes; left.length > 0;) {
    const format = ownFormat(current.read, own) ?? own[0] ?? 's3-xml';
    const batch = batchOf(current.read.ruleSet, left, editorOf(format, current));
    left = batch.left;
    if (batch.edits.length === 0) continue;
    pieces = cut(pieces, batch.edits);
    current = lazily(applyEdits(current.text, batch.edits));
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

/** Makes the edits of changes where the rules stand: in the text, or in what they are wrapped in. */
function editorOf(format: FormatId, { text, read }: Text): EditRules {
  if (read.wrapping === undefined) return formatOf(format).edit(text, read.ruleSet);
  const found = unwrapped(text);
  if (!found) return () => [];
  const { wrapping, inside } = found;
  const edit = formatOf(format).edit(wrapping.view.text, inside.ruleSet);
  return (change) => {
    const edits = edit(change);
    const made = edits.flatMap((one): TextEdit[] => {
      const insert = one.insert === '' ? '' : wrapping.spell(one);
      return insert === null ? [] : [{ span: wrapping.view.place(one.span), insert }];
    });
    // A change is made as a whole or not at all.
    return made.length === edits.length ? made : [];
  };
}

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

/** Replaces spans, counted in the text that the pieces make, by pieces of their own. */
function cut(pieces: readonly TextRun[], edits: readonly TextEdit[]): TextRun[] {
  const runs = new TextRuns(pieces);
  for (const { span, insert } of edits) {
    runs.keep(span.from);
    runs.skip(span.to);
    runs.made.push(insert);
  }
  runs.keep(Infinity);
  return runs.made;
}

/** Runs that are gone through from their beginning to their end. */
class TextRuns {
  readonly made: TextRun[] = [];
  readonly #runs: readonly TextRun[];
  #next = 0;
  /** Where in the next run, and in the text that all make. */
  #within = 0;
  #at = 0;

  constructor(runs: readonly TextRun[]) {
    this.#runs = runs;
  }

  /** Goes on to an offset of the text and keeps what is passed. */
  keep(to: number): void {
    this.#pass(to, (piece) => this.made.push(piece));
  }

  skip(to: number): void {
    this.#pass(to, () => {});
  }

  #pass(to: number, take: (piece: TextRun) => void): void {
    for (let run = this.#runs[this.#next]; run !== undefined && this.#at < to;) {
      const length = typeof run === 'string' ? run.length : run.to - run.from;
      const end = Math.min(length, this.#within + to - this.#at);
      if (end > this.#within) take(part(run, this.#within, end));
      this.#at += end - this.#within;
      this.#within = end;
      if (end < length) return;
      this.#within = 0;
      run = this.#runs[++this.#next];
    }
  }
}

const part = (run: TextRun, from: number, to: number): TextRun =>
  typeof run === 'string' ? run.slice(from, to) : { from: run.from + from, to: run.from + to };

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
