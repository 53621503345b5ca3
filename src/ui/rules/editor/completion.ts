import {
  autocompletion,
  closeCompletion,
  pickedCompletion,
  type Completion,
  type CompletionResult
} from '@codemirror/autocomplete';
import { EditorState, type Extension } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import type { CompletionOption, Completions, SnippetId } from '#engine/complete';
import { m } from '../../../paraglide/messages.js';
import { sayCompletion } from '../../../words/complete.ts';

/** What may be written at an offset of the text in the editor. */
export type FindCompletions = (offset: number) => Completions | null;

/** The last option comes after all that are found better by what has been typed. */
const MOST_BOOST = 99;

/** Milliseconds without a key after which a list is looked for: somebody who types on does not read it. */
const PAUSE = 150;

/** Marks that begin a name, and that begin a value. */
const BEGINS_NAME = /[<"/]$/;
const BEGINS_VALUE = /[>"]$/;

const isValue = ({ kind }: CompletionOption): boolean =>
  kind === 'method' || kind === 'header' || kind === 'origin';

/** A list opens by itself where something has been typed that is no option yet, or a mark that begins one. */
function opensItself({ from, options }: Completions, state: EditorState, pos: number): boolean {
  const typed = state.sliceDoc(from, pos);
  if (typed !== '') return !options.some(({ label }) => label === typed);
  const begins = options.some(isValue) ? BEGINS_VALUE : BEGINS_NAME;
  return begins.test(state.sliceDoc(pos - 1, pos));
}

function entry(option: CompletionOption, index: number, doc: EditorState['doc']): Completion {
  const { label, kind, detail, edits, caret, goesOn } = option;
  const name = kind === 'snippet' ? sayCompletion.snippet(label as SnippetId) : label;
  return {
    label: name,
    detail: sayCompletion.detail(detail),
    type: goesOn ? `${kind} goes-on` : kind,
    boost: MOST_BOOST - Math.min(index, MOST_BOOST * 2),
    apply(view: EditorView, picked: Completion) {
      // The edits are counted in the text that was asked about.
      if (!view.state.doc.eq(doc)) return;
      view.dispatch({
        changes: edits.map(({ span, insert }) => ({ ...span, insert })),
        selection: { anchor: caret },
        annotations: pickedCompletion.of(picked),
        userEvent: 'input.complete',
        scrollIntoView: true
      });
    }
  };
}

/** Tab moves the focus on, whether the list is open or not. */
function closeAndLeave(view: EditorView): boolean {
  closeCompletion(view);
  return false;
}

/** Completion by typing and by Ctrl-Space; Enter takes an option, Escape closes the list, and Tab leaves the editor. */
export function completion(find: FindCompletions): Extension {
  return [
    EditorState.phrases.of({ Completions: m['complete.list']() }),
    autocompletion({
      activateOnTypingDelay: PAUSE,
      icons: false,
      tooltipClass: () => 'cm-complete',
      optionClass: ({ type }) => (type?.startsWith('snippet') ? 'cm-complete-snippet' : ''),
      activateOnCompletion: ({ type }) => type?.endsWith('goes-on') === true,
      override: [
        ({ pos, explicit, state }): CompletionResult | null => {
          const found = find(pos);
          if (!found || !(explicit || opensItself(found, state, pos))) return null;
          const options = found.options.map((option, index) => entry(option, index, state.doc));
          return { from: found.from, options };
        }
      ]
    }),
    keymap.of([{ key: 'Tab', run: closeAndLeave }])
  ];
}
