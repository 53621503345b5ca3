import type { PageRequest, WireRequest } from '../../model.ts';
import type { Engine, EngineId, Sighting } from '../engines/engine.ts';
import { STANDARD } from '../standard-rules.ts';
import type { StageSteps } from '../fetch/fetch-result.ts';
import type { Network } from '../fetch/network.ts';
import { callFromPage, type PageCall } from './page-call.ts';
import type { BrowserRules } from '../rules.ts';
import type { BrowserStep } from '../step.ts';

/** The stage at which a departure is told; those that are not named are told where the preflight is decided on. */
const TOLD_AT: Partial<Record<keyof BrowserRules, StageSteps['stage']>> = {
  checkOrder: 'check',
  starCoversAuthorization: 'check',
  maxAgeOfInvalid: 'check',
  maxAgeCap: 'check',
  cache: 'check',
  preflightAgain: 'actual',
  preflightKeepsOrigin: 'actual',
  addressIsSite: 'actual',
  refuses407: 'actual'
};

/** A call that was run, and what of it went over the wire. */
export interface CallRun {
  call: PageCall;
  sent: readonly WireRequest[];
}

/** What a server, a script and the next call can tell of a call: all by which two engines differ. */
function observed({ call: { result, error, keeps }, sent }: CallRun): string {
  const dropped = result.request?.dropped ?? [];
  return JSON.stringify([sent, dropped, result.failure?.cause, error?.name, keeps]);
}

function run(request: PageRequest, engine: Engine, serve: Network['serve']): CallRun {
  const sent: WireRequest[] = [];
  const recording: Network['serve'] = (wire, target) => {
    sent.push(wire);
    return serve(wire, target);
  };
  return { call: callFromPage(request, engine, recording, () => ''), sent };
}

/**
 * The departures from the standard by which an engine does this very call otherwise, as steps, each with where it was seen.
 * Each departure is taken back on its own: it counts where that changes what is sent, accepted or kept. Where none does
 * so alone, those count that change the standard's own doings.
 * In: the call, the engine, how the call ran in it, and who answers; `serve` is asked again and again.
 */
export function departuresIn(
  request: PageRequest,
  engine: Engine,
  ran: CallRun,
  serve: Network['serve']
): StageSteps[] {
  const departures = Object.entries(engine.departures) as [keyof BrowserRules, Sighting][];
  if (departures.length === 0) return [];
  const withRules = (rules: BrowserRules) => observed(run(request, { ...engine, rules }, serve));
  const [own, standard] = [observed(ran), withRules(STANDARD)];
  if (own === standard) return [];
  const alone = departures.filter(
    ([name]) => withRules({ ...engine.rules, [name]: STANDARD[name] }) !== own
  );
  const counted =
    alone.length > 0
      ? alone
      : departures.filter(
          ([name]) => withRules({ ...STANDARD, [name]: engine.rules[name] }) !== standard
        );
  return counted.map(([by, seen]) => ({
    stage: TOLD_AT[by] ?? 'browser',
    steps: [stepOf(engine.id, by, seen)]
  }));
}

const stepOf = (engine: EngineId, by: keyof BrowserRules, seen: Sighting): BrowserStep => ({
  code: 'engine-differs',
  args: { engine, by },
  outcome: 'note',
  spans: [],
  ...seen
});
