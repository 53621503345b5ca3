import { syntaxHighlighting } from '@codemirror/language';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import type { Syntax } from '#engine';
import { languages, showSyntax } from '../rules/editor/languages.ts';
import { editorTheme, highlights } from '../rules/editor/theme.ts';

export interface MergedText {
  text: string;
  syntax: Syntax | null;
  /** The name of its part of the view. */
  label: string;
}

interface MergeOptions {
  parent: HTMLElement;
  before: MergedText;
  after: MergedText;
  /** One below the other, for a screen too narrow for both. */
  unified: boolean;
}

const FAIL = 'color-mix(in srgb, var(--fail-soft) 60%, transparent)';
const PASS = 'color-mix(in srgb, var(--pass-soft) 60%, transparent)';
const ONE_COLOUR = 'none';

const mergeTheme = EditorView.theme({
  '&': { height: 'auto' },
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: FAIL },
  '&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine': { backgroundColor: PASS },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': {
    background: ONE_COLOUR,
    boxShadow: 'inset 0 -2px var(--fail-line)'
  },
  '&.cm-merge-b .cm-changedText': {
    background: ONE_COLOUR,
    boxShadow: 'inset 0 -2px var(--pass-line)'
  },
  '.cm-changeGutter': { width: '3px', paddingLeft: '0' },
  '&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter': { background: 'var(--fail)' },
  '&.cm-merge-b .cm-changedLineGutter, .cm-inlineChangedLineGutter': {
    background: 'var(--pass)'
  },
  '.cm-deletedChunk': { paddingLeft: '2px', wordBreak: 'break-all' }
});

const readOnly = (label: string): Extension => [
  lineNumbers(),
  languages(),
  syntaxHighlighting(highlights),
  editorTheme,
  mergeTheme,
  EditorView.lineWrapping,
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' })
];

/** Shows two texts and what differs in them; what is returned takes the view away. */
export function showMerge({ parent, before, after, unified }: MergeOptions): () => void {
  // Between two grammars no line stays, so marks within the lines would only be noise.
  const highlightChanges = before.syntax === after.syntax;
  if (unified) {
    const merged = unifiedMergeView({
      original: before.text,
      highlightChanges,
      mergeControls: false,
      syntaxHighlightDeletions: highlightChanges
    });
    const view = new EditorView({
      parent,
      doc: after.text,
      extensions: [readOnly(after.label), merged]
    });
    const forget = showSyntax(view, after.syntax);
    return () => {
      forget();
      view.destroy();
    };
  }
  const side = ({ text, label }: MergedText) => ({ doc: text, extensions: readOnly(label) });
  const view = new MergeView({ parent, a: side(before), b: side(after), highlightChanges });
  const forget = [showSyntax(view.a, before.syntax), showSyntax(view.b, after.syntax)];
  return () => {
    for (const call of forget) call();
    view.destroy();
  };
}
