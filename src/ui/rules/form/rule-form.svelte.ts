import { isolateHistory, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { StateEffect, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import {
  changeFor,
  plainRule,
  providerById,
  type Change,
  type ListField,
  type PlainRule,
  type Provider,
  type Rule,
  type SingleField,
  type Span
} from '#engine';
import {
  copyOf,
  holdsForm,
  isMade,
  linesToChanges,
  newRule,
  type FormField,
  type UnshownPart
} from '#engine/form';
import type { Workbench } from '../../workbench.svelte.ts';
import { showText } from '../editor/editor.ts';
import { keepSame } from './fields/same.ts';

const NONE: readonly string[] = [];

/** How a change came about: keys that are struck one after the other are undone together. */
export type Hand = 'type' | 'step';

/**
 * The rules as a form. It holds nothing of them: it reads the rule text, and every change goes through the text editor,
 * whose cursor says which rule is open and whose history undoes what either of them did.
 */
export class RuleForm {
  readonly #workbench: Workbench;
  #view: EditorView | null = $state.raw(null);
  #cursor = $state.raw(0);
  /** How many steps can be undone and done again. */
  depth = $state.raw({ undo: 0, redo: 0 });
  readonly provider: Provider = $derived.by(() => providerById(this.#workbench.draft.provider));
  readonly rules: readonly Rule[] = $derived.by(() => this.#workbench.read.ruleSet.rules);
  #before: readonly PlainRule[] = [];
  /** What the rules say. What is as it was before is the same object, so that nothing is made of it anew. */
  readonly values: readonly PlainRule[] = $derived.by(() => {
    this.#before = this.rules.map((rule, index) => keepSame(this.#before[index], plainRule(rule)));
    return this.#before;
  });
  /** The rule in which the editor's cursor stands, or which comes next, else the last; -1 where there is none. */
  readonly open: number = $derived.by(() => {
    const at = this.rules.findIndex(({ span }) => span.to >= this.#cursor);
    return at === -1 ? this.rules.length - 1 : at;
  });
  /** True where the open rule was closed by hand, until another is opened. */
  #closed = $state.raw(false);
  /** True where the cursor stands in a rule. */
  readonly within: boolean = $derived.by(() => {
    const span = this.rules[this.open]?.span;
    return span !== undefined && span.from <= this.#cursor && this.#cursor <= span.to;
  });
  readonly unshown: readonly UnshownPart[] = $derived.by(() =>
    holdsForm(this.#workbench.read, this.provider.form)
  );

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Takes up the editor through which everything goes, or leaves it. */
  attach(view: EditorView | null): void {
    this.#view = view;
    const listener = EditorView.updateListener.of((update) => this.#follow(update.view));
    view?.dispatch({ effects: StateEffect.appendConfig.of(listener) });
  }

  #follow({ state }: EditorView): void {
    const before = this.open;
    this.#cursor = state.selection.main.head;
    if (this.open !== before) this.#closed = false;
    const [undone, redone] = [undoDepth(state), redoDepth(state)];
    if (undone !== this.depth.undo || redone !== this.depth.redo) {
      this.depth = { undo: undone, redo: redone };
    }
  }

  /** The values of a list as they are read now. */
  list(rule: number, field: ListField): readonly string[] {
    return this.values[rule]?.[field] ?? NONE;
  }

  single(rule: number, field: SingleField): string | null {
    return this.values[rule]?.[field] ?? null;
  }

  /** The field of the form that holds a place of the text; null where none does. */
  placeOf({ from, to }: Span): { rule: number; field: FormField['field'] } | null {
    for (const [index, rule] of this.rules.entries())
      for (const { field } of this.provider.form.fields)
        for (const { span } of [rule[field] ?? []].flat())
          if (span.from <= from && to <= span.to) return { rule: index, field };
    return null;
  }

  /** Makes changes in the text. False where it has no place for them, or would say something else with them. */
  change(changes: readonly Change[], hand: Hand = 'step'): boolean {
    if (changes.length === 0) return true;
    const { draft, read } = this.#workbench;
    const { edits, text } = changeFor(this.provider, read, draft.rules, changes);
    if (edits.length === 0) return false;
    if (!read.complete && !isMade(read.ruleSet, changes, text)) return false;
    this.#dispatch({
      changes: edits.map(({ span, insert }) => ({ ...span, insert })),
      // Keys are no event of the editor's own, which would offer completions for each of them.
      annotations: hand === 'step' ? [isolateHistory.of('full')] : []
    });
    return true;
  }

  setList(rule: number, field: ListField, values: readonly string[], hand?: Hand): boolean {
    return this.change(linesToChanges(rule, field, this.list(rule, field), values), hand);
  }

  setSingle(rule: number, field: SingleField, value: string | null, hand?: Hand): boolean {
    if (this.single(rule, field) === value) return true;
    return this.change([{ kind: 'set-value', rule, field, value }], hand);
  }

  /** Adds a rule behind the others, for the call that is described. */
  add(): boolean {
    const rule = newRule(this.provider.form, this.#workbench.draft.request, this.values);
    return this.#insert({ kind: 'insert-rule', at: this.rules.length, rule });
  }

  duplicate(rule: number): boolean {
    const written = this.values[rule];
    if (!written) return false;
    const copy = copyOf(written, this.provider.form, this.values);
    return this.#insert({ kind: 'insert-rule', at: rule + 1, rule: copy });
  }

  #insert(change: Extract<Change, { kind: 'insert-rule' }>): boolean {
    const made = this.change([change]);
    if (made) this.select(change.at);
    return made;
  }

  remove(rule: number): boolean {
    return this.change([{ kind: 'remove-rule', rule }]);
  }

  /** Moves a rule to a place among the others, and opens it there. */
  move(rule: number, to: number): boolean {
    if (to === rule || to < 0 || to >= this.rules.length) return false;
    const made = this.change([{ kind: 'move-rule', rule, to }]);
    if (made) this.select(to);
    return made;
  }

  setVary(value: boolean): boolean {
    return this.change([{ kind: 'set-response-vary', value }]);
  }

  /** One rule is open at a time, or none. */
  isOpen(rule: number): boolean {
    return rule === this.open && !this.#closed;
  }

  close(): void {
    this.#closed = true;
  }

  /** Opens a rule: the editor's cursor goes there. */
  select(rule: number): void {
    this.#closed = false;
    const from = this.rules[rule]?.span.from;
    if (from !== undefined && rule !== this.open) this.#dispatch({ selection: { anchor: from } });
  }

  undo(): boolean {
    return this.#view !== null && undo(this.#view);
  }

  redo(): boolean {
    return this.#view !== null && redo(this.#view);
  }

  /** Brings the editor's cursor into view, once the editor is seen again. */
  showCursor(): void {
    const head = this.#view?.state.selection.main.head;
    if (head === undefined) return;
    this.#view?.requestMeasure();
    this.#dispatch({ effects: EditorView.scrollIntoView(head, { y: 'center' }) });
  }

  /** The editor hears of a change from elsewhere a moment later, and must have it before one more is made. */
  #dispatch(transaction: TransactionSpec): void {
    if (this.#view === null) return;
    showText(this.#view, this.#workbench.draft.rules);
    this.#view.dispatch(transaction);
  }
}
