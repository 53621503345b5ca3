import { toast } from 'svelte-sonner';
import { providerById, type Outcome, type ProviderId } from '#engine';
import { m } from '../../paraglide/messages.js';
import { inSentence } from '../../words/list.ts';
import type { Workbench } from '../workbench.svelte.ts';

const outcomeText = (outcome: Outcome): string => inSentence(m[`stores.outcome.${outcome}`]());

/** One sentence on what another store makes of the call. */
export function switchText(store: string, before: Outcome | null, now: Outcome | null): string {
  if (before === null || now === null) return m['stores.switched.none']({ store });
  const outcome = outcomeText(now);
  return before === now
    ? m['stores.switched.same']({ store, outcome })
    : m['stores.switched.changed']({ store, before: outcomeText(before), outcome });
}

function switching(workbench: Workbench, change: () => void): void {
  const before = workbench.verdict?.outcome ?? null;
  const store = workbench.draft.provider;
  change();
  const { provider } = workbench.draft;
  if (provider === store) return;
  const now = workbench.verdict?.outcome ?? null;
  toast(switchText(providerById(provider).name, before, now));
}

/** Chooses a store, and tells what that changes. The rules stay as they are. */
export const chooseStore = (workbench: Workbench, provider: ProviderId): void =>
  switching(workbench, () => workbench.update({ provider, chosen: true }));

/** Lets the rules and the address tell the store again. */
export const guessStore = (workbench: Workbench): void =>
  switching(workbench, () => workbench.update({ chosen: false }));
