import { completionsAt, hoverAt, providerById } from '#engine';
import type { Workbench } from '../workbench.svelte.ts';
import type { Finders } from './assist.ts';

/** What helps to write the text of a workbench, of its store and its request. */
export const findersOf = (workbench: Workbench): Finders => ({
  completions(offset) {
    const { draft, read } = workbench;
    return completionsAt(draft.rules, offset, read, providerById(draft.provider), draft.request);
  },
  hover(offset) {
    const provider = providerById(workbench.draft.provider);
    const hover = hoverAt(offset, workbench.read, provider);
    return hover && { hover, store: provider.name };
  }
});
