/** The rules as a store's own page asks for them. */
export { advise, adviseRules, type Advice, type AdviceArgs } from './advise.ts';
export type { DemandArgs } from './demands.ts';
export { areLines, holdsForm, type UnshownPart, type UnshownArgs } from './holds-form.ts';
export { isMade } from './is-made.ts';
export { linesToChanges, valuesOf } from './lines.ts';
export { copyOf, newRule } from './new-rule.ts';
export type { Demand, FieldLabel, FormField, Label, StoreForm } from './store-form.ts';
