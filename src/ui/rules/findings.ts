/** What the reader and the checks found, as the editor and the list beside it show it. */
import type { Action, Diagnostic } from '@codemirror/lint';
import { forEachDiagnostic } from '@codemirror/lint';
import type { EditorView, KeyBinding } from '@codemirror/view';
import {
  isCheckId,
  type Change,
  type CheckId,
  type Finding,
  type Level,
  type Problem,
  type Span
} from '#engine';
import { m } from '../../paraglide/messages.js';
import { say, type Told } from '../../words/index.ts';

/** One line of the list, with the change that mends it, and its page in the docs. */
export interface Noted {
  level: Level;
  span: Span;
  told: Told;
  fix: readonly Change[] | null;
  check: CheckId | null;
}

/** Problems and findings in one list, in the order of the text. */
export function notedOf(problems: readonly Problem[], findings: readonly Finding[]): Noted[] {
  const ofReader = problems.map((problem): Noted => {
    const { level, span } = problem;
    return { level, span, told: say.problem(problem), fix: null, check: null };
  });
  const ofChecks = findings.map((finding): Noted => {
    const { level, span, fix, code } = finding;
    return { level, span, told: say.finding(finding), fix, check: isCheckId(code) ? code : null };
  });
  return [...ofReader, ...ofChecks].sort((one, other) => one.span.from - other.span.from);
}

/** The label of the button that makes a fix. */
export const fixLabel = (fix: readonly Change[]): string =>
  m['page.findings.fix-one']({ change: say.changes(fix) });

/** The list as the editor marks it; a fix is an action there. */
export function diagnosticsOf(
  noted: readonly Noted[],
  apply: (fix: readonly Change[]) => void
): Diagnostic[] {
  return noted.map(({ level, span, told, fix }) => {
    const message = [told.what, told.why, told.do].join('\n');
    const actions: Action[] =
      fix === null ? [] : [{ name: fixLabel(fix), apply: () => apply(fix) }];
    return { ...span, severity: level, message, actions };
  });
}

/** Makes the first fix at the cursor. */
function fixHere(view: EditorView): boolean {
  const { head } = view.state.selection.main;
  const here: [Action, number, number][] = [];
  forEachDiagnostic(view.state, ({ actions }, from, to) => {
    const [action] = actions ?? [];
    if (action !== undefined && from <= head && head <= to) here.push([action, from, to]);
  });
  const [first] = here;
  if (first === undefined) return false;
  const [action, from, to] = first;
  action.apply(view, from, to);
  return true;
}

export const fixKey: KeyBinding = { key: 'Mod-.', run: fixHere };
