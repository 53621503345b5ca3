/** Why a call fails although its rules are right. */
export type { TriageCheck } from './check.ts';
export { REASON_IDS, type ReasonId } from './reasons.ts';
export type { Sign, SignArgs } from './sign.ts';
export { isTriable, triage, type Suspicion } from './triage.ts';
