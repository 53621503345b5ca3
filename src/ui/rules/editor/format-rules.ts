import { applyEdits, formatText } from '#engine';
import { toast } from 'svelte-sonner';
import { m } from '../../../paraglide/messages.js';
import type { Workbench } from '../../workbench.svelte.ts';

/** Lays the rule text out, in one step that can be undone, or says why there is nothing to do. */
export function formatRules(workbench: Workbench): void {
  const { draft, read } = workbench;
  const edits = formatText(read, draft.rules);
  if (edits.length > 0) workbench.update({ rules: applyEdits(draft.rules, edits) });
  else if (read.complete && read.format !== null) toast.info(m['complete.format.done']());
  else toast.error(m['complete.format.unreadable']());
}
