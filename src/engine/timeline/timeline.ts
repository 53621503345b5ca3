import type { CompiledRules } from '../2-bucket/compiled.ts';
import { DEFAULT_FACTS, type PageRequest, type RuleSet } from '../model.ts';
import type { EngineId } from '../3-browser/engines/engine.ts';
import { engineById } from '../3-browser/engines/engines.ts';
import { standard } from '../3-browser/engines/standard.ts';
import { serialiseOrigin } from '../3-browser/url/origin.ts';
import type { Provider } from '../providers/providers.ts';
import { lastCall, type Plan } from './plan.ts';
import type { Moment } from './moment.ts';
import { otherOrigin } from './other-origin.ts';
import { Player, type CallEnd, type PlayerSetting } from './player.ts';
import { mendOf, withMends, type TimelineMend, type TimelineMendCode } from './mend.ts';
import type { Scenario, ScenarioId } from './scenario.ts';

export interface TimelineInput {
  scenario: Scenario;
  ruleSet: RuleSet;
  provider: Provider;
  request: PageRequest;
  engine: EngineId;
  /** Seconds for which the file's answers stay fresh. */
  lifetime: number;
  /** The other page's origin; one that the rules allow where it is null. */
  other: string | null;
}

/**
 * How it ends, beside the same call in a browser that has kept nothing, under the rules then in force.
 * `broken`: that one would work. `outlived`: that one would not work, this one does. `carried-out`: that one would not reach
 * the bucket, this one does. `works` and `refused`: the caches make no difference.
 */
export type Ending = 'works' | 'refused' | 'broken' | 'outlived' | 'carried-out';

export interface Timeline {
  scenario: ScenarioId;
  moments: Moment[];
  ending: Ending;
  /** The moment in which a kept answer makes the difference, counted from 0; null where none does. */
  breaks: number | null;
  /** What makes the timeline hold when it alone is done, the best first; empty where nothing needs mending. */
  mends: TimelineMend[];
}

interface PlayedScenario {
  moments: Moment[];
  /** Where the last call begins. */
  from: number;
  end: CallEnd;
}

const FAILED: CallEnd = { passes: false, carriedOut: false, until: null };

function play(plan: Plan, stage: PlayerSetting): PlayedScenario {
  const player = new Player(stage, plan.ruleSet, plan.between);
  let end = FAILED;
  let from = 0;
  for (const act of plan.acts) {
    from = player.moments.length;
    end = player.play(act) ?? FAILED;
  }
  return { moments: player.moments, from, end };
}

/** The same call in a browser and past a CDN that have kept nothing. */
function playFresh(plan: Plan, stage: PlayerSetting): CallEnd {
  const acts = plan.acts.filter((act) => act.kind === 'rules' || act === lastCall(plan));
  return play({ ...plan, acts }, stage).end;
}

function endingOf(end: CallEnd, fresh: CallEnd): Ending {
  if (end.passes !== fresh.passes) return end.passes ? 'outlived' : 'broken';
  if (end.carriedOut && !fresh.carriedOut) return 'carried-out';
  return end.passes ? 'works' : 'refused';
}

/** The check that fails; where none does, the kept answer that was given. */
function breakOf({ moments, from }: PlayedScenario, ending: Ending): number | null {
  if (ending === 'works' || ending === 'refused') return null;
  const last = moments.slice(from);
  const failed = last.findIndex(({ outcome }) => outcome === 'fail');
  const given = last.findIndex(({ code }) => code === 'cache-hit' || code === 'preflight-reused');
  const at = failed === -1 ? given : failed;
  return at === -1 ? null : from + at;
}

function judged(plan: Plan, stage: PlayerSetting) {
  const played = play(plan, stage);
  const ending = endingOf(played.end, playFresh(plan, stage));
  return { ...played, ending, breaks: breakOf(played, ending) };
}

/** A store that can say `Vary` itself needs nobody to say it in its place. */
const needed = (works: readonly TimelineMendCode[]) => (code: TimelineMendCode) =>
  code !== 'edge-vary' || !works.includes('response-vary');

function planOf({ scenario, ruleSet, request, lifetime, other }: TimelineInput): Plan {
  const page = serialiseOrigin(request.pageOrigin).origin;
  const told = { request, ruleSet, other: other ?? otherOrigin(ruleSet, page) };
  const cdn = scenario.cdn ? { keyedBy: [] } : null;
  return { ruleSet, acts: scenario.acts(told), between: { lifetime, cdn, addsVary: false } };
}

/** The stage of an input; rules that are played several times are compiled once. */
function stageOf({ provider, engine }: TimelineInput): PlayerSetting {
  const compiled = new Map<RuleSet, CompiledRules>();
  const compile = (ruleSet: RuleSet): CompiledRules => {
    const known = compiled.get(ruleSet) ?? provider.compile(ruleSet);
    compiled.set(ruleSet, known);
    return known;
  };
  const stamp = { date: '…', requestId: '…', traceId: '…' };
  const browser = engineById(engine) ?? standard;
  return { provider, compile, facts: DEFAULT_FACTS, stamp, engine: browser };
}

/**
 * Plays a scenario with the person's own rules, store and call.
 * In: what stands where, and the mends that are taken. Out: every moment, in seconds, where it breaks, and what mends it:
 * each mend has been played, and alone it makes the timeline hold.
 * https://fetch.spec.whatwg.org/#http-network-or-cache-fetch, https://www.rfc-editor.org/rfc/rfc9111
 */
export function playTimeline(
  input: TimelineInput,
  taken: readonly TimelineMendCode[] = []
): Timeline {
  const { scenario } = input;
  const stage = stageOf(input);
  const plan = planOf(input);
  const bare = judged(plan, stage);
  const wait = Math.max(0, (bare.end.until ?? 0) - (lastCall(plan)?.at ?? 0));
  const helps = (code: TimelineMendCode) =>
    judged(withMends(plan, [code], wait), stage).breaks === null;
  const works = bare.breaks === null ? [] : scenario.mends.filter(helps);
  const done = scenario.mends.filter((code) => taken.includes(code));
  const { moments, ending, breaks } =
    done.length === 0 ? bare : judged(withMends(plan, done, wait), stage);
  const mends = works.filter(needed(works)).map((code) => mendOf(code, plan, wait));
  return { scenario: scenario.id, moments, ending, breaks, mends };
}
