/** Problems of the rule text in the editor: marks, and fixes by mouse and by key. */
import { diagnosticCount, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { keymap, type EditorView } from '@codemirror/view';
import type { Change } from '#engine';
import { m } from '../../paraglide/messages.js';
import { say } from '../../words/index.ts';
import type { ProblemRow } from './problem-rows.ts';

export type Fix = (changes: readonly Change[]) => void;

export const fixLabel = (changes: readonly Change[]): string =>
  m['page.problems.fix.long']({ change: say.changes(changes) });

function diagnosticOf({ span, level, told, fix }: ProblemRow, onfix: Fix): Diagnostic {
  return {
    ...span,
    severity: level,
    message: [told.what, told.why, told.do].join('\n'),
    actions: fix ? [{ name: fixLabel(fix), apply: () => onfix(fix) }] : []
  };
}

/** Marks every row in the text. */
export function showProblems(view: EditorView, rows: readonly ProblemRow[], onfix: Fix): void {
  if (rows.length === 0 && diagnosticCount(view.state) === 0) return;
  const marks = rows.map((row) => diagnosticOf(row, onfix));
  view.dispatch(setDiagnostics(view.state, marks));
}

/** The gravest fault with a fix whose value holds the cursor, else the gravest on its line. */
function atCursor({ state }: EditorView, rows: readonly ProblemRow[]): ProblemRow | undefined {
  const { head } = state.selection.main;
  const { from, to } = state.doc.lineAt(head);
  const fixable = rows.filter(({ fix }) => fix !== null);
  return (
    fixable.find(({ span }) => span.from <= head && head <= span.to) ??
    fixable.find(({ span }) => span.from <= to && span.to >= from)
  );
}

/** `Mod-.` fixes what is wrong at the cursor, one fault a press; `onnone` is called where there is nothing to fix. */
export const fixKey = (rows: () => readonly ProblemRow[], onfix: Fix, onnone: () => void) =>
  keymap.of([
    {
      key: 'Mod-.',
      run: (view) => {
        const { fix } = atCursor(view, rows()) ?? {};
        if (fix) onfix(fix);
        else onnone();
        return true;
      }
    }
  ]);
