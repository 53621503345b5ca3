import { providerById } from '#engine';
import { placeSnippet, type SnippetId } from '#engine/complete';
import type { Workbench } from '../../workbench.svelte.ts';

/** Puts a snippet behind the last rule and goes there; false where the text has no place for it. */
export function addSnippet(workbench: Workbench, id: SnippetId): boolean {
  const { draft, read } = workbench;
  const { length } = read.ruleSet.rules;
  const provider = providerById(draft.provider);
  const placed = placeSnippet(id, draft.rules, read, length, provider, draft.request);
  if (!placed) return false;
  workbench.update({ rules: placed.text });
  const rule = workbench.read.ruleSet.rules.at(length);
  if (rule) workbench.reveal(rule.span);
  return true;
}
