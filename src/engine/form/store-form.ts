import type { Coded, ListField, SingleField } from '../model.ts';
import type { DemandArgs } from './demands.ts';

/** What a page calls a field, where that is a word of a language. */
export type FieldLabel =
  | 'origin'
  | 'allow-methods'
  | 'allow-headers'
  | 'expose-headers'
  | 'max-age'
  | 'sources'
  | 'allowed-origins'
  | 'allowed-methods'
  | 'allowed-headers'
  | 'exposed-headers'
  | 'cache-timeout'
  | 'allowed-origin'
  | 'allowed-method'
  | 'allowed-header'
  | 'exposed-header'
  | 'cache-duration'
  | 'control-max-age'
  | 'max-age-azure'
  | 'return-vary'
  | 'vary-origin';

/** A word of a language, or a name that is the same in every one. */
export type Label = FieldLabel | { name: string };

/**
 * What a store does with a value that fails a demand: its page or its API does not take it, or it takes what is no good.
 */
export type AdviceLevel = 'refuse' | 'unwise';

/** Something that a store's page asks of each value of a field. */
export type Demand = Coded<DemandArgs> & {
  level: AdviceLevel;
  /** Where it is said. */
  source: string;
};

/** One field of a rule as a store's page shows it. */
export interface FormField {
  field: ListField | SingleField;
  label: Label;
  /** True where the page takes no rule without a value in it. */
  required: boolean;
  /** The values that are ticked, in the page's order; absent where values are typed. */
  ticks?: readonly string[];
  /** What the store does with a value that is none of them, where it does not refuse it. */
  otherwise?: AdviceLevel;
  /** In the order in which they are told; those that refuse stand first. */
  demands: readonly Demand[];
}

/** A store's own page for its rules, or what stands for one: the fields that its rules have. */
export interface StoreForm {
  /** Who refuses what fails a demand: a page may ask for more than the store behind it. */
  by: 'page' | 'store';
  /** In the page's order. */
  fields: readonly FormField[];
  /** The setting beside the rules that adds `Vary: Origin`; null where there is none. */
  vary: Label | null;
  /** How many rules it takes; null where that is not known. */
  rules: number | null;
  /** The page, or what describes it. */
  source: string;
}
