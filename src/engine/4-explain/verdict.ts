import type { BucketStep, BucketTrace } from '../2-bucket/trace.ts';
import type { Engine } from '../3-browser/engines/engine.ts';
import type { PageCall } from '../3-browser/page/page-call.ts';
import type { BrowserStep } from '../3-browser/step.ts';
import type {
  Change,
  Coded,
  Evidence,
  Outcome,
  Span,
  Stage,
  TextEdit,
  WireRequest,
  WireResponse
} from '../model.ts';
import type { Difference } from '../compare/difference.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';
import type { CallMend } from './call-fault.ts';
import type { CauseArgs } from './cause.ts';

export type Cause = Coded<CauseArgs>;

/** What became of one stage. `skip`: not reached; `none`: not needed, as a preflight of a simple request. */
export interface StageReport {
  stage: Stage;
  state: 'pass' | 'fail' | 'warn' | 'skip' | 'none';
  steps: (BrowserStep | BucketStep)[];
}

/** One request and its answer, in the order in which they go over the wire. */
export interface Exchange {
  stage: 'preflight' | 'actual';
  request: WireRequest;
  response: WireResponse;
  /** How the bucket came to this answer. */
  trace: BucketTrace;
}

/** What the browser shows beside the story: to the person in the console, to the script, and to the next call. */
export interface BrowserReport extends Pick<PageCall, 'console' | 'error' | 'keeps'> {
  engine: Engine;
}

/** What a change of the rules does beyond the call that it mends, by the exact difference at that store. */
export interface MendEffect {
  /** Calls that worked and do no more, or of whose answer less can be read. */
  takesAway: Difference[];
  /** Other calls that work with it. */
  alsoAllows: Difference[];
  /** False where there were too many kinds of calls to compare them all. */
  exhaustive: boolean;
}

/** The change of the rules that lets the call through and does the least harm. */
export interface Mend extends MendEffect {
  changes: Change[];
  edits: TextEdit[];
  /** The whole text with the edits made. */
  rules: string;
}

/** The answer to "does this call work, and why". */
export interface Verdict {
  /** Who answers CORS at the address. */
  endpoint: Endpoint;
  outcome: Outcome;
  /** Where it was decided; null where the call is allowed. */
  stage: Stage | null;
  cause: Cause | null;
  /** The rule that answered the last request that reached the bucket, counted from 0. */
  rule: number | null;
  closest: number | null;
  /** True where the bucket carries the actual request out, even if the script never sees the answer. */
  carriedOut: boolean;
  /** All six, in order. */
  stages: StageReport[];
  exchanges: Exchange[];
  /** Headers of the script's that the browser leaves out, because a script may not set them. */
  dropped: string[];
  /** Names, lower case and sorted, that the script can read; null where it gets no answer. */
  readable: string[] | null;
  browser: BrowserReport;
  /** The weakest mark that the verdict rests on, and the steps that bear it. */
  evidence: Evidence;
  inferred: BucketStep[];
  /** The values of the rule text that answered, and those that refused. */
  lit: { answered: Span[]; refused: Span[] };
  save: 'accepted' | 'rejected';
  /** What is to be changed in the call before the rules are; null where nothing is wrong with it. */
  callMend: CallMend | null;
  /** Null where there is none. Found when it is asked for, since it takes most of the time. */
  readonly mend: Mend | null;
}
