import { toast } from 'svelte-sonner';
import { m } from '../../paraglide/messages.js';
import type { Workbench } from '../workbench.svelte.ts';
import { readRuleFile } from './rule-file.ts';

/** Takes a file that was chosen or dropped as the rules, or says why not. */
export async function openRules(workbench: Workbench, files: FileList | null): Promise<void> {
  const [file, ...others] = files ?? [];
  if (!file) return;
  if (others.length > 0) {
    toast.error(m['page.file.several']());
    return;
  }
  const { name } = file;
  const opened = await readRuleFile(file);
  if ('refused' in opened) {
    toast.error(m[`page.file.${opened.refused}`]({ name }));
    return;
  }
  workbench.update({ rules: opened.text });
  toast.success(m['page.file.opened']({ name }));
}
