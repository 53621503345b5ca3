import type { Condition, Decision, Step } from '../model.ts';
import type { BucketStepArgs } from './step.ts';

export type BucketStep = Step<BucketStepArgs>;

export interface ConditionTrace {
  condition: Condition;
  outcome: 'pass' | 'fail';
  /** False where the store had its answer before it came here; the outcome is then what it would have been. */
  asked: boolean;
  steps: BucketStep[];
}

export interface RuleTrace {
  /** Counted from 0. */
  rule: number;
  matched: boolean;
  conditions: ConditionTrace[];
}

/** Why one header stands in the answer. */
export interface HeaderTrace {
  /** In the store's spelling. */
  header: string;
  step: BucketStep;
}

/** The whole way to one decision. */
export interface BucketTrace {
  decision: Decision;
  /** What was asked before any rule: is it a CORS request, is there a configuration. */
  before: BucketStep[];
  rules: RuleTrace[];
  answer: HeaderTrace[];
  /** The rule that fails in the fewest and latest conditions; null where one answered or none exists. */
  closest: number | null;
}
