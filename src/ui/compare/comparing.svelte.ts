import { providerById, readRules, type Provider, type ProviderId, type ReadResult } from '#engine';
import type { Workbench } from '../workbench.svelte.ts';
import type { DiffJob } from './comparison.ts';

/** Where the other rules come from: pasted or opened from a file, the page as it was opened, or the same as on the page. */
const SOURCES = ['given', 'opened', 'same'] as const;
export type Source = (typeof SOURCES)[number];

/** Whether the other rules stand before those on the page, or after them. */
export const PLACES = ['before', 'after'] as const;
export type ComparePlace = (typeof PLACES)[number];

/** A rule text at a store, as it was read. */
export interface ComparedRules {
  text: string;
  read: ReadResult;
  provider: Provider;
  isPage: boolean;
}

/** What is open of a comparison: the document on the page, and the rules beside which the person holds it. */
export class Comparing {
  readonly #workbench: Workbench;
  #providerId: ProviderId | null = $state.raw(null);
  source: Source = $state('given');
  place: ComparePlace = $state('before');
  /** What was pasted or opened; it stays while another source is looked at. */
  given: string = $state('');
  /** The sources that there are: the page as it was opened only where it has changed since. */
  readonly sources: readonly Source[] = $derived.by(() => {
    const { draft, opened } = this.#workbench;
    return SOURCES.filter((source) => source !== 'opened' || opened !== draft.rules);
  });
  readonly page: ComparedRules = $derived.by(() => {
    const { draft, read } = this.#workbench;
    const provider = providerById(draft.provider);
    return { text: draft.rules, read, provider, isPage: true };
  });
  readonly #text: string = $derived.by(() => {
    if (this.source === 'same') return this.page.text;
    return this.source === 'opened' ? this.#workbench.opened : this.given;
  });
  readonly other: ComparedRules = $derived.by(() => {
    const provider = providerById(this.#providerId ?? this.page.provider.id);
    return { text: this.#text, read: readRules(this.#text), provider, isPage: false };
  });
  readonly before: ComparedRules = $derived(this.place === 'before' ? this.other : this.page);
  readonly after: ComparedRules = $derived(this.place === 'before' ? this.page : this.other);
  /** The side that cannot be read whole; null where both can. */
  readonly unread: ComparedRules | null = $derived(
    [this.other, this.page].find(({ read }) => !read.complete) ?? null
  );
  /** What to compare; null where there is nothing yet, or it cannot be read. */
  readonly job: DiffJob | null = $derived.by(() => {
    const { before, after, unread } = this;
    if (unread !== null || this.isAwaited) return null;
    const side = ({ text, provider }: ComparedRules) => ({ text, provider: provider.id });
    return { kind: 'diff', before: side(before), after: side(after) };
  });

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** True until the other rules are pasted or opened. */
  get isAwaited(): boolean {
    return this.source === 'given' && this.given.trim() === '';
  }

  chooseStore(id: ProviderId): void {
    this.#providerId = id;
  }
}
