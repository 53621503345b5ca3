import { completionsAt, hoverAt, providerById } from '#engine';
import { say } from '../../words/index.ts';
import type { Workbench } from '../workbench.svelte.ts';
import type { Finders } from './assist.ts';
import { formatRules } from './format-rules.ts';
import { saidOf } from './lit.ts';

/** What helps to write the text of a workbench, of its store and its request. */
export const findersOf = (workbench: Workbench): Finders => ({
  rules: () => workbench.read.ruleSet.rules.map(({ span }) => span),
  format: () => formatRules(workbench),
  completions(offset) {
    const { draft, read } = workbench;
    return completionsAt(draft.rules, offset, read, providerById(draft.provider), draft.request);
  },
  hover(offset) {
    const provider = providerById(workbench.draft.provider);
    const hover = hoverAt(offset, workbench.read, provider);
    if (!hover) return null;
    const { judged, stale } = workbench;
    const said = judged && !stale ? saidOf(judged, hover.span, say.step) : [];
    return { hover, store: provider.name, said };
  }
});
