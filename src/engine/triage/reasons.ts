import {
  asksAgain,
  asksFirst,
  findsAddress,
  inConsole,
  inDevtools,
  readsHeaders,
  sendsAgain,
  type TriageCheck
} from './check.ts';
import type { Context } from './context.ts';
import type { SignCode } from './sign.ts';

export const REASON_IDS = [
  'other-request',
  'wrong-bucket',
  'access-denied',
  'cached-answer',
  'cdn-between',
  'redirect',
  'page-origin',
  'proxy',
  'extension',
  'library',
  'no-cors',
  'service-worker',
  'private-network',
  'preflight-auth',
  'unreachable'
] as const;
export type ReasonId = (typeof REASON_IDS)[number];

/** Why a call fails although the rules let it through. */
export interface TriageReason {
  id: ReasonId;
  /** What makes it likely. */
  signs: readonly SignCode[];
  check(context: Context): TriageCheck;
  source: string;
}

const FETCH = 'https://fetch.spec.whatwg.org/';

/** Every reason, the commonest first. A new one is one row here and its sentences. */
export const REASONS: readonly TriageReason[] = [
  {
    id: 'other-request',
    signs: ['upload'],
    check: inDevtools,
    source: `${FETCH}#cors-preflight-fetch`
  },
  {
    id: 'wrong-bucket',
    signs: ['bucket-twice'],
    check: asksAgain,
    source: 'https://github.com/get-convex/r2/issues/13'
  },
  {
    id: 'access-denied',
    signs: ['signed-address', 'authorization'],
    check: sendsAgain,
    source: 'https://developers.cloudflare.com/r2/platform/troubleshooting/'
  },
  {
    id: 'cached-answer',
    signs: ['cache-breaks'],
    check: inDevtools,
    source: `${FETCH}#cors-protocol-and-http-caches`
  },
  {
    id: 'cdn-between',
    signs: ['cdn-host', 'foreign-host'],
    check: readsHeaders,
    source: 'https://developers.cloudflare.com/r2/platform/troubleshooting/'
  },
  {
    id: 'redirect',
    signs: ['global-endpoint', 'http-address'],
    check: asksAgain,
    source: 'https://github.com/boto/boto3/issues/421'
  },
  {
    id: 'page-origin',
    signs: ['opaque-page', 'http-page'],
    check: inConsole('location.origin'),
    source: 'https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin'
  },
  {
    id: 'proxy',
    signs: ['self-hosted'],
    check: (context) => asksAgain(context, ["--noproxy '*'"]),
    source: 'https://github.com/nginx/nginx-s3-gateway/issues/62'
  },
  {
    id: 'extension',
    signs: [],
    check: inDevtools,
    source: 'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS/Errors/CORSDidNotSucceed'
  },
  {
    id: 'library',
    signs: ['library-headers'],
    check: inDevtools,
    source: 'https://github.com/aws/aws-sdk-js-v3/issues/6834'
  },
  { id: 'no-cors', signs: [], check: inDevtools, source: `${FETCH}#concept-request-mode` },
  {
    id: 'service-worker',
    signs: [],
    check: inConsole(
      'navigator.serviceWorker.getRegistrations().then((list) => console.log(list.map((one) => one.scope)))'
    ),
    source: `${FETCH}#http-fetch`
  },
  {
    id: 'private-network',
    signs: ['private-host'],
    check: findsAddress,
    source: 'https://wicg.github.io/local-network-access/'
  },
  {
    id: 'preflight-auth',
    signs: ['credentials'],
    check: asksFirst,
    source: 'https://github.com/whatwg/fetch/issues/869'
  },
  {
    id: 'unreachable',
    signs: ['bucket-twice'],
    check: findsAddress,
    source: 'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS/Errors/CORSDidNotSucceed'
  }
];
