import type { FieldReader } from '../fields.ts';
import type { RuleCache } from '../rule-cache.ts';

/** One kind of line: what it asks for and how it is answered. */
export interface Kind {
  /** The value of the field `kind`. */
  name: string;
  /**
   * The answer without its `id`, as the text of a JSON object with its keys in the order of the contract; null where the
   * line is refused, which `fields` then holds.
   */
  answer(fields: FieldReader, rules: RuleCache): string | null;
}
