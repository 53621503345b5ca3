import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { Span } from '#engine';

export interface RuleCommands {
  /** Where the rules stand, in the order of the text. */
  rules: () => readonly Span[];
  format: () => void;
}

/** Alt-PageDown and Alt-PageUp go from rule to rule, Shift-Alt-F lays the text out. */
export function ruleKeys({ rules, format }: RuleCommands): Extension {
  const goTo = (view: EditorView, rule: Span | undefined): boolean => {
    if (!rule) return false;
    view.dispatch({
      selection: { anchor: rule.from },
      effects: EditorView.scrollIntoView(rule.from, { y: 'center' })
    });
    return true;
  };
  const cursor = (view: EditorView): number => view.state.selection.main.head;
  return keymap.of([
    {
      key: 'Alt-PageDown',
      run: (view) =>
        goTo(
          view,
          rules().find(({ from }) => from > cursor(view))
        )
    },
    {
      key: 'Alt-PageUp',
      run: (view) =>
        goTo(
          view,
          rules().findLast(({ from }) => from < cursor(view))
        )
    },
    {
      key: 'Shift-Alt-f',
      run: () => {
        format();
        return true;
      }
    }
  ]);
}
