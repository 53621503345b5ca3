import type { PageRequest, RuleSet } from '../model.ts';
import type { Act } from './plan.ts';
import type { TimelineMendCode } from './mend.ts';

export type ScenarioId =
  'element-first' | 'two-pages' | 'cdn-first' | 'rules-mended' | 'rules-withdrawn';

/** What a scenario is told of. */
interface ScenarioInput {
  request: PageRequest;
  ruleSet: RuleSet;
  /** The origin of another page that reads the same file. */
  other: string;
}

/** One thing that goes wrong over time, although every moment alone is right. */
export interface Scenario {
  id: ScenarioId;
  /** A cache that all visitors share stands before the bucket. */
  cdn: boolean;
  /** Another page takes part, whose origin the person may name. */
  twoPages: boolean;
  /** What may help, the best first; only what helps when it is played is offered. */
  mends: readonly TimelineMendCode[];
  /** The acts in the order of time. The last one is the call that the scenario is about. */
  acts(told: ScenarioInput): Act[];
}

/** A bucket without rules. */
export const NO_RULES: RuleSet = { rules: [], responseVary: null };

/**
 * The call as a reading of the same file: a cache keeps answers to GET, so any other method is replaced by it, and the
 * headers of the other call stay behind.
 */
export const reading = (request: PageRequest): PageRequest =>
  request.method.toUpperCase() === 'GET'
    ? { ...request, needs: [] }
    : { ...request, method: 'GET', headers: [], needs: [] };
