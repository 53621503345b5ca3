import { tick } from 'svelte';
import { m } from '../../../paraglide/messages.js';
import { FIRST_RULE_ID, partId, partOf } from './fields/field-id.ts';
import type { RuleForm } from './rule-form.svelte.ts';

/** What is done with whole rules: each act is told to who does not see it, and leaves the focus where one goes on. */
export class FormActs {
  readonly #form: RuleForm;
  /** What was done last. */
  told = $state.raw('');

  constructor(form: RuleForm) {
    this.#form = form;
  }

  add(): void {
    if (this.#form.add()) this.#added(this.#form.rules.length - 1);
  }

  duplicate(rule: number): void {
    if (!this.#isFull && this.#form.duplicate(rule)) this.#added(rule + 1);
  }

  get #isFull(): boolean {
    const { rules } = this.#form.provider.form;
    return rules !== null && this.#form.rules.length >= rules;
  }

  #added(rule: number): void {
    this.#tell(m['form.added']({ rule: rule + 1 }));
    this.#enter(rule);
  }

  /** The focus goes along: the control that has it is the same of the moved rule, or its grip where that cannot. */
  move(from: number, to: number): void {
    const held = partOf(document.activeElement?.id ?? '', from, to);
    if (!this.#form.move(from, to)) return;
    this.#tell(m['form.moved']({ rule: from + 1, to: to + 1 }));
    void focus(held, partId(to, 'grip'));
  }

  /** The focus goes to the rule that takes the place, else to the last, else to what adds the first. */
  remove(rule: number): void {
    if (!this.#form.remove(rule)) return;
    const left = this.#form.rules.length;
    this.#tell(m['form.deleted']({ rule: rule + 1, left }));
    void focus(left > 0 ? partId(Math.min(rule, left - 1), 'name') : FIRST_RULE_ID);
  }

  /** Opens a rule and enters its first field, or closes it. */
  toggle(rule: number): void {
    if (this.#form.isOpen(rule)) return this.#form.close();
    this.#form.select(rule);
    this.#enter(rule);
  }

  #enter(rule: number): void {
    const [first] = this.#form.provider.form.fields;
    if (first) void focus(partId(rule, first.field));
  }

  undo(): void {
    if (this.#form.undo()) this.#returned(m['form.undone']());
  }

  redo(): void {
    if (this.#form.redo()) this.#returned(m['form.redone']());
  }

  /** What had the focus may be gone with the change, and keys would go nowhere then. */
  #returned(text: string): void {
    this.#tell(text);
    void tick().then(() => {
      if (document.activeElement !== document.body) return;
      void focus(partId(this.#form.open, 'name'), FIRST_RULE_ID);
    });
  }

  /** A text that stays the same is not told again, so it is taken away first. */
  #tell(text: string): void {
    this.told = '';
    void tick().then(() => (this.told = text));
  }
}

/** Gives the focus to the first of some elements that takes it, once the page shows the change. */
async function focus(...ids: (string | null)[]): Promise<void> {
  await tick();
  for (const id of ids) {
    const element = id === null ? null : document.getElementById(id);
    element?.focus();
    if (!element || element !== document.activeElement) continue;
    element.closest('li')?.scrollIntoView({ block: 'nearest' });
    return;
  }
}
