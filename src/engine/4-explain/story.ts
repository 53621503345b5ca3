import type { CompiledRules } from '../2-bucket/compiled.ts';
import type { BucketStep, BucketTrace } from '../2-bucket/trace.ts';
import { explainNeeds, readableHeaders } from '../3-browser/check/readable.ts';
import type { Engine } from '../3-browser/engines/engine.ts';
import type { StageSteps } from '../3-browser/fetch/fetch-result.ts';
import type { Reply } from '../3-browser/fetch/network.ts';
import { callFromPage, type PageCall } from '../3-browser/page/page-call.ts';
import { isPreflight } from '../3-browser/request/preflight.ts';
import {
  STAGES,
  type BucketFacts,
  type PageRequest,
  type ServerStamp,
  type Stage,
  type WireRequest
} from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import { bucketCause } from './bucket-cause.ts';
import type { BrowserStep } from '../3-browser/step.ts';
import { reasonOf } from './raw.ts';
import type { Cause, Exchange, StageReport, Verdict } from './verdict.ts';

/** A store with one rule set in force, what is true of the bucket, and the browser that calls it. */
export interface Scene {
  provider: Provider;
  compiled: CompiledRules;
  facts: BucketFacts;
  stamp: ServerStamp;
  engine: Engine;
}

type StoryField =
  'outcome' | 'stage' | 'cause' | 'carriedOut' | 'stages' | 'exchanges' | 'dropped' | 'readable';

/** What the stages alone tell; the verdict adds what follows from it. */
export type Story = Pick<Verdict, StoryField> & { call: PageCall };

/** Sends one request to the bucket. */
function exchange(scene: Scene, request: WireRequest): Exchange {
  const { provider, compiled, facts, stamp } = scene;
  const stage = isPreflight(request) ? 'preflight' : 'actual';
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
class StageReports {
  readonly stages: StageReport[] = STAGES.map((stage) => ({ stage, state: 'skip', steps: [] }));

  tell(stage: Stage, state: StageReport['state'], steps: StageReport['steps'] = []): void {
    this.stages[STAGES.indexOf(stage)] = { stage, state, steps };
  }
}

/**
 * Plays a page's call from the script to the script, and tells it stage by stage up to where it is blocked.
 * In: the call, and a bucket. Out: what became of every stage, and each exchange on the wire.
 */
export function tellStory(request: PageRequest, scene: Scene): Story {
  const { provider } = scene;
  const exchanges: Exchange[] = [];
  const serve = (wire: WireRequest): Reply => {
    const sent = exchange(scene, wire);
    exchanges.push(sent);
    return { response: sent.response, failed: null };
  };
  const call = callFromPage(request, scene.engine, serve, reasonOf);
  const { failure, answer, actualSent } = call.result;
  const dropped = call.result.request?.dropped ?? [];
  const telling = new StageReports();
  const story = { stages: telling.stages, exchanges, dropped, call, carriedOut: actualSent };
  const blocked = (stage: Stage, cause: Cause): Story => ({
    ...story,
    outcome: 'blocked',
    stage,
    cause,
    readable: null
  });

  if (exchanges.length === 0) {
    telling.tell('browser', 'fail', stepsOf(call, 'browser'));
    return blocked('browser', failure?.cause ?? notCalled(request));
  }
  telling.tell('browser', dropped.length > 0 ? 'warn' : 'pass', stepsOf(call, 'browser'));
  const [asked, sent] = (['preflight', 'actual'] as const).map((stage) =>
    exchanges.find((one) => one.stage === stage)
  );
  if (asked === undefined) tellSimple(telling, call, sent, provider);
  else {
    const refused = unanswered(asked, provider);
    // What the answer lacks because the rule that gave it does not grant the call says more than the lack.
    const failed =
      failure?.phase === 'preflight' ? (bucketCause(asked.trace, provider) ?? failure.cause) : null;
    telling.tell('preflight', 'pass', stepsOf(call, 'preflight'));
    telling.tell('bucket', refused === null ? 'pass' : 'fail', bucketSteps(asked.trace));
    // The browser's check comes too late to decide, but it is what the console tells of.
    if (refused !== null) {
      telling.tell('check', 'skip', stepsOf(call, 'check'));
      return blocked('bucket', refused);
    }
    telling.tell('check', failed === null ? 'pass' : 'fail', stepsOf(call, 'check'));
    if (failed !== null) return blocked('check', failed);
  }

  telling.tell('actual', failure === null ? 'pass' : 'fail', stepsOf(call, 'actual'));
  if (failure !== null || answer === null)
    return blocked(
      'actual',
      unansweredCors(call, sent, provider) ?? failure?.cause ?? notCalled(request)
    );
  const context = { type: answer.type, credentialed: request.credentials === 'include' };
  const needs = explainNeeds(request.needs, answer.response, context);
  const cause = unreadable(needs, request.needs);
  telling.tell('script', cause === null ? 'pass' : 'warn', needs);
  return {
    ...story,
    outcome: cause === null ? 'allowed' : 'unreadable',
    cause,
    stage: cause === null ? null : 'script',
    readable: readableHeaders(answer.response, context)
  };
}

const stepsOf = ({ result }: PageCall, stage: StageSteps['stage']): BrowserStep[] =>
  result.trail.flatMap((told) => (told.stage === stage ? told.steps : []));

/** An address that a browser answers by itself, such as a `data:` one, calls no bucket. */
const notCalled = ({ url }: PageRequest): Cause => ({ code: 'url-invalid', args: { url } });

/** Whether CORS, and with it the rules, have a say in the call. */
const asksRules = (call: PageCall): boolean =>
  stepsOf(call, 'browser').some(({ code }) => code === 'cross-origin');

/** A simple request meets the rules on the actual request; nothing is refused there, so a miss only warns. */
function tellSimple(
  telling: StageReports,
  call: PageCall,
  sent: Exchange | undefined,
  provider: Provider
): void {
  telling.tell('preflight', 'none');
  telling.tell('check', 'none');
  if (sent === undefined || !asksRules(call)) return telling.tell('bucket', 'none');
  const state = unanswered(sent, provider) === null ? 'pass' : 'warn';
  telling.tell('bucket', state, bucketSteps(sent.trace));
}

/** The rules' own reason for an answer that the browser does not take, where they have a say. */
const unansweredCors = (
  call: PageCall,
  sent: Exchange | undefined,
  provider: Provider
): Cause | null => (sent === undefined || !asksRules(call) ? null : unanswered(sent, provider));

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
