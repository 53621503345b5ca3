import {
  guessProvider,
  ownFormat,
  providerById,
  type FormatId,
  type Provider,
  type ProviderId
} from '#engine';
import type { Conversion } from '#engine/compare';
import type { ConvertJob } from '../compare/comparison.ts';
import type { Workbench } from '../workbench.svelte.ts';

/** What is open of a conversion: the document on the page, and where the person wants to take it. */
export class Converting {
  readonly #workbench: Workbench;
  #from: ProviderId | null = $state.raw(null);
  #to: ProviderId | null = $state.raw(null);
  #format: FormatId | null = $state.raw(null);
  /** Why there is nothing to convert; null where there is. */
  readonly refusal: 'unreadable' | 'empty' | null = $derived.by(() => {
    const { draft, read } = this.#workbench;
    if (draft.rules.trim() === '') return 'empty';
    return read.complete ? null : 'unreadable';
  });
  /** The store that decides by the rules as they are: the page's, unless it does not take them. */
  readonly from: Provider = $derived.by(() => {
    const { draft, read } = this.#workbench;
    if (this.#from !== null) return providerById(this.#from);
    const own = providerById(draft.provider);
    const format = ownFormat(read, own.formats);
    if (format === null || own.formats.includes(format)) return own;
    return providerById(guessProvider(read, '')?.provider ?? draft.provider);
  });
  readonly to: Provider = $derived.by(() => {
    return providerById(this.#to ?? this.#workbench.draft.provider);
  });
  /** The chosen format where the store takes it; else its own first, or the next where the text is in that already. */
  readonly format: FormatId | null = $derived.by(() => {
    const { formats } = this.to;
    if (this.#format !== null && formats.includes(this.#format)) return this.#format;
    const written = this.to === this.from ? ownFormat(this.#workbench.read, formats) : null;
    return formats.find((id) => id !== written) ?? formats[0] ?? null;
  });
  /** What to convert; null where there is nothing. */
  readonly job: ConvertJob | null = $derived.by(() => {
    const { from, to, format } = this;
    if (this.refusal !== null || format === null) return null;
    const { rules: text } = this.#workbench.draft;
    return { kind: 'convert', text, from: from.id, to: to.id, format };
  });

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  chooseFrom(id: ProviderId): void {
    this.#from = id;
  }

  chooseTo(id: ProviderId): void {
    this.#to = id;
  }

  chooseFormat(id: FormatId): void {
    this.#format = id;
  }

  /** The rules on the page become the converted ones, in one step, at the store that they are for. */
  replace({ text }: Conversion): void {
    this.#workbench.update({ rules: text.trimEnd(), provider: this.to.id, chosen: true });
  }
}
