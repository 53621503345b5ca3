import type { Coded } from '../model.ts';
import { isLoopback } from '../3-browser/url/target.ts';
import { elementFirst } from '../timeline/scenarios/element-first.ts';
import { playTimeline } from '../timeline/timeline.ts';
import {
  callsInward,
  isBucketTwice,
  isCdn,
  isGlobalEndpoint,
  isSigned,
  spaceOf
} from './address.ts';
import type { Context } from './context.ts';

/** What of the call, the store or the address makes a reason likely. */
export interface SignArgs {
  'http-address': Record<string, never>;
  'global-endpoint': { host: string };
  'signed-address': Record<string, never>;
  authorization: Record<string, never>;
  'foreign-host': { host: string; store: string };
  'cdn-host': { host: string };
  'bucket-twice': { host: string };
  'private-host': { host: string };
  'http-page': { origin: string };
  'opaque-page': Record<string, never>;
  credentials: Record<string, never>;
  'cache-breaks': Record<string, never>;
  'library-headers': { headers: string[] };
  upload: { method: string };
  'self-hosted': { store: string };
}
export type SignCode = keyof SignArgs;
export type Sign = Coded<SignArgs>;

/** Names, lower case, that only a library sets. */
const LIBRARY_HEADERS: ReadonlySet<string> = new Set([
  'amz-sdk-invocation-id',
  'amz-sdk-request',
  'x-amz-sdk-checksum-algorithm',
  'x-amz-user-agent',
  'x-ms-client-request-id',
  'x-ms-useragent',
  'x-oss-user-agent'
]);

/** Whether an element's request could leave an answer that spoils this call. */
const cacheBreaks = ({ provider, ruleSet, request }: Context): boolean =>
  request.method.toUpperCase() === 'GET' &&
  playTimeline({
    // What would mend it is not asked here.
    scenario: { ...elementFirst, mends: [] },
    provider,
    ruleSet,
    request,
    engine: 'standard',
    lifetime: 60,
    other: null
  }).breaks !== null;

/** Whether a host of somebody else stands where the store's own would. */
const isForeign = ({ provider, target, hostname }: Context): boolean =>
  provider.kind === 'cloud' && spaceOf(hostname) === 'public' && !provider.servesHost(target.host);

const isPlainPage = (origin: string): boolean =>
  origin.startsWith('http:') && !isLoopback(new URL(origin).hostname);

/** Each sign: its args where it shows, null where it does not. */
const SIGNS: { [C in SignCode]: (context: Context) => SignArgs[C] | null } = {
  'http-address': ({ target }) => (target.origin.startsWith('http:') ? {} : null),
  'global-endpoint': ({ hostname }) => (isGlobalEndpoint(hostname) ? { host: hostname } : null),
  'signed-address': ({ target }) => (isSigned(target.href) ? {} : null),
  authorization: ({ asking: { actual } }) =>
    actual.headers.some(([name]) => name.toLowerCase() === 'authorization') ? {} : null,
  'foreign-host': (context) =>
    isForeign(context) ? { host: context.hostname, store: context.provider.name } : null,
  'cdn-host': ({ hostname }) => (isCdn(hostname) ? { host: hostname } : null),
  'bucket-twice': ({ hostname }) => (isBucketTwice(hostname) ? { host: hostname } : null),
  'private-host': ({ asking, hostname }) =>
    callsInward(asking.origin, hostname) ? { host: hostname } : null,
  'http-page': ({ asking: { origin } }) => (isPlainPage(origin) ? { origin } : null),
  'opaque-page': ({ asking }) => (asking.origin === 'null' ? {} : null),
  credentials: ({ asking }) => (asking.credentialed ? {} : null),
  'cache-breaks': (context) => (cacheBreaks(context) ? {} : null),
  'library-headers': ({ asking: { actual } }) => {
    const headers = actual.headers
      .map(([name]) => name.toLowerCase())
      .filter((name) => LIBRARY_HEADERS.has(name));
    return headers.length > 0 ? { headers } : null;
  },
  upload: ({ asking: { request } }) =>
    request.method === 'PUT' || request.method === 'POST' ? { method: request.method } : null,
  'self-hosted': ({ provider: { kind, name } }) => (kind === 'self-hosted' ? { store: name } : null)
};

/** Those of the signs that show. */
export const signsOf = (codes: readonly SignCode[], context: Context): Sign[] =>
  codes.flatMap((code) => {
    const args = SIGNS[code](context);
    return args === null ? [] : [{ code, args } as Sign];
  });
