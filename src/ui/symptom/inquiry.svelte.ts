import type { PageRequest, ProviderId, Span } from '#engine';
import {
  agreementOf,
  causesOf,
  readSymptom,
  storeOfAddress,
  type Agreement,
  type SymptomQuestion,
  type Symptom,
  type SymptomCode,
  type SymptomReading
} from '#engine/import';
import type { Draft, JudgedDocument } from '../document.ts';

/** Whether the store is told by what the text says of it; an address tells it anew whenever it is changed. */
function isToldByWords(symptom: Symptom): symptom is Symptom & { store: ProviderId } {
  return symptom.store !== null && storeOfAddress(symptom.request.url) === null;
}

/** A symptom that the page was filled with. */
interface SymptomFilling {
  symptom: Symptom;
  /** The document before. */
  before: Draft;
  answered: readonly SymptomQuestion[];
}

/** Who holds the document, and shows its parts. */
interface DraftHolder {
  readonly draft: Draft;
  readonly judged: JudgedDocument | null;
  update(change: Partial<Draft>): void;
  reveal(span: Span): void;
  show(view: 'verdict'): void;
}

/**
 * The way from an error to its cause: what was pasted, what it told, and the questions that are still open.
 * The text stays when the dialog closes, and is kept nowhere else.
 */
export class Inquiry {
  text: string = $state.raw('');
  open: boolean = $state.raw(false);
  readonly reading: SymptomReading = $derived(readSymptom(this.text));
  readonly #workbench: DraftHolder;
  #taken: SymptomFilling | null = $state.raw(null);
  readonly symptom: Symptom | null = $derived(this.#taken?.symptom ?? null);
  /** What is still to be answered, the first of which is asked. */
  readonly questions: readonly SymptomQuestion[] = $derived.by(() => {
    const taken = this.#taken;
    return taken?.symptom.missing.filter((question) => !taken.answered.includes(question)) ?? [];
  });
  readonly question: SymptomQuestion | null = $derived(this.questions[0] ?? null);
  readonly causes: readonly SymptomCode[] = $derived.by(() =>
    this.symptom === null ? [] : causesOf(this.symptom, this.#workbench.draft.request)
  );
  /** How the verdict stands to the symptom; null until all is known, and where nothing can be said. */
  readonly agreement: Agreement | null = $derived.by(() => {
    const { judged } = this.#workbench;
    if (this.symptom === null || this.question !== null || judged === null) return null;
    return agreementOf(this.symptom, judged.verdict, judged.request);
  });

  constructor(workbench: DraftHolder) {
    this.#workbench = workbench;
  }

  /** Opens the dialog with a text that was pasted in another place. */
  show(text: string): void {
    this.text = text;
    this.open = true;
  }

  /** Fills the page with what the text tells, and asks for the rest. */
  use(): void {
    const { symptom } = this.reading;
    if (symptom === null) return;
    const { draft } = this.#workbench;
    this.#taken = { symptom, before: { ...draft }, answered: [] };
    this.open = false;
    this.#workbench.update({
      request: filled(draft.request, symptom),
      engine: symptom.engine ?? draft.engine,
      ...(draft.rules === this.text ? { rules: '' } : {}),
      ...(isToldByWords(symptom) ? { provider: symptom.store, chosen: true } : {})
    });
    this.ask();
  }

  /** Takes the answer to a question, and goes on to the next. */
  answer(question: SymptomQuestion, part: Partial<PageRequest> = {}): void {
    if (this.#taken === null) return;
    this.#taken = { ...this.#taken, answered: [...this.#taken.answered, question] };
    const { request } = this.#workbench.draft;
    if (Object.keys(part).length > 0) this.#workbench.update({ request: { ...request, ...part } });
    this.ask();
  }

  /** Brings the place into view where the open question is answered, else the verdict. */
  ask(): void {
    if (this.question === 'rules') {
      this.#workbench.reveal({ from: 0, to: this.#workbench.draft.rules.length });
    } else this.#workbench.show('verdict');
  }

  dismiss(): void {
    this.#taken = null;
  }

  /** Puts the document back as it was before the text was used. */
  undo(): void {
    if (this.#taken === null) return;
    this.#workbench.update(this.#taken.before);
    this.#taken = null;
  }
}

/** Origin, address and method are what they were where the text does not tell: they are asked for. */
function filled(current: PageRequest, { request }: Symptom): PageRequest {
  const { pageOrigin, url, method } = { ...current, ...request };
  const { headers = [], credentials = 'omit', needs = [] } = request;
  return { pageOrigin, url, method, headers, credentials, needs };
}
