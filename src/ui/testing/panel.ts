import { render } from 'vitest-browser-svelte';
import type { PageRequest } from '#engine';
import { examples } from '../examples/list.ts';
import VerdictPanel from '../verdict/VerdictPanel.svelte';
import type { Draft } from '../document.ts';
import { Workbench } from '../workbench.svelte.ts';
import Within from './Within.svelte';

/** The first example's document: a preflight that is blocked for want of one allowed header. */
export const { draft } = examples[0];

/** The same with another request. */
export const calling = (part: Partial<PageRequest>): Draft => ({
  ...draft,
  request: { ...draft.request, ...part }
});

/** Renders the verdict panel of a document. */
export async function panel(of: Draft = draft): Promise<Workbench> {
  const workbench = new Workbench(of);
  await render(Within, { workbench, Part: VerdictPanel });
  return workbench;
}

/** What of the rule text the person asked to see. */
export const textAt = ({ draft: { rules }, asked }: Workbench): string | null =>
  asked === null ? null : rules.slice(asked.from, asked.to);
