/** What caches make of the rules over time. */
export type { Moment, MomentArgs, Party } from './moment.ts';
export { otherOrigin } from './other-origin.ts';
export type { TimelineMend, TimelineMendArgs, TimelineMendCode } from './mend.ts';
export type { Scenario, ScenarioId } from './scenario.ts';
export { SCENARIOS } from './scenarios.ts';
export { playTimeline, type Ending, type Timeline } from './timeline.ts';
