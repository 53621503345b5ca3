import {
  guessProvider,
  placeOf,
  providerById,
  providers,
  readRules,
  type CompiledRules,
  type Provider,
  type ReadResult
} from '#engine';
import { say } from '../../words/say.ts';
import type { FieldReader } from './fields.ts';
import type { LineRefusal } from './refusal.ts';

/** Bytes that all kept rules may take together, by the estimate below. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * What a text takes, in bytes a UTF-16 code unit and bytes whatever its length: once it is read, and again for each
 * store that it is compiled for. Measured as the heap that stays, over a dozen shapes of text at every store; these are
 * the largest found (a list of one-letter names read, and compiled to the patterns of S3rver), so that most take less.
 */
const READ = { unit: 32, fixed: 2048 };
const COMPILED = { unit: 72, fixed: 2048 };

/** A rule text, read and compiled once for one provider. */
export interface CachedRules {
  provider: Provider;
  text: string;
  read: ReadResult;
  compiled: CompiledRules;
}

/** A text as read, which no store changes, and what each store makes of it. */
interface HeldText {
  read: ReadResult;
  stores: Map<string, CachedRules>;
  bytes: number;
}

/**
 * Reads and compiles each rule text once, as long as it is among those used last: recorded traffic repeats few texts.
 * Bounded in bytes, whatever the texts and however many stores they are for.
 */
export class RuleCache {
  readonly #providers: ReadonlyMap<string, Provider>;
  /**
   * A Map keeps the order of insertion; once half of the room is taken a text that is used goes to the end, so that the
   * first key is the one used longest ago. Before that nothing is dropped soon, and the move costs more than the look-up.
   */
  readonly #held = new Map<string, HeldText>();
  #bytes = 0;

  constructor(list: readonly Provider[] = providers) {
    this.#providers = new Map(list.map((provider) => [provider.id, provider]));
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

  /**
   * The same for a call of a page, whose store is guessed from rules and address where no `provider` is named; refused where
   * neither tells it. `sure` is false for a guess that may be another.
   */
  forCall(fields: FieldReader, url: string): (CachedRules & { sure: boolean }) | null {
    if (fields.has('provider')) {
      const held = this.of(fields);
      return held && { ...held, sure: true };
    }
    const text = fields.textOrNull('rules');
    if (fields.refusal !== null) return null;
    const guess = guessProvider(this.#textOf(text ?? '').read, url);
    if (guess === null) {
      fields.refuse({ code: 'field-missing', args: { field: 'provider' } });
      return null;
    }
    const held = this.#rulesOf(providerById(guess.provider), text ?? '');
    if (held.read.complete) return { ...held, sure: guess.certainty === 'sure' };
    fields.refuse(rulesUnreadable(held.read, held.text));
    return null;
  }

  /** The same for a text that a store is sent as it is, whatever can be read of it. */
  asSent(fields: FieldReader): CachedRules | null {
    const id = fields.text('provider');
    const text = fields.textOrNull('rules');
    if (fields.refusal !== null) return null;
    const provider = this.#providers.get(id);
    if (provider !== undefined) return this.#rulesOf(provider, text ?? '');
    fields.refuse(providerUnknown(id, [...this.#providers.keys()]));
    return null;
  }

  #rulesOf(provider: Provider, text: string): CachedRules {
    const held = this.#textOf(text);
    const before = held.stores.get(provider.id);
    if (before !== undefined) return before;
    const { read } = held;
    const rules = { provider, text, read, compiled: provider.compile(read.ruleSet) };
    held.stores.set(provider.id, rules);
    this.#grow(text, held, COMPILED.fixed + COMPILED.unit * text.length);
    return rules;
  }

  #textOf(text: string): HeldText {
    const held = this.#held.get(text);
    if (held === undefined) return this.#add(text);
    if (this.#bytes <= MAX_BYTES / 2) return held;
    this.#held.delete(text);
    this.#held.set(text, held);
    return held;
  }

  #add(text: string): HeldText {
    const added: HeldText = { read: readRules(text), stores: new Map(), bytes: 0 };
    this.#held.set(text, added);
    this.#grow(text, added, READ.fixed + READ.unit * text.length);
    return added;
  }

  /** Counts what a text takes, and drops those used longest ago, in the end that text itself, until all have room. */
  #grow(text: string, held: HeldText, bytes: number): void {
    if (this.#held.get(text) !== held) return;
    held.bytes += bytes;
    this.#bytes += bytes;
    for (const [first, oldest] of this.#held) {
      if (this.#bytes <= MAX_BYTES) break;
      this.#held.delete(first);
      this.#bytes -= oldest.bytes;
    }
  }
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
