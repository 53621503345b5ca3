/** Which of several changes can be made in one text at once, so that it need not be read again after each. */
import type { Change, ChangeOf, Rule, RuleSet, TextEdit } from '../model.ts';
import type { ValueChange } from './change.ts';
import { Places } from './places.ts';

/** What one reading of a text is enough for, and the changes that are left, counted in the rule set that it leaves. */
export interface ChangeBatch {
  /** Sorted, without overlap, counted in the text as it is. */
  edits: TextEdit[];
  left: Change[];
}

/** The edits of one change, counted in the text and the rule set as they are. */
export type EditRules = (change: Change) => TextEdit[];

/**
 * Makes as many of the changes as do not depend on each other's edits; those of one rule keep their order. The first one is
 * always made.
 */
export function batchOf(
  ruleSet: RuleSet,
  changes: readonly Change[],
  edit: EditRules
): ChangeBatch {
  const [first] = changes;
  if (first?.kind === 'remove-rule') return removeRules(ruleSet, changes, edit);
  if (first === undefined || !isOfValue(first))
    return { edits: first ? edit(first) : [], left: changes.slice(1) };
  const edits = new EditList();
  const rules = new Map<number, RuleBatch>();
  const waiting = new Set<number>();
  const left: Change[] = [];
  for (const [at, change] of changes.entries()) {
    // It waits for those before it.
    if (!isOfValue(change)) return { edits: edits.all, left: [...left, ...changes.slice(at)] };
    const batch = rules.get(change.rule) ?? new RuleBatch(ruleSet.rules[change.rule]);
    rules.set(change.rule, batch);
    const place = at === 0 ? change : batch.place(change);
    const waits = waiting.has(change.rule) || !edits.add(place, edit, at === 0);
    if (!waits) batch.took(change, edits.last);
    else {
      waiting.add(change.rule);
      left.push(change);
    }
  }
  return { edits: edits.all, left };
}

/** False for what is of all rules, and for what takes a field away, by which the format may be known. */
const isOfValue = (change: Change): change is ValueChange =>
  'field' in change && !(change.kind === 'set-value' && change.value === null);

/** Rules that go one after the other; the last that there is goes alone, since some texts must not be without. */
function removeRules({ rules }: RuleSet, changes: readonly Change[], edit: EditRules): ChangeBatch {
  const edits = new EditList();
  const places = new Places();
  for (const [at, change] of changes.entries()) {
    const isNext = change.kind === 'remove-rule' && (at === 0 || places.count < rules.length - 1);
    const place = isNext ? places.before(change.rule) : -1;
    const made: Change | null = isNext ? { kind: 'remove-rule', rule: place } : null;
    if (!edits.add(made, edit, at === 0)) return { edits: edits.all, left: changes.slice(at) };
    if (place < rules.length) places.takeOut(place);
  }
  return { edits: edits.all, left: [] };
}

/** Edits in the order of the text; of those at one place, in the order in which they came. */
class EditList {
  readonly all: TextEdit[] = [];
  /** Those of the change that was made last. */
  last: readonly TextEdit[] = [];

