import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
  syntaxHighlighting
} from '@codemirror/language';
import { lintGutter, nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder
} from '@codemirror/view';
import type { Span } from '#engine';
import { m } from '../../../paraglide/messages.js';
import { assist } from './assist.ts';
import { languages } from './languages.ts';
import { highlightsView } from './highlights-view.ts';
import { phrases } from './phrases.ts';
import { editorTheme, highlights } from './theme.ts';

/** Marks a change that came from outside the editor, which nobody outside needs to hear of. */
const pushed = Annotation.define<true>();

interface EditorOptions {
  parent: HTMLElement;
  text: string;
  /** Called with the whole text after each change that a person makes. */
  onText: (text: string) => void;
  /** More of the editor, before its own keys. */
  extensions?: Extension;
}

/** An editor of a rule text. Tab is left to the browser, so that a keyboard gets out as it got in. */
export function createEditor({ parent, text, onText, extensions = [] }: EditorOptions): EditorView {
  const all = [
    extensions,
    phrases(),
    lintGutter(),
    lineNumbers(),
    highlightsView,
    foldGutter(),
    history(),
    highlightSpecialChars(),
    indentOnInput(),
    bracketMatching(),
    search({ top: true }),
    placeholder(m['page.rules.placeholder']()),
    languages(),
    assist(),
    syntaxHighlighting(highlights),
    editorTheme,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': m['page.rules.label'](), tabindex: '0' }),
    keymap.of([
      { key: 'F8', run: nextDiagnostic, shift: previousDiagnostic },
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...defaultKeymap
    ]),
    EditorView.updateListener.of(({ docChanged, state, transactions }) => {
      const outside = transactions.some((transaction) => transaction.annotation(pushed));
      if (docChanged && !outside) onText(state.doc.toString());
    })
  ];
  return new EditorView({ parent, state: EditorState.create({ doc: text, extensions: all }) });
}

/** How many units two texts share at their start, and then at their end. */
function shared(before: string, after: string): { start: number; end: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  const rest = shorter - start;
  while (end < rest && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { start, end };
}

/**
 * Puts `text` into the editor where it has another one. Only what differs is replaced, in one step that a person
 * can undo; a keystroke that is on its way out is therefore never reverted.
 */
export function showText(view: EditorView, text: string): void {
  const now = view.state.doc.toString();
  if (now === text) return;
  const { start, end } = shared(now, text);
  view.dispatch({
    changes: { from: start, to: now.length - end, insert: text.slice(start, text.length - end) },
    effects: EditorView.scrollIntoView(start),
    annotations: [pushed.of(true), isolateHistory.of('full')]
  });
}

/** Selects a place of the text and brings it into view. */
export function showSpan(view: EditorView, { from, to }: Span): void {
  const { length } = view.state.doc;
  const [anchor, head] = [Math.min(from, length), Math.min(to, length)];
  view.dispatch({
    selection: { anchor, head },
    effects: EditorView.scrollIntoView(anchor, { y: 'center' })
  });
  view.focus();
}
