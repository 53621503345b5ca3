/** Problems of the rule text in the editor: marks, and mends by mouse and by key. */
import { forEachDiagnostic, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import type { Change, Span } from '#engine';
import { m } from '../../../paraglide/messages.js';
import { say } from '../../../words/say.ts';
import type { PlacedRow, ProblemRow } from '../problems/problem-rows.ts';

export type ApplyMend = (changes: readonly Change[]) => void;

export const mendLabel = (changes: readonly Change[]): string =>
  m['page.problems.mend.long']({ change: say.changes(changes) });

function diagnosticOf({ row, span }: PlacedRow, onmend: ApplyMend): Diagnostic {
  const { level, told, mend } = row;
  return {
    ...span,
    severity: level,
    message: [told.what, told.why, told.do].join('\n'),
    actions: mend ? [{ name: mendLabel(mend), apply: () => onmend(mend) }] : []
  };
}

/** True where the marks, which move along with the text, already stand where these diagnostics would. */
function areMarked(state: EditorState, wanted: ReadonlyMap<Diagnostic, Span>): boolean {
  let count = 0;
  let agree = true;
  forEachDiagnostic(state, (diagnostic, from, to) => {
    const span = wanted.get(diagnostic);
    count += 1;
    agree &&= span?.from === from && span.to === to;
  });
  return agree && count === wanted.size;
}

/** Gives what marks rows in the text of one editor. Those that are marked already are left alone. */
export function problemMarks(
  view: EditorView,
  onmend: ApplyMend
): (rows: readonly PlacedRow[]) => void {
  const made = new WeakMap<ProblemRow, Diagnostic>();
  return (rows) => {
    const wanted = new Map<Diagnostic, Span>();
    for (const placed of rows) {
      const diagnostic = made.get(placed.row) ?? diagnosticOf(placed, onmend);
      made.set(placed.row, diagnostic);
      wanted.set(diagnostic, placed.span);
    }
    if (areMarked(view.state, wanted)) return;
    const marks = [...wanted].map(([diagnostic, span]) => Object.assign(diagnostic, span));
    view.dispatch(setDiagnostics(view.state, marks));
  };
}

/** The gravest fault with a mend whose value holds the cursor, else the gravest on its line. */
function atCursor({ state }: EditorView, rows: readonly PlacedRow[]): ProblemRow | undefined {
  const { head } = state.selection.main;
  const { from, to } = state.doc.lineAt(head);
  const mendable = rows.filter(({ row }) => row.mend !== null);
  const found =
    mendable.find(({ span }) => span.from <= head && head <= span.to) ??
    mendable.find(({ span }) => span.from <= to && span.to >= from);
  return found?.row;
}

/** `Mod-.` mends what is wrong at the cursor, one fault a press; `onnone` is called where there is nothing to mend. */
export const mendKey = (rows: () => readonly PlacedRow[], onmend: ApplyMend, onnone: () => void) =>
  keymap.of([
    {
      key: 'Mod-.',
      run: (view) => {
        const { mend } = atCursor(view, rows()) ?? {};
        if (mend) onmend(mend);
        else onnone();
        return true;
      }
    }
  ]);
