/** Where the cursor stands in a rule text, whichever its grammar. */
import type { RuleKey } from './rule-key.ts';
import type { Span } from '../model.ts';

/** What a name that may be written here stands for. */
export type NameMeaning = RuleKey | 'rule' | 'responseVary' | 'around' | 'close';

/** A name with what has to be written along with it. */
export interface NameOffer {
  name: string;
  meaning: NameMeaning;
  /** Takes the place of `replaced`. */
  insert: string;
  /** Counted in `insert`. */
  caret: number;
}

interface CursorSpans {
  /** What has been typed. */
  typed: Span;
  /** What an option takes the place of: what has been typed, and marks around it. */
  replaced: Span;
}

/** A name is being written: of an element, a key, an argument. */
export interface NamePlace extends CursorSpans {
  writes: 'name';
  kind: 'element' | 'key';
  names: NameOffer[];
  /** Where a whole rule may be written, how many stand before it; else null. */
  at: number | null;
  /** What has been typed with the marks before it, which is in the way of a whole rule. */
  cut: Span;
}

/** A value of a field is being written. */
export interface ValuePlace extends CursorSpans {
  writes: 'value';
  field: RuleKey;
  /** Of the read rule set; null where the rule is not read yet. */
  rule: number | null;
  /** What has to be written for a value, with quotes, escapes and commas. */
  write: (value: string) => string;
}

export type CursorPlace = NamePlace | ValuePlace;

/** The span that begins and ends at `at`. */
export const spot = (at: number): Span => ({ from: at, to: at });
