import type { ReadResult } from '../1-read/format.ts';
import type { EngineId } from '../3-browser/engines/engine.ts';
import { engineById } from '../3-browser/engines/engines.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';
import { bucketOf, endpointAt } from '../endpoints/endpoint-at.ts';
import { standard } from '../3-browser/engines/standard.ts';
import { departuresIn } from '../3-browser/page/departures.ts';
import type { StageSteps } from '../3-browser/fetch/fetch-result.ts';
import { DEFAULT_FACTS, type BucketFacts, type PageRequest, type ServerStamp } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import { weakest } from '../2-bucket/evidence.ts';
import { asksBucket, atEndpoint } from './at-endpoint.ts';
import { bestMend } from './best-mend.ts';
import { mendOfAddress, mendOfCall, type CallMend } from './call-fault.ts';
import { decidingSteps } from './doubt.ts';
import { askedBy } from './mend-candidates.ts';
import { highlightedSpans } from './highlighted-spans.ts';
import { tellStory, type Scene, type Story } from './story.ts';
import type { StageReport, Verdict } from './verdict.ts';

export interface JudgeInput {
  text: string;
  /** What `readRules(text)` found. */
  read: ReadResult;
  provider: Provider;
  request: PageRequest;
  facts?: Partial<BucketFacts>;
  stamp?: ServerStamp;
  /** Whose reading of the standard decides; the standard's own where none is named. */
  engine?: EngineId;
  /** False leaves out where the engine differs from the standard, for which the call is run several times. */
  departures?: boolean;
  /** True asks the rules whatever the address is, as where the same call is held against several stores. */
  anywhere?: boolean;
}

/** Ids of the length that COS's are printed in, and no time: what a server would fill in. */
const BLANK_STAMP: ServerStamp = {
  date: '…',
  requestId: '*'.repeat(44),
  traceId: '*'.repeat(172)
};

/**
 * Does this call work against these rules, and why. The rules that could be read are judged, whether or not the store
 * would save them; `save` tells that.
 */
export function judge(input: JudgeInput): Verdict {
  const { read, provider, request, facts, stamp = BLANK_STAMP, engine = 'standard' } = input;
  const { ruleSet } = read;
  const endpoint = input.anywhere
    ? bucketOf(provider)
    : endpointAt(request.url, provider, request.method);
  const target = endpoint.kind === 'service-root' ? 'root' : DEFAULT_FACTS.target;
  const scene: Scene = {
    provider,
    compiled: provider.compile(ruleSet),
    // A script that needs a header of the object's has it there.
    facts: { ...DEFAULT_FACTS, target, carried: request.needs, ...facts },
    stamp,
    engine: engineById(engine) ?? standard
  };
  const story = atEndpoint(tellStory(request, scene), endpoint);
  const { call, ...told } = story;
  const departures = input.departures === false ? [] : departuresOf(request, scene, story);
  const decision = story.exchanges.at(-1)?.trace;
  const mend = once(() =>
    story.outcome === 'allowed' || !asksBucket(endpoint)
      ? null
      : bestMend(request, input, scene, story)
  );
  const deciding = decidingSteps(story.exchanges, request.credentials === 'include');
  return {
    ...told,
    endpoint,
    stages: withDepartures(told.stages, departures),
    browser: { engine: scene.engine, console: call.console, error: call.error, keeps: call.keeps },
    rule: decision?.decision.rule ?? null,
    closest: decision?.closest ?? null,
    evidence: weakest(deciding.map(({ evidence }) => evidence)),
    inferred: deciding.filter(({ evidence }) => evidence === 'inferred'),
    lit: highlightedSpans(story, ruleSet),
    save: saveOf(input),
    callMend: callMendOf(request, scene, story, endpoint),
    get mend() {
      return mend();
    }
  };
}

/** A call that works is not at fault, whatever it is like. */
function callMendOf(
  request: PageRequest,
  scene: Scene,
  story: Story,
  endpoint: Endpoint
): CallMend | null {
  if (story.outcome !== 'blocked' && story.outcome !== 'unknown') return null;
  if (!asksBucket(endpoint)) return mendOfAddress(request, endpoint);
  const method = story.call.result.request?.method;
  if (method === undefined) return null;
  return mendOfCall(request, askedBy(story, scene).unsafe, method, scene.provider.methods);
}

/** Finds a value when it is first asked for. */
function once<T>(find: () => T): () => T {
  let found: { value: T } | null = null;
  return () => (found ??= { value: find() }).value;
}

function departuresOf(
  request: PageRequest,
  scene: Scene,
  { call, exchanges }: Story
): StageSteps[] {
  const { provider, engine, compiled, facts, stamp } = scene;
  const ran = { call, sent: exchanges.map((exchange) => exchange.request) };
  return departuresIn(request, engine, ran, (wire) => ({
    response: provider.respond(provider.decide(compiled, wire, facts), wire, stamp),
    failed: null
  }));
}

/** The stages with what the engine does otherwise at each of them. */
const withDepartures = (
  stages: readonly StageReport[],
  departures: readonly StageSteps[]
): StageReport[] =>
  stages.map((report) => ({
    ...report,
    steps: [
      ...report.steps,
      ...departures.flatMap(({ stage, steps }) => (stage === report.stage ? steps : []))
    ]
  }));

/** What the store says of the text; a blank one is of a bucket without rules, and nobody saves it. */
const saveOf = ({ provider, read, text }: JudgeInput): Verdict['save'] =>
  text.trim() === '' || provider.save(read).accepted ? 'accepted' : 'rejected';
