import type { BucketStep, BucketTrace } from '../2-bucket/trace.ts';
import {
  checkCors,
  checkPreflight,
  explainNeeds,
  planRequest,
  readableHeaders,
  type BrowserRules,
  type Plan
} from '../3-browser/index.ts';
import {
  STAGES,
  type BucketFacts,
  type PageRequest,
  type ServerStamp,
  type Stage,
  type WireRequest
} from '../model.ts';
import type { Provider } from '../providers/provider.ts';
import { bucketCause } from './bucket-cause.ts';
import type { BrowserStep } from '../3-browser/step.ts';
import type { Cause, Exchange, StageReport, Verdict } from './verdict.ts';

/** A store with one rule set in force, what is true of the bucket, and the browser that calls it. */
export interface Scene {
  provider: Provider;
  compiled: unknown;
  facts: BucketFacts;
  stamp: ServerStamp;
  browser: BrowserRules;
}

/** What the stages alone tell; the verdict adds what follows from it. */
export type Story = Pick<
  Verdict,
  'outcome' | 'stage' | 'cause' | 'carriedOut' | 'stages' | 'exchanges' | 'dropped' | 'readable'
>;

/** Sends one request to the bucket. */
function exchange(scene: Scene, stage: Exchange['stage'], request: WireRequest): Exchange {
  const { provider, compiled, facts, stamp } = scene;
  const trace = provider.trace(compiled, request, facts);
  return { stage, request, response: provider.respond(trace.decision, request, stamp), trace };
}

/** Every step that the bucket took, in the order in which it took them. */
const bucketSteps = ({ before, rules, answer }: BucketTrace): BucketStep[] => [
  ...before,
  ...rules.flatMap(({ conditions }) =>
    conditions.flatMap(({ asked, steps }) => (asked ? steps : []))
  ),
  ...answer.map(({ step }) => step)
];

/** Keeps the six stages: each is skipped until it is told. */
class Telling {
  readonly stages: StageReport[] = STAGES.map((stage) => ({ stage, state: 'skip', steps: [] }));

  tell(stage: Stage, state: StageReport['state'], steps: StageReport['steps'] = []): void {
    this.stages[STAGES.indexOf(stage)] = { stage, state, steps };
  }
}

/**
 * Plays a page's call from the script to the script, stage by stage, and stops where it is blocked.
 * In: the call, and a bucket. Out: what became of every stage, and each exchange on the wire.
 */
export function tellStory(request: PageRequest, scene: Scene): Story {
  const plan = planRequest(request, scene.browser);
  const telling = new Telling();
  const exchanges: Exchange[] = [];
  const story = { stages: telling.stages, exchanges, dropped: plan.dropped };
  const blocked = (stage: Stage, cause: Cause, carriedOut = false): Story => ({
    ...{ ...story, outcome: 'blocked', stage, cause, carriedOut, readable: null }
  });

  if (plan.refusal !== null || plan.actual === null) {
    telling.tell('browser', 'fail', plan.steps);
    const cause: Cause = plan.refusal ?? { code: 'url-invalid', args: { url: request.url } };
    return blocked('browser', cause);
  }
  const asks = plan.steps.filter(({ code }) => code === 'preflight-asks');
  const decided = plan.steps.filter((step) => !asks.includes(step));
  telling.tell('browser', plan.dropped.length > 0 ? 'warn' : 'pass', decided);

  if (plan.preflight === null) telling.tell('preflight', 'none');
  else {
    const sent = exchange(scene, 'preflight', plan.preflight);
    exchanges.push(sent);
    telling.tell('preflight', 'pass', asks);
    const refused = unanswered(sent, scene.provider);
    telling.tell('bucket', refused === null ? 'pass' : 'fail', bucketSteps(sent.trace));
    if (refused !== null) return blocked('bucket', refused);
    const checked = checkPreflight(sent.response, plan, scene.browser);
    telling.tell('check', checked.failure === null ? 'pass' : 'fail', checked.steps);
    if (checked.failure !== null) return blocked('check', checked.failure);
  }

  const sent = exchange(scene, 'actual', plan.actual);
  exchanges.push(sent);
  if (plan.preflight === null) tellSimple(telling, plan, sent, scene.provider);
  const checked = plan.crossOrigin
    ? checkCors(sent.response, plan.origin, plan.credentialed)
    : { steps: [], failure: null };
  telling.tell('actual', checked.failure === null ? 'pass' : 'fail', checked.steps);
  if (checked.failure !== null) {
    return blocked('actual', unanswered(sent, scene.provider) ?? checked.failure, true);
  }

  const needs = explainNeeds(request.needs, sent.response, plan);
  const cause = unreadable(needs, request.needs);
  telling.tell('script', cause === null ? 'pass' : 'warn', needs);
  return {
    ...{ ...story, outcome: cause === null ? 'allowed' : 'unreadable', cause, carriedOut: true },
    ...{ stage: cause === null ? null : 'script', readable: readableHeaders(sent.response, plan) }
  };
}

/** A simple request meets the rules on the actual request; nothing is refused there, so a miss only warns. */
function tellSimple(telling: Telling, plan: Plan, sent: Exchange, provider: Provider): void {
  telling.tell('check', 'none');
  if (!plan.crossOrigin) return telling.tell('bucket', 'none');
  const state = unanswered(sent, provider) === null ? 'pass' : 'warn';
  telling.tell('bucket', state, bucketSteps(sent.trace));
}

/** Why no rule answered; null where one did. */
const unanswered = ({ trace }: Exchange, provider: Provider): Cause | null =>
  trace.decision.rule === null ? bucketCause(trace, provider) : null;

/**
 * Headers that the script needs and cannot read, in the script's spelling: those that a rule could expose come before those
 * that none can. `steps` tells of each of the `names`, in their order.
 */
function unreadable(steps: readonly BrowserStep[], names: readonly string[]): Cause | null {
  const failing = (code: BrowserStep['code']) => names.filter((_, at) => steps[at]?.code === code);
  const hidden = failing('needed-unreadable');
  if (hidden.length > 0) return { code: 'header-not-exposed', args: { headers: hidden } };
  const never = failing('needed-forbidden');
  return never.length > 0 ? { code: 'header-never-readable', args: { headers: never } } : null;
}
