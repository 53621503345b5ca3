import { createContext } from 'svelte';
import {
  changeFor,
  guessProvider,
  judge,
  providerById,
  readRules,
  type Change,
  type ReadResult,
  type SavingResult,
  type Span,
  type Verdict
} from '#engine';
import { mendAll, lint, LintMemory, type Finding, type Level } from '#engine/lint';
import type {
  Draft,
  JudgedDocument,
  StoredDocument,
  ReadableRules,
  DocumentStorage
} from './document.ts';
import { exampleAt } from './examples/addresses.ts';
import { keptDraft, keptText } from './keeping/without-secrets.ts';
import { liveDraft } from './live-draft.svelte.ts';
import { Problems } from './rules/problems/problems.svelte.ts';
import { Inquiry } from './symptom/inquiry.svelte.ts';

export type Pane = 'rules' | 'verdict';

/** What stands below the request: its verdict, or the same call seen another way. */
export type View = 'verdict' | 'stores' | 'browsers' | 'timeline';

interface WorkbenchState {
  draft: Draft;
  read: ReadResult;
  readable: ReadableRules | null;
}

/** A browser's text editor counts every line end as one unit, so offsets agree only where each is one. */
const withPlainLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** What a task gives; null where the engine fails at it, which is a fault of its own. The page goes on, with the text on it. */
function attempt<T>(task: () => T): { value: T } | null {
  try {
    return { value: task() };
  } catch (error) {
    console.error(error);
    return null;
  }
}

/** Stands for the reading of a text at which the reader fails. */
const UNREAD: ReadResult = { ...readRules(''), complete: false };

function stateOf(typed: Draft, before: WorkbenchState | null): WorkbenchState {
  const draft = { ...typed, rules: withPlainLineEnds(typed.rules) };
  const read =
    draft.rules === before?.draft.rules
      ? before.read
      : (attempt(() => readRules(draft.rules))?.value ?? UNREAD);
  const readable = read.complete ? { text: draft.rules, read } : (before?.readable ?? null);
  // A text that is being typed has no format yet; the store is then that of the last readable one.
  const guess = draft.chosen ? null : guessProvider(readable?.read ?? read, draft.request.url);
  const provider = guess?.provider ?? draft.provider;
  const url = exampleAt(provider, draft.request.url);
  const request = url === draft.request.url ? draft.request : { ...draft.request, url };
  return { draft: { ...draft, provider, request }, read, readable };
}

/**
 * The state of the page. Readers see derived values; every write of the document goes through `update`.
 * A text that cannot be read whole keeps the last readable one for the verdict, which is then stale.
 */
