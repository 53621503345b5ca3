/** What an XML format says of its elements. */
import type { RuleKey } from '../rule-key.ts';

export interface XmlField {
  key: RuleKey;
  name: string;
  /** The element of each value, where the field holds one for each. */
  item: string | null;
  /** True where the element stands once for each value. */
  repeats: boolean;
}

export interface XmlSchema {
  /** The elements around the rules, outermost first. */
  around: readonly string[];
  rule: string;
  vary: string | null;
  fields: readonly XmlField[];
  /** True where a list is one text with commas. */
  commas: boolean;
  /** True where a rule without its fields is no mistake. */
  mayBeBare: boolean;
}
