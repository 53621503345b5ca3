import { providerById } from '#engine';
import { completionsAt, hoverAt, nameAt } from '#engine/complete';
import { say } from '../../../words/say.ts';
import type { Workbench } from '../../workbench.svelte.ts';
import type { Finders } from './assist.ts';
import { formatRules } from './format-rules.ts';
import { stepTexts } from '../highlights.ts';

/** What helps to write the text of a workbench, of its store and its request. */
export const findersOf = (workbench: Workbench): Finders => ({
  rules: () => workbench.read.ruleSet.rules.map(({ span }) => span),
  format: () => formatRules(workbench),
  completions(offset) {
    const { draft, read } = workbench;
    return completionsAt(draft.rules, offset, read, providerById(draft.provider), draft.request);
  },
  hover(offset) {
    const { draft, read, judged, stale } = workbench;
    const provider = providerById(draft.provider);
    const hover = hoverAt(offset, read, provider);
    if (!hover) {
      const name = nameAt(draft.rules, offset, read, provider);
      return name && { of: 'name', hover: name, store: provider.name };
    }
    const said = judged && !stale ? stepTexts(judged, hover.span, say.step) : [];
    return { of: 'value', hover, store: provider.name, said };
  }
});