export class Workbench {
  readonly #storage: DocumentStorage | null;
  readonly #live: ReturnType<typeof liveDraft>;
  /** What was read of the text on the page. */
  read: ReadResult = $state.raw() as ReadResult;
  #readable: ReadableRules | null = $state.raw(null);
  /** True where the verdict is about an earlier text than the one on the page. */
  stale: boolean = $state(false);
  readonly #credentials: boolean = $derived(this.draft.request.credentials === 'include');
  readonly #memory = new LintMemory();
  readonly #linted = $derived(
    attempt(() =>
      lint(this.read, this.draft.rules, providerById(this.draft.provider), {
        credentials: this.#credentials,
        memory: this.#memory
      })
    )
  );
  /** What is wrong, odd or unwise about the rules that could be read. */
  readonly findings: readonly Finding[] = $derived(this.#linted?.value ?? []);
  readonly #verdict = $derived(attempt(() => this.#judge()));
  readonly judged: JudgedDocument | null = $derived(this.#verdict?.value ?? null);
  readonly #asked = $derived(
    attempt(() =>
      this.draft.rules.trim() === '' ? null : providerById(this.draft.provider).save(this.read)
    )
  );
  /** What the store would say of the text if it were saved; null for an empty one, which nobody saves. */
  readonly saved: SavingResult | null = $derived(this.#asked?.value ?? null);
  /** True where the engine fails at the document. */
  readonly failed: boolean = $derived(
    this.read === UNREAD || !this.#linted || !this.#verdict || !this.#asked
  );
  /** A place in the rule text that the person asked to see; a new object at each request. */
  asked: Span | null = $state.raw(null);
  /** The way from a pasted error to the request and its verdict. */
  readonly inquiry: Inquiry = new Inquiry(this);
  /** What is wrong with the rules, and the way to mend it. */
  readonly problems: Problems = new Problems(this);
  view: View = $state.raw('verdict');
  /** The part that stands on a screen too narrow for both. */
  shown: Pane = $state.raw('verdict');
  /** True once the stored document, if there is one, has taken the place of the first. */
  restored: boolean = $state.raw(false);
  /** The rule text as it was when the page was opened. */
  opened: string = $state.raw('');

  constructor(draft: Draft, storage: DocumentStorage | null = null) {
    const state = stateOf(draft, null);
    this.#live = liveDraft(state.draft);
    this.opened = state.draft.rules;
    this.#storage = storage;
    this.#take(state);
  }

  get draft(): Draft {
    return this.#live.draft;
  }

  get verdict(): Verdict | null {
    return this.judged?.verdict ?? null;
  }

  update(change: Partial<Draft>): void {
    const state = stateOf({ ...this.draft, ...change }, this.#state());
    this.#take(state);
    const { draft, read, readable } = state;
    this.#storage?.save({
      draft: keptDraft(draft, read),
      readable: read.complete || readable === null ? null : keptText(readable)
    });
  }

  /** Makes changes in the rule text, and shows where. */
  change(changes: readonly Change[]): void {
    const provider = providerById(this.draft.provider);
    const { text, edits } = changeFor(provider, this.read, this.draft.rules, changes);
    this.update({ rules: text });
    const [first] = edits;
    if (first) this.reveal({ from: first.span.from, to: first.span.from + first.insert.length });
  }

  /** Makes every change that findings of these levels offer, and gives their number. */
  mendAll(levels: readonly Level[]): number {
    const options = { credentials: this.#credentials, levels };
    const provider = providerById(this.draft.provider);
    const { text, findings: mended } = mendAll(this.read, this.draft.rules, provider, options);
    this.update({ rules: text });
    return mended.length;
  }

  /** Takes up the document of the last visit, where there is one that can be shown. */
  restore(): void {
    const kept = this.#storage?.load() ?? null;
    if (kept && !this.open(kept)) this.#storage?.setAside();
    this.restored = true;
  }

  /** Takes up a stored document; false where the engine fails at it, and all stays as it is. */
  open(kept: StoredDocument): boolean {
    // The live document changes in place, so what it is now must be copied.
    const current = { ...this.#state(), draft: { ...this.draft } };
    const rules = kept.readable;
    const before = rules === null ? null : stateOf({ ...kept.draft, rules }, null);
    this.#take(stateOf(kept.draft, before));
    if (this.failed) {
      this.#take(current);
      return false;
    }
    this.opened = this.draft.rules;
    return true;
  }

  show(view: View): void {
    this.view = view;
    this.shown = 'verdict';
  }

  reveal(span: Span): void {
    this.shown = 'rules';
    this.asked = { ...span };
  }

  #state(): WorkbenchState {
    return { draft: this.draft, read: this.read, readable: this.#readable };
  }

  #take({ draft, read, readable }: WorkbenchState): void {
    this.#live.take(draft);
    this.read = read;
    this.#readable = readable;
    this.stale = readable !== null && !read.complete;
  }

  #judge(): JudgedDocument | null {
    if (this.#readable === null) return null;
    const { text, read } = this.#readable;
    const { provider, engine, request } = this.draft;
    const verdict = judge({ text, read, provider: providerById(provider), engine, request });
    return { text, read, provider, engine, request, verdict };
  }
}

export const [getWorkbench, setWorkbench] = createContext<Workbench>();
