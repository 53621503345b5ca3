import { toast } from 'svelte-sonner';
import { m } from '../../paraglide/messages.js';
import type { Workbench } from '../workbench.svelte.ts';
import { readRuleFile } from './rule-file.ts';

/** The text of the one file that was chosen or dropped; null where there is none, which is told. */
export async function chooseText(
  files: FileList | null
): Promise<{ name: string; text: string } | null> {
  const [file, ...others] = files ?? [];
  if (!file) return null;
  if (others.length > 0) {
    toast.error(m['page.file.several']());
    return null;
  }
  const { name } = file;
  const opened = await readRuleFile(file);
  if ('text' in opened) return { name, text: opened.text };
  toast.error(m[`page.file.${opened.refused}`]({ name }));
  return null;
}

/** Takes a file that was chosen or dropped as the rules, or says why not. */
export async function openRules(workbench: Workbench, files: FileList | null): Promise<void> {
  const opened = await chooseText(files);
  if (opened === null) return;
  workbench.update({ rules: opened.text });
  toast.success(m['page.file.opened']({ name: opened.name }));
}
