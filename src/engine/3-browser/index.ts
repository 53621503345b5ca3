export { departuresIn } from './departures.ts';
export type { Engine, EngineId } from './engines/engine.ts';
export { ENGINE_IDS, ENGINES, engineById } from './engines/index.ts';
export { standard } from './engines/standard.ts';
export type { FetchCause, FetchCauseArgs, NetworkReason } from './fetch-cause.ts';
export type { Reply } from './network.ts';
export {
  serialiseOrigin,
  type OriginNote,
  type OriginNoteArgs,
  type SerialisedOrigin
} from './origin.ts';
export type { FetchResult, StageSteps } from './fetch-result.ts';
export { callFromPage, type PageCall } from './page-call.ts';
export { isPreflight } from './preflight.ts';
export { explainNeeds, readableHeaders } from './readable.ts';
export { readCase, type BrowserCase, type ReadCase } from './replay/case.ts';
export { simulate, type BrowserAnswer } from './replay/simulate.ts';
export type { BrowserRules } from './rules.ts';
export { classifyHeader, type HeaderClass } from './safelist.ts';
export type { ScriptError } from './script-error.ts';
