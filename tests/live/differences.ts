import type { Header, WireRequest } from '#engine';
import { CAUSES } from '../browser/causes.ts';
import type { Prediction } from './predict.ts';
import { valueOf } from './raw-server.ts';
import type { Observed } from './run.ts';

/** What is held against each other. */
export const ASPECTS = [
  'requests',
  'cookies',
  'outcome',
  'readable',
  'second',
  'cause',
  'console',
  'verdict'
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** One thing that was predicted in another way than it came. */
export interface Difference {
  aspect: Aspect;
  predicted: unknown;
  observed: unknown;
}

type Pair = [predicted: unknown, observed: unknown];

/** Both sides of every aspect; null where there is nothing to compare. */
const SIDES: Record<Aspect, (predicted: Prediction, observed: Observed) => Pair | null> = {
  requests: ({ requests }, observed) => wires(requests, observed),
  cookies,
  outcome: ({ answer: { outcome, errorName: error } }, { done: { first } }) => [
    { outcome, error },
    { outcome: first.error === null ? 'ok' : 'blocked', error: first.error }
  ],
  readable: ({ answer }, { done: { first } }) => [
    answer.exposedHeaders,
    first.error === null ? first.readable : null
  ],
  second: ({ answer }, { live, received, done }) =>
    live.second === null || done.first.error !== null
      ? null
      : [answer.secondRequestPreflighted, preflightsIn(received) > (answer.preflightSent ? 1 : 0)],
  cause: ({ answer }, { live, said }) =>
    // A second call has refusals and lines of its own, which cannot be told from those of the first.
    live.second === null ? [corsCause(answer.cause), causeOf(said.refusals)] : null,
  console: ({ answer }, { live, said }) => {
    if (live.second !== null) return null;
    const asked = answer.preflightRequestHeaders?.['access-control-request-headers'] ?? '';
    const text = asked.includes(',') ? withoutName : (line: string | null) => line;
    return [text(answer.consoleMessage), text(primary(said.lines))];
  },
  verdict
};

/** Everything that was predicted otherwise than it came. */
export function differences(predicted: Prediction, observed: Observed): Difference[] {
  return ASPECTS.flatMap((aspect) => {
    const pair = SIDES[aspect](predicted, observed);
    if (pair === null || JSON.stringify(pair[0]) === JSON.stringify(pair[1])) return [];
    return [{ aspect, predicted: pair[0], observed: pair[1] }];
  });
}

const CORS_CAUSES = new Set(Object.values(CAUSES));

/** Named or not as the call may be `keepalive`; the console tells of them either way. */
const UNSTEADY = new Set(['CorsDisabledScheme', 'DisallowedByMode']);

/** The cause where it is one that Chromium has a name for. */
const corsCause = (cause: string | null) =>
  cause !== null && CORS_CAUSES.has(cause) && cause !== 'mode-same-origin' ? cause : null;

/** Chromium's own name for the cause, as ours. */
const causeOf = (refusals: readonly string[]) => {
  const name = refusals.find((each) => !UNSTEADY.has(each)) ?? null;
  return name === null ? null : (CAUSES[name] ?? name);
};

/** The follow-up of every other line of a failed call, and the line itself where nothing else is said. */
const FAILED = 'Failed to load resource: net::ERR_FAILED';
/** The line that says why. */
export const primary = (lines: readonly string[]) =>
  lines.find((line) => line !== FAILED) ?? lines[0] ?? null;

/** Of several headers that are missing Chromium names the first of a hash table. */
const withoutName = (line: string | null) =>
  line?.replace(/header field \S+ is not allowed/, 'header field * is not allowed') ?? null;

const isPreflight = ({ headers }: WireRequest) =>
  valueOf(headers, 'access-control-request-method') !== null;
const preflightsIn = (requests: readonly WireRequest[]) => requests.filter(isPreflight).length;

/** Cookies go along with credentials, and never with a preflight; only of a call that the page is told of. */
function cookies({ request }: Prediction, { received }: Observed): Pair | null {
  if (request === null) return null;
  const { credentials, pageOrigin, url } = request;
  const own = URL.canParse(url) && new URL(url).origin === pageOrigin;
  const credentialed = credentials === 'include' || (credentials === 'same-origin' && own);
  const has = ({ headers }: WireRequest) => valueOf(headers, 'cookie') !== null;
  return [received.map((each) => credentialed && !isPreflight(each)), received.map(has)];
}

/** The page's verdict against what came of the call. */
function verdict({ verdict: told, answer }: Prediction, observed: Observed): Pair | null {
  if (told === null) return null;
  const { done, received, said } = observed;
  const [expected, actual] = wires(
    told.exchanges.map(({ request }) => request),
    observed
  );
  const { exchanges, outcome, stage, cause, carriedOut, readable } = told;
  const last = exchanges.at(-1);
  const sent = last?.stage === 'actual' ? last.response.headers : [];
  const script = told.stages.find((each) => each.stage === 'script')?.steps ?? [];
  const needs = script.flatMap((step) =>
    'header' in step.args && valueOf(sent, step.args.header) !== null
      ? [[step.args.header, step.code === 'needed-readable']]
      : []
  );
  // The page may know more of a cause than the browser does: which rule missed. The browser's own is the simulation's.
  const ofBrowser = stage === 'check' && CORS_CAUSES.has(cause?.code ?? '');
  const named = ofBrowser ? (cause?.code ?? null) : corsCause(answer.cause);
  return [
    {
      requests: expected,
      blocked: outcome === 'blocked',
      carriedOut,
      needs,
      named,
      readable: withoutLength(readable)
    },
    {
      requests: actual,
      blocked: done.first.error !== null,
      carriedOut: received.some((request) => !isPreflight(request)),
      needs: needs.map(([name]) => [name, done.first.readable.includes(String(name))]),
      named: causeOf(said.refusals),
      readable: done.first.error === null ? withoutLength(done.first.readable) : null
    }
  ];
}

/** Without a Content-Length, which this server adds where the store's answer is told without. */
const withoutLength = (names: readonly string[] | null) =>
  names?.filter((name) => name !== 'content-length') ?? null;

/** Headers that the browser writes of itself. */
const OWN = new Set([
  ...['host', 'connection', 'content-length', 'user-agent', 'accept', 'accept-encoding'],
  ...['accept-language', 'cache-control', 'pragma', 'referer', 'cookie', 'if-none-match'],
  ...['if-modified-since', 'upgrade-insecure-requests']
]);

const isOwn = (lower: string) => OWN.has(lower) || lower.startsWith('sec-');

type Wire = [line: string, headers: Record<string, string>];

/**
 * The requests, each without what the browser adds of itself; a forged header that came through is kept. A connection that was
 * closed is tried again, once or more: of such a call only the order of the requests is compared.
 */
function wires(predicted: readonly WireRequest[], { call, received }: Observed): [Wire[], Wire[]] {
  const expected = predicted.map(wireOf);
  if (JSON.stringify(call.server).includes('"close":true'))
    return [lines(expected), lines(received.map(wireOf))];
  const actual = received.map((request, at) => {
    const known = new Set(predicted[at]?.headers.map(([name]) => name.toLowerCase()));
    const headers = request.headers.filter(([name, value]) => {
      const lower = name.toLowerCase();
      return known.has(lower) || !isOwn(lower) || value.includes('forged');
    });
    return wireOf({ ...request, headers });
  });
  return [expected, actual];
}

const lines = (all: readonly Wire[]): Wire[] =>
  all.filter(([line], at) => line !== all[at - 1]?.[0]).map(([line]) => [line, {}]);

function wireOf({ method, host, path, headers }: WireRequest): Wire {
  const kept = headers
    .map(([name]): Header => [
      name.toLowerCase() === 'range' ? 'Range' : name,
      plain(name.toLowerCase(), valueOf(headers, name.toLowerCase()) ?? '')
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [`${method} ${host}${path}`, Object.fromEntries(kept)];
}

/**
 * A value without what nobody promised: every form has a boundary of its own, white space around a value is no part of it, an
 * XMLHttpRequest that sends text says that it is UTF-8, and Chromium's HTTP cache writes a range that it understands in its own
 * way (`bytes = 0-1,` as `bytes=0-1`).
 */
function plain(lowerName: string, value: string): string {
  if (lowerName === 'range') return 'a range';
  return value
    .replace(/boundary=-*WebKitFormBoundary\w+/, 'boundary=x')
    .replace(/(charset="?)[\w-]+/gi, '$1utf-8')
    .replace(/^[\t ]+|[\t ]+$/g, '');
}
