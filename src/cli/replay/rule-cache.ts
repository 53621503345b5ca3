import {
  placeOf,
  providers,
  readRules,
  type CompiledRules,
  type Provider,
  type ReadResult
} from '#engine';
import { say } from '../../words/say.ts';
import type { FieldReader } from './fields.ts';
import type { LineRefusal } from './refusal.ts';

/** Rule texts that are kept per provider, and how many UTF-16 code units they may have together. */
const MAX_TEXTS = 256;
const MAX_UNITS = 4 * 1024 * 1024;

/** A rule text, read and compiled once for one provider. */
export interface CachedRules {
  provider: Provider;
  text: string;
  read: ReadResult;
  compiled: CompiledRules;
}

/** Reads and compiles each rule text once, as long as it is among those used last: recorded traffic repeats few texts. */
export class RuleCache {
  readonly #shelves: ReadonlyMap<string, Shelf>;

  constructor(list: readonly Provider[] = providers) {
    this.#shelves = new Map(list.map((provider) => [provider.id, new Shelf(provider)]));
  }

  /**
   * The rules that the fields `provider` and `rules` name; null where they are refused. Null rules are an empty set. A text
   * of which a part is lost is refused, since an answer would not be about it.
   */
  of(fields: FieldReader): CachedRules | null {
    const held = this.asSent(fields);
    if (held === null || held.read.complete) return held;
    fields.refuse(rulesUnreadable(held.read, held.text));
    return null;
  }

  /** The same for a text that a store is sent as it is, whatever can be read of it. */
  asSent(fields: FieldReader): CachedRules | null {
    const id = fields.text('provider');
    const text = fields.textOrNull('rules');
    if (fields.refusal !== null) return null;
    const shelf = this.#shelves.get(id);
    if (shelf !== undefined) return shelf.get(text ?? '');
    fields.refuse(providerUnknown(id, [...this.#shelves.keys()]));
    return null;
  }
}

/**
 * The texts of one provider. A Map keeps the order of insertion; once half of the room is taken a text that is used goes to
 * the end, so that the first key is the one used longest ago. Before that nothing is dropped soon, and the move costs more
 * than the look-up.
 */
class Shelf {
  readonly #provider: Provider;
  readonly #held = new Map<string, CachedRules>();
  #units = 0;

  constructor(provider: Provider) {
    this.#provider = provider;
  }

  get(text: string): CachedRules {
    const held = this.#held.get(text);
    if (held === undefined) return this.#add(text);
    if (this.#held.size <= MAX_TEXTS / 2 && this.#units <= MAX_UNITS / 2) return held;
    this.#held.delete(text);
    this.#held.set(text, held);
    return held;
  }

  #add(text: string): CachedRules {
    const added = prepare(this.#provider, text);
    this.#held.set(text, added);
    this.#units += text.length;
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= MAX_TEXTS && this.#units <= MAX_UNITS) break;
      this.#held.delete(oldest);
      this.#units -= oldest.length;
    }
    return added;
  }
}

function prepare(provider: Provider, text: string): CachedRules {
  const read = readRules(text);
  return { provider, text, read, compiled: provider.compile(read.ruleSet) };
}

function rulesUnreadable(read: ReadResult, text: string): LineRefusal {
  const problem = read.problems.find(({ level }) => level === 'error');
  const place = placeOf(text, problem?.span.from ?? 0);
  const what = problem === undefined ? '' : say.problem(problem).what;
  return { code: 'rules-unreadable', args: { ...place, problem: what } };
}

function providerUnknown(value: string, ids: readonly string[]): LineRefusal {
  return { code: 'provider-unknown', args: { value: value.slice(0, 80), allowed: ids.join(', ') } };
}
