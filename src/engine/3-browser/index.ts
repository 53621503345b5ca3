export { checkCors, type Checked } from './check.ts';
export { checkPreflight, type PreflightAsked, type PreflightChecked } from './check-preflight.ts';
export type { Engine, EngineId } from './engines/engine.ts';
export { ENGINE_IDS, ENGINES, engineById } from './engines/index.ts';
export { STANDARD } from './engines/standard.ts';
export type { FetchCause, FetchCauseArgs } from './fetch-cause.ts';
export {
  serialiseOrigin,
  type OriginNote,
  type OriginNoteArgs,
  type SerialisedOrigin
} from './origin.ts';
export { planRequest, type Plan } from './plan.ts';
export { explainNeeds, readableHeaders } from './readable.ts';
export { readCase, type BrowserCase, type ReadCase } from './replay/case.ts';
export { simulate, type BrowserAnswer } from './replay/simulate.ts';
export type { BrowserRules } from './rules.ts';
export { classifyHeader, type HeaderClass } from './safelist.ts';
export { isMixedContent, readTarget, type Target } from './url.ts';
