import type { Extension } from '@codemirror/state';
import { EditorView, getDialog, keymap, showDialog } from '@codemirror/view';
import type { Span } from '#engine';
import { m } from '../../../paraglide/messages.js';

export interface RuleCommands {
  /** Where the rules stand, in the order of the text. */
  rules: () => readonly Span[];
  format: () => void;
}

function goTo(view: EditorView, rule: Span | undefined): boolean {
  if (!rule) return false;
  view.dispatch({
    selection: { anchor: rule.from },
    effects: EditorView.scrollIntoView(rule.from, { y: 'center' })
  });
  return true;
}

/** Asks for the number of a rule, and goes there. */
async function askForRule(view: EditorView, rules: RuleCommands['rules']): Promise<void> {
  const count = rules().length;
  const { result, close } = showDialog(view, {
    label: m['page.editor.go-to-rule']({ count }),
    input: { name: 'rule', type: 'number', min: '1', max: String(count), required: '' },
    submitLabel: m['page.editor.go'](),
    class: 'cm-go-to-rule',
    focus: true,
    top: true
  });
  const form = await result;
  view.dispatch({ effects: close });
  view.focus();
  if (!form) return;
  const rule = Number(new FormData(form).get('rule'));
  const found = goTo(view, rules()[rule - 1]);
  const said = found ? m['page.editor.at-rule']({ rule }) : m['page.editor.no-rule']({ rule });
  view.dispatch({ effects: EditorView.announce.of(said) });
}

/** Alt-PageDown and Alt-PageUp go from rule to rule, Alt-G to one by its number, Shift-Alt-F lays the text out. */
export function ruleKeys({ rules, format }: RuleCommands): Extension {
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
      key: 'Alt-g',
      run: (view) => {
        if (rules().length > 0 && getDialog(view, 'cm-go-to-rule') === null) {
          void askForRule(view, rules);
        }
        return true;
      }
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
