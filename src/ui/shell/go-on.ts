import { tick } from 'svelte';
import { toast } from 'svelte-sonner';
import type { Pane } from '../workbench.svelte.ts';

/** Tells what was done, and gives the focus to where the person goes on: what opened a sheet may be gone or hidden by then. */
export async function goOn(part: Pane, told: string): Promise<void> {
  toast(told);
  await tick();
  document.getElementById(part)?.focus();
}
