/** One call as a browser makes it, and what one rule set at one store answers. */
import type { CompiledRules } from '../2-bucket/compiled.ts';
import { checkCors } from '../3-browser/check/check-cors.ts';
import { checkPreflight, type PreflightCheckResult } from '../3-browser/check/check-preflight.ts';
import { isSafelistedMethod } from '../3-browser/request/method.ts';
import { readableHeaders } from '../3-browser/check/readable.ts';
import { tokensOf, valueOf } from '../3-browser/syntax.ts';
import {
  DEFAULT_FACTS,
  type Decision,
  type Header,
  type RuleSet,
  type WireRequest,
  type WireResponse
} from '../model.ts';
import type { Provider } from '../providers/providers.ts';

/** A rule set at a store. */
export interface Side {
  ruleSet: RuleSet;
  provider: Provider;
}

/** The same, ready to be asked again and again. */
export interface CompiledSide extends Side {
  compiled: CompiledRules;
}

export const compiledSide = ({ ruleSet, provider }: Side): CompiledSide => ({
  ruleSet,
  provider,
  compiled: provider.compile(ruleSet)
});

/** A call of a page's script. */
export interface TestCall {
  /** Null for a request that carries no Origin. */
  origin: string | null;
  method: string;
  /** Names of the headers that the script sets and that a preflight asks for; small letters, sorted. */
  headers: readonly string[];
}

/** The call on the wire; no preflight where a browser sends none. */
export interface CallRequests {
  preflight: WireRequest | null;
  actual: WireRequest;
}

/** What one side makes of a call. */
export interface CallAnswer {
  preflight: Decision | null;
  actual: Decision;
  /** What a browser makes of the preflight's answer, without cookies; null where there is none. */
  checked: PreflightCheckResult | null;
  /** Whether the call works, without cookies and with them. */
  allowed: boolean;
  allowedWithCredentials: boolean;
}

/** Where calls go. */
export type ObjectAddress = Pick<WireRequest, 'host' | 'path'>;

/** An address that says nothing of a store. */
const TARGET: ObjectAddress = { host: 'bucket.example', path: '/key' };

/** Values with which even these headers need leave. https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
const UNSAFE_VALUES: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    accept: 'text/plain;a="b"',
    'accept-language': 'en;a="b"',
    'content-language': 'en;a="b"',
    'content-type': 'application/json',
    range: 'bytes=0-1,4-5'
  })
);

/** The header as a script may set it, so that a browser asks for leave. */
const set = (name: string): Header => [name, UNSAFE_VALUES.get(name) ?? 'value'];

export function requestsOf(
  { origin, method, headers }: TestCall,
  { host, path }: ObjectAddress = TARGET
): CallRequests {
  const sent: Header[] = origin === null ? [] : [['Origin', origin]];
  const actual = { method, host, path, headers: [...sent, ...headers.map(set)] };
  if (origin === null || (headers.length === 0 && isSafelistedMethod(method))) {
    return { preflight: null, actual };
  }
  const lines: Header[] = [...sent, ['Access-Control-Request-Method', method]];
  if (headers.length > 0) lines.push(['Access-Control-Request-Headers', headers.join(',')]);
  return { preflight: { method: 'OPTIONS', host, path, headers: lines }, actual };
}

const response = ({ status, headers }: Decision): WireResponse => ({
  status: status ?? 200,
  headers,
  body: ''
});

const checked = (decision: Decision, call: TestCall, credentialed: boolean): PreflightCheckResult =>
  checkPreflight(response(decision), {
    origin: call.origin ?? '',
    method: call.method,
    unsafe: call.headers,
    credentialed
  });

const opens = (actual: Decision, call: TestCall, credentialed: boolean): boolean =>
  checkCors(response(actual), call.origin ?? '', credentialed).failure === null;

/** What a side makes of a call: the store decides, the browser checks. */
export function answerTo(
  { provider, compiled }: CompiledSide,
  call: TestCall,
  requests: CallRequests = requestsOf(call)
): CallAnswer {
  const decide = (request: WireRequest) => provider.decide(compiled, request, DEFAULT_FACTS);
  const preflight = requests.preflight && decide(requests.preflight);
  const actual = decide(requests.actual);
  const found = preflight && checked(preflight, call, false);
  const allowed = !found?.failure && opens(actual, call, false);
  // What is not allowed without cookies is not with them either.
  const allowedWithCredentials =
    allowed &&
    (preflight === null || checked(preflight, call, true).failure === null) &&
    opens(actual, call, true);
  return { preflight, actual, checked: found, allowed, allowedWithCredentials };
}

/** For how many seconds the answer to the preflight is kept; null where there is none, or a browser refuses it. */
export const ageOf = ({ checked: found }: CallAnswer): number | null => found && found.maxAge;

/** What the answer to the preflight allows beside what it was asked: sorted, headers in small letters. */
export function grantedBy({ checked: found }: CallAnswer) {
  return {
    methods: [...new Set(found?.methods ?? [])].sort(),
    headers: [...new Set(found?.headers ?? [])].sort()
  };
}

/** A name that no answer lists, so that only a `*` exposes it. */
const UNLISTED = 'x-any-other';

const exposed = ({ headers }: Decision): string[] => {
  const list = tokensOf(headers, 'Access-Control-Expose-Headers');
  return list !== null && 'tokens' in list ? list.tokens : [];
};

/** The headers of the answer that a script can read because one of `both` exposes them; `*` for all others. */
export function exposedBy({ actual }: CallAnswer, both: readonly CallAnswer[]): string[] {
  const names = [...both.flatMap((answer) => exposed(answer.actual)), UNLISTED];
  const lines = names.filter((name) => name !== '*').map((name): Header => [name, '']);
  const whole = { ...response(actual), headers: [...actual.headers, ...lines] };
  const listed = new Set(names.map((name) => name.toLowerCase()));
  return readableHeaders(whole, { type: 'cors', credentialed: false })
    .filter((name) => listed.has(name))
    .map((name) => (name === UNLISTED ? '*' : name));
}

export const allowOriginOf = ({ actual }: CallAnswer): string | null =>
  valueOf(actual.headers, 'Access-Control-Allow-Origin');
