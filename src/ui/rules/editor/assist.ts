import { Compartment, type Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { FindCompletions } from './completion.ts';
import type { FindHover } from './hover.ts';
import type { RuleCommands } from './rule-keys.ts';

/** What helps to write, which comes after the first screen. */
const place = new Compartment();

export const assist = (): Extension => place.of([]);

export interface Finders extends RuleCommands {
  completions: FindCompletions;
  hover: FindHover;
}

/** Fetches the help and puts it into the editor; without a network the editor goes on without. */
export async function startAssist(view: EditorView, find: Finders): Promise<void> {
  try {
    const [{ completion }, { hover }, { ruleKeys }] = await Promise.all([
      import('./completion.ts'),
      import('./hover.ts'),
      import('./rule-keys.ts')
    ]);
    const help = [completion(find.completions), hover(find.hover), ruleKeys(find)];
    view.dispatch({ effects: place.reconfigure(help) });
  } catch {
    return;
  }
}
