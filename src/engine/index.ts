/**
 * The engine's only door. The flow: read the rule text, plan what the browser sends, let the bucket answer, check the
 * answers as the browser does, and explain the way.
 */
export { changeText } from './1-read/change-text.ts';
export { formatText } from './1-read/tidy.ts';
export type { FormatId, ReadResult, Syntax } from './1-read/format.ts';
export { FORMAT_IDS, readRules } from './1-read/index.ts';
export { ownFormat } from './1-read/own-format.ts';
export { writeIn, type FormatLoss, type WrittenRules } from './1-read/losses.ts';
export { plainRule } from './1-read/plain.ts';
export type { ProblemArgs, Problem } from './1-read/problem.ts';
export type { CompiledRules } from './2-bucket/compiled.ts';
export type { BucketStepArgs } from './2-bucket/step.ts';
export type {
  BucketStep,
  BucketTrace,
  ConditionTrace,
  HeaderTrace,
  RuleTrace
} from './2-bucket/trace.ts';
export {
  classifyHeader,
  ENGINE_IDS,
  engineById,
  readCase,
  serialiseOrigin,
  simulate,
  type BrowserRules,
  type Engine,
  type EngineId,
  type HeaderClass,
  type NetworkReason,
  type OriginNote,
  type OriginNoteArgs,
  type ScriptError,
  type SerialisedOrigin
} from './3-browser/index.ts';
export type {
  BrowserStep,
  BrowserStepArgs,
  ReadableReason,
  UnsafeReason
} from './3-browser/step.ts';
export type { CauseArgs } from './4-explain/cause.ts';
export { curlOf } from './shell/curl.ts';
export { judge, type JudgeInput } from './4-explain/judge.ts';
export { rawRequest, rawResponse, reasonOf } from './4-explain/raw.ts';
export type {
  BrowserReport,
  Cause,
  Exchange,
  Mend,
  StageReport,
  Verdict
} from './4-explain/verdict.ts';
export type { HeaderDifference, Parting, StoryStep } from './compare/answers.ts';
export type { Answer, Call, Side } from './compare/call.ts';
export { isOfMeaning, type AnswerChange, type ChangeCode } from './compare/change-of-answer.ts';
export { convertRules, type Conversion, type ConversionInput } from './compare/conversion.ts';
export { differences, type Difference, type Differences } from './compare/difference.ts';
export { endpointsOf } from './compare/endpoints.ts';
export { witnessRequest } from './compare/witness-request.ts';
export {
  compareEngines,
  ENGINE_FACETS,
  type EngineColumn,
  type EngineComparison,
  type EngineFacet
} from './compare/engines.ts';
export { keptChanges, type KeptChange, type ListChange } from './compare/kept.ts';
export type { Kept, Loss, LossArgs, LossCode, Lost } from './compare/loss.ts';
export { compareStores, type Facet, type StoreRow } from './compare/stores.ts';
export type { TraitAnswer } from './compare/trait-answers.ts';
export {
  TRAIT_CODES,
  TRAIT_GROUPS,
  traitsOf,
  type Trait,
  type TraitCode,
  type TraitGroup
} from './compare/traits.ts';
export { advise, adviseRules, type Advice, type AdviceArgs } from './form/advise.ts';
export type { DemandArgs, DemandCode } from './form/demands.ts';
export { areLines, holdsForm, type Unshown, type UnshownArgs } from './form/holds-form.ts';
export { isMade } from './form/is-made.ts';
export { linesToChanges, valuesOf } from './form/lines.ts';
export { copyOf, newRule } from './form/new-rule.ts';
export type {
  AdviceLevel,
  Demand,
  FieldLabel,
  FormField,
  Label,
  StoreForm
} from './form/store-form.ts';
export { agreementOf, causesOf, type Agreement } from './import/agreement.ts';
export { readSymptom } from './import/index.ts';
export { unknownHeader } from './import/line-clue.ts';
export type {
  Question,
  Symptom,
  SymptomCode,
  SymptomKind,
  SymptomProblem,
  SymptomProblemArgs,
  SymptomReading
} from './import/symptom.ts';
export type { CheckArgs, CheckId, FindingArgs } from './lint/args.ts';
export { CHECKS, isCheckId } from './lint/checks/index.ts';
export { exampleText, type Bad, type Example, type ExampleText } from './lint/example.ts';
export { FINDING_LIMIT, LEVELS, type Effect, type Finding, type Level } from './lint/finding.ts';
export { fixAll, type Fixed } from './lint/fix.ts';
export { levelsOf, type StoreLevel } from './lint/levels.ts';
export { lint, type LintOptions } from './lint/lint.ts';
export { LintMemory } from './lint/memory.ts';
export * from './model.ts';
export { guessProvider } from './providers/guess.ts';
export { isProviderId, providerById, providers } from './providers/index.ts';
export type {
  Provider,
  ProviderId,
  ProviderKind,
  Saved,
  StoredRule
} from './providers/provider.ts';
export { PARTIES, type Moment, type MomentArgs, type Party } from './timeline/moment.ts';
export { otherOrigin } from './timeline/other-origin.ts';
export type { Remedy, RemedyArgs, RemedyCode } from './timeline/remedy.ts';
export type { Scenario, ScenarioId } from './timeline/scenario.ts';
export { SCENARIOS } from './timeline/scenarios/index.ts';
export { playTimeline, type Ending, type Timeline } from './timeline/timeline.ts';
export type { Check, Expected } from './triage/check.ts';
export { REASON_IDS, type ReasonId } from './triage/reasons.ts';
export type { Sign, SignArgs } from './triage/sign.ts';
export { isTriable, triage, type Suspicion } from './triage/triage.ts';

export { guideSave, type SaveInput } from './save/guide.ts';
export {
  STEP_IDS,
  TARGET_FIELDS,
  type SaveGuide,
  type SaveRefusal,
  type SaveStep,
  type SaveTarget,
  type SaveWay,
  type StepId,
  type StepLanguage,
  type TargetField,
  type WayId
} from './providers/ways/model.ts';
export type { SaveNote, SaveNoteArgs } from './providers/ways/note.ts';
export { SHELL_IDS, type ShellId } from './shell/shell.ts';

export { applyEdits } from './1-read/change.ts';
export type { RuleKey } from './1-read/rule-key.ts';
export type {
  CompletionDetail,
  CompletionDetailArgs,
  CompletionKind,
  CompletionOption,
  Completions
} from './complete/completion.ts';
export { completionsAt } from './complete/index.ts';
export { placeSnippet, SNIPPET_IDS, type SnippetId } from './complete/snippets.ts';
export { nameAt, type NameHover } from './complete/name-hover.ts';
export { hoverAt, type Hover, type HoverMeaningArgs } from './complete/hover.ts';
