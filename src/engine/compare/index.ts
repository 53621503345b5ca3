/** What differs: two rule sets, a conversion, stores, browsers. */
export type { HeaderDifference, StepDifference } from './answers.ts';
export type { CallAnswer, Side } from './call.ts';
export { isOfMeaning, type ChangeCode } from './change-of-answer.ts';
export { convertRules, type Conversion } from './conversion.ts';
export { differences, type Difference, type Differences } from './difference.ts';
export { endpointsOf } from './endpoints.ts';
export { witnessRequest } from './witness-request.ts';
export {
  compareEngines,
  ENGINE_FACETS,
  type EngineColumn,
  type EngineComparison,
  type EngineFacet
} from './engines.ts';
export { savingChanges, type SavingChange, type ListChange } from './saving-change.ts';
export type { FieldAlteration, Loss, LossArgs, BareLoss } from './loss.ts';
export { compareStores, type Facet, type StoreRow } from './stores.ts';
export type { TraitAnswer } from './trait-answers.ts';
export {
  TRAIT_CODES,
  TRAIT_GROUPS,
  traitsOf,
  type Trait,
  type TraitCode,
  type TraitGroup
} from './traits.ts';
