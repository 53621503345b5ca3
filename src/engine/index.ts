/**
 * The core's door, in the order of the flow: read the rule text, let the store answer, plan and check as the browser does, and
 * explain the way. Every other capability has a door of its own beside it: `#engine/lint`, `#engine/compare` and so on.
 */
export * from './model.ts';
export { changeFor } from './1-read/change-text.ts';
export { formatText } from './1-read/tidy.ts';
export type { FormatId, ReadResult, Syntax } from './1-read/format.ts';
export { FORMAT_IDS, readRules } from './1-read/read-rules.ts';
export { spellingOf } from './1-read/spelling-of.ts';
export { ownFormat } from './1-read/own-format.ts';
export { writeIn, type FormatLoss, type WrittenRules } from './1-read/losses.ts';
export { plainRule } from './1-read/plain.ts';
export type { ProblemArgs, Problem } from './1-read/problem.ts';
export { applyEdits } from './1-read/change.ts';
export type { RuleKey } from './1-read/rule-key.ts';
export type { CompiledRules } from './2-bucket/compiled.ts';
export type { BucketStepArgs } from './2-bucket/step.ts';
export type {
  BucketStep,
  BucketTrace,
  ConditionTrace,
  HeaderTrace,
  RuleTrace
} from './2-bucket/trace.ts';
export { endpointAt, storesAt } from './endpoints/endpoint-at.ts';
export { ENDPOINT_KINDS, type Endpoint, type EndpointKind } from './endpoints/endpoint.ts';
export { guessProvider, type Guess } from './endpoints/guess.ts';
export { SERVICES, serviceAt, type Service } from './endpoints/services.ts';
export {
  isProviderId,
  providerById,
  providers,
  type Provider,
  type ProviderId
} from './providers/providers.ts';
export type { ProviderKind, SavingResult, StoredRule } from './providers/provider.ts';
export { classifyHeader, type HeaderStanding } from './3-browser/request/safelist.ts';
export { ENGINE_IDS, engineById } from './3-browser/engines/engines.ts';
export { readCase } from './3-browser/replay/case.ts';
export {
  serialiseOrigin,
  type OriginNote,
  type OriginNoteArgs,
  type SerialisedOrigin
} from './3-browser/url/origin.ts';
export { simulate } from './3-browser/replay/simulate.ts';
export type { BrowserRules } from './3-browser/rules.ts';
export type { Engine, EngineId } from './3-browser/engines/engine.ts';
export type { NetworkReason } from './3-browser/fetch-cause.ts';
export type { ScriptError } from './3-browser/page/script-error.ts';
export type {
  BrowserStep,
  BrowserStepArgs,
  ReadableReason,
  UnsafeReason
} from './3-browser/step.ts';
export type { CauseArgs } from './4-explain/cause.ts';
export type { CallFaultArgs, CallMend } from './4-explain/call-fault.ts';
export { judge, type JudgeInput } from './4-explain/judge.ts';
export { rawRequest, rawResponse, reasonOf } from './4-explain/raw.ts';
export { withoutSecrets } from './4-explain/without-secrets.ts';
export type {
  BrowserReport,
  Cause,
  Exchange,
  Mend,
  StageReport,
  Verdict
} from './4-explain/verdict.ts';