  /** False, and nothing happens, where there is no change or its edits touch what others do; unless it `must` be made. */
  add(change: Change | null, edit: EditRules, must: boolean): boolean {
    if (change === null) return false;
    const edits = edit(change);
    const places = edits.map((one) => this.#placeOf(one));
    if (!must && places.some((place, at) => !this.#fits(edits[at], place))) return false;
    for (const [at, one] of edits.entries()) this.all.splice((places[at] ?? 0) + at, 0, one);
    this.last = edits;
    return true;
  }

  /** Behind every edit that begins before it, or there with nothing taken out. */
  #placeOf({ span: { from } }: TextEdit): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.all[middle]?.span;
      if (other && (other.from < from || (other.from === from && other.to === from)))
        low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #fits(edit: TextEdit | undefined, place: number): boolean {
    const [before, after] = [this.all[place - 1], this.all[place]];
    if (!edit) return true;
    return (
      (!before || before.span.to <= edit.span.from) && (!after || edit.span.to <= after.span.from)
    );
  }
}

/** One list of a rule, as some changes leave it. */
interface ListBatch {
  length: number;
  places: Places;
  replaced: Set<number>;
  added: Set<string>;
  /** True where an edit was made that no other edit of the list knows of. */
  closed: boolean;
  /** True where another field has the same list. */
  isShared: boolean;
}

/** One rule, as some changes leave it: it tells whether one more can be made without reading the text again. */
class RuleBatch {
  readonly #rule: Rule | undefined;
  readonly #lists = new Map<string, ListBatch>();
  /** True once a field came, or a list lost its last value. */
  #altered = false;
  readonly #set = new Set<string>();

  constructor(rule: Rule | undefined) {
    this.#rule = rule;
  }

  /** The change as it is counted in the rule as it was; null where it rests on what is not read yet. */
  place(change: ValueChange): ValueChange | null {
    if (!this.#rule) return change;
    if (change.kind === 'set-value') return this.#placeSingle(this.#rule, change);
    const list = this.#listOf(this.#rule, change);
    const now = list.length - list.places.count;
    if (list.closed) return null;
    if (change.kind === 'add-value') {
      const isLast = (change.at ?? Infinity) >= now + list.added.size;
      const isBehindGone = list.places.isOut(list.length - 1);
      // A list that two fields share takes no value twice.
      const isChanged = list.isShared && list.replaced.size + list.places.count > 0;
      const rests = isBehindGone || isChanged || list.added.has(change.value);
      if (!isLast || rests || this.#altered) return null;
      return { ...change, at: list.length };
    }
    const index = list.places.before(change.index);
    const isBeyond =
      (index >= list.length - 1 && list.added.size > 0) || (index >= list.length && this.#altered);
    const isLast = change.kind === 'remove-value' && now === 1 && list.places.count > 0;
    return isBeyond || isLast || list.replaced.has(index) ? null : { ...change, index };
  }

  #placeSingle(rule: Rule, change: ChangeOf<'set-value'>): ValueChange | null {
    const waits = this.#set.has(change.field) || (rule[change.field] === null && this.#altered);
    return waits ? null : change;
  }

  /** Notes a change that {@link place} allowed, and what it did. */
  took(change: ValueChange, edits: readonly TextEdit[]): void {
    const rule = this.#rule;
    if (!rule) return;
    if (change.kind === 'set-value') {
      this.#set.add(change.field);
      this.#altered ||= rule[change.field] === null;
      return;
    }
    const list = this.#listOf(rule, change);
    if (change.kind === 'add-value') {
      list.added.add(change.value);
      this.#altered ||= list.length === 0;
      const isBehind = list.length > 0 && (change.at ?? list.length) >= list.length;
      list.closed = !isBehind || edits.length !== 1 || !edits.every(inserts);
      return;
    }
    const index = list.places.before(change.index);
    if (change.kind === 'replace-value') list.replaced.add(index);
    else if (index < list.length) {
      list.places.takeOut(index);
      this.#altered ||= list.places.count === list.length;
    }
  }

  /** Where two lists of a rule are one in the text, a change of either is one of both. */
  #listOf(rule: Rule, { field }: Exclude<ValueChange, ChangeOf<'set-value'>>): ListBatch {
    const [headers, exposed] = [rule.allowedHeaders[0], rule.exposeHeaders[0]];
    const isShared = headers !== undefined && headers.span.from === exposed?.span.from;
    const key = isShared && field === 'exposeHeaders' ? 'allowedHeaders' : field;
    const list = this.#lists.get(key) ?? {
      length: rule[key].length,
      places: new Places(),
      replaced: new Set(),
      added: new Set(),
      closed: false,
      isShared
    };
    this.#lists.set(key, list);
    return list;
  }
}

const inserts = ({ span }: TextEdit): boolean => span.from === span.to;
