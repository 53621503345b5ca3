import { json } from '@codemirror/lang-json';
import { xml } from '@codemirror/lang-xml';
import { Compartment, type Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Syntax } from '#engine';

/** What colours each grammar. Those that few texts are in are fetched with the first text that is in them. */
const GRAMMARS: Readonly<Record<Syntax, () => Extension | Promise<Extension>>> = {
  xml,
  json,
  yaml: async () => (await import('@codemirror/lang-yaml')).yaml(),
  hcl: async () => (await import('./hcl-language.ts')).hcl,
  headers: async () => (await import('./headers-language.ts')).headers
};

const language = new Compartment();

/** The place of the colours in an editor, which has none yet. */
export const languages = (): Extension => language.of([]);

/** Colours the text by its grammar, now or once the grammar is there; what is returned calls that off. */
export function showSyntax(view: EditorView, syntax: Syntax | null): () => void {
  let wanted = true;
  const show = (grammar: Extension) => {
    if (wanted) view.dispatch({ effects: language.reconfigure(grammar) });
  };
  const grammar = syntax === null ? [] : GRAMMARS[syntax]();
  // A grammar that cannot be fetched, as without a network, leaves the text without colours.
  if (grammar instanceof Promise) grammar.then(show, () => show([]));
  else show(grammar);
  return () => {
    wanted = false;
  };
}
