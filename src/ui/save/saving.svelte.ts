import { providerById } from '#engine';
import {
  guideSave,
  type SaveGuide,
  type SaveWay,
  type ShellId,
  type TargetField,
  type WayId
} from '#engine/save';
import type { Workbench } from '../workbench.svelte.ts';

type GivenTarget = Partial<Record<TargetField, string>>;

/** What is open of saving: the guide for the document on the page, and what the person chose and filled in. */
export class Saving {
  readonly #workbench: Workbench;
  shell: ShellId = $state.raw('sh');
  #wayId: WayId | null = $state.raw(null);
  /** What was filled in, and for which store and address; for others it is forgotten. */
  #given: { about: string; values: GivenTarget } = $state.raw({ about: '', values: {} });
  readonly #about: string = $derived.by(() => {
    const { provider, request } = this.#workbench.draft;
    return `${provider} ${request.url}`;
  });
  readonly given: GivenTarget = $derived(
    this.#given.about === this.#about ? this.#given.values : {}
  );
  readonly guide: SaveGuide = $derived.by(() => {
    const { draft, read } = this.#workbench;
    const { request, provider } = draft;
    const { given, shell } = this;
    return guideSave({ provider: providerById(provider), read, request, given, shell });
  });
  /** The chosen way, or the first where the store has no such one; null where there is nothing to save. */
  readonly way: SaveWay | null = $derived(
    this.guide.ways.find(({ id }) => id === this.#wayId) ?? this.guide.ways[0] ?? null
  );

  constructor(workbench: Workbench, shell: ShellId) {
    this.#workbench = workbench;
    this.shell = shell;
  }

  choose(id: WayId): void {
    this.#wayId = id;
  }

  fill(field: TargetField, value: string): void {
    this.#given = { about: this.#about, values: { ...this.given, [field]: value } };
  }
}
