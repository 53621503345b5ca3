import { Compartment, type Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { FindCompletions } from './completion.ts';

/** What helps to write, which comes after the first screen. */
const help = new Compartment();

export const assist = (): Extension => help.of([]);

/** Fetches the help and puts it into the editor; without a network the editor goes on without. */
export async function startAssist(view: EditorView, find: FindCompletions): Promise<void> {
  try {
    const { completion } = await import('./completion.ts');
    view.dispatch({ effects: help.reconfigure(completion(find)) });
  } catch {
    return;
  }
}
