/** A story at an address where something else than the bucket's rules answers. */
import type { Endpoint, EndpointKind } from '../endpoints/endpoint.ts';
import type { Stage } from '../model.ts';
import type { CauseArgs } from './cause.ts';
import type { Story } from './story.ts';
import type { Cause, StageReport } from './verdict.ts';

/** True where the rules have a say, so that a change of them may mend the call. */
export const asksBucket = ({ answers }: Endpoint): boolean => answers === 'rules';

/** Stages that come before an answer, which no endpoint changes. */
const BEFORE: ReadonlySet<Stage> = new Set(['browser', 'preflight']);

const CAUSES = {
  cdn: 'endpoint-cdn',
  website: 'endpoint-website',
  'upload-session': 'endpoint-session',
  'api-fixed': 'endpoint-api',
  'other-service': 'endpoint-other-service',
  'service-root': 'endpoint-other-service',
  foreign: 'endpoint-foreign',
  bucket: 'endpoint-other-service',
  unknown: 'endpoint-other-service'
} as const satisfies Record<EndpointKind, keyof CauseArgs>;

const causeAt = ({ answers, kind, name, host }: Endpoint): Cause =>
  answers === 'never'
    ? { code: 'endpoint-without-cors', args: { store: name ?? host } }
    : { code: CAUSES[kind], args: { host, name: name ?? host } };

/**
 * The story as it stands where the rules answer, or the store of its own accord. Elsewhere what came of the rules is taken
 * back: the call is blocked where no answer has a CORS header, and unknown where something else decides. What the browser
 * refuses by itself, and a call that needs no CORS, stays as it is.
 */
export function atEndpoint(story: Story, endpoint: Endpoint): Story {
  const { answers } = endpoint;
  const isOwn = story.stage === 'browser' || !isCrossOrigin(story);
  if (isOwn || answers === 'rules' || answers === 'store') return story;
  const asked = story.exchanges.some(({ stage }) => stage === 'preflight');
  const stage: Stage = asked ? 'bucket' : 'actual';
  const state = answers === 'never' ? 'fail' : 'warn';
  return {
    ...story,
    outcome: answers === 'never' ? 'blocked' : 'unknown',
    stage,
    cause: causeAt(endpoint),
    carriedOut: !asked,
    exchanges: [],
    readable: null,
    stages: story.stages.map((report): StageReport =>
      BEFORE.has(report.stage)
        ? report
        : { stage: report.stage, state: report.stage === stage ? state : 'skip', steps: [] }
    ),
    call: { ...story.call, console: null, error: null, keeps: null }
  };
}

const isCrossOrigin = ({ stages }: Story): boolean =>
  stages.some(({ steps }) => steps.some(({ code }) => code === 'cross-origin'));
