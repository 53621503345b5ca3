import type { Matched } from '../../2-bucket/answer.ts';
import { allowCredentials, allowOrigin, maxAge } from '../../2-bucket/answer-headers.ts';
import {
  credentialsAlways,
  echoHeaders,
  echoMethod,
  echoOrigin,
  exposeSent,
  varyByOrigin
} from '../families/azure/answer.ts';
import { azureHeader, type AzureRule, type AzureRules } from '../families/azure/rule.ts';
import { withDoubt } from '../../2-bucket/doubt.ts';
import { documented, inferred } from '../../2-bucket/evidence.ts';
import { rulesExist, methodSent, originSent, quietly } from '../../2-bucket/gates.ts';
import { compileHeaderEntries, headerPatternsCondition } from '../../2-bucket/header-patterns.ts';
import { methodCondition } from '../../2-bucket/method.ts';
import { originCondition, originEntry, type OriginEntry } from '../../2-bucket/origin.ts';
import { compilePattern } from '../../2-bucket/pattern.ts';
import { headerOf, questionOf, type CorsQuestion } from '../../2-bucket/question.ts';
import { firstMatchStore } from '../../2-bucket/store.ts';
import type { Rule, WireRequest, WrittenValue } from '../../model.ts';
import { respondAsAzure } from '../families/azure/respond.ts';
import {
  AZURE_FORMATS,
  AZURE_METHODS,
  HEADER_MISSING,
  NOT_MATCHED
} from '../families/azure/words.ts';
import type { StoreDefinition } from '../provider.ts';
import { ageOf, save } from './saving.ts';
import { form } from './form.ts';

const CORS_PAGE =
  'https://learn.microsoft.com/en-us/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services';
const PREFLIGHT_PAGE =
  'https://learn.microsoft.com/en-us/rest/api/storageservices/preflight-blob-request';
/** Azure's own emulator, in which the service's pages are silent. */
const EMULATOR =
  'https://github.com/Azure/Azurite/blob/main/src/blob/middlewares/PreflightMiddlewareFactory.ts';

const told = documented(CORS_PAGE);
const preflightTold = documented(PREFLIGHT_PAGE);
const supposed = inferred(EMULATOR);

/**
 * A request that names no version, in a header or in its signed address, is answered by this one, unless the account has a
 * version of its own. https://learn.microsoft.com/en-us/rest/api/storageservices/versioning-for-the-azure-storage-services
 */
const ANONYMOUS = '2009-09-19';

function question(request: WireRequest): CorsQuestion {
  const signed = /[?&](?:sv|api-version)=([\d-]+)/.exec(request.path)?.[1];
  return {
    ...questionOf(request),
    version: headerOf(request.headers, 'x-ms-version') ?? signed ?? null
  };
}

/** Both headers must be there. A preflight is one of the service: neither container nor blob need exist, and no signature counts. */
const originGate = originSent({ refusal: HEADER_MISSING, facts: told });
const methodGate = methodSent({ refusal: HEADER_MISSING, facts: told });
const configurationGate = rulesExist<AzureRules>({
  refusal: NOT_MATCHED,
  facts: told
});

/** `*` alone, whole origins letter for letter, and `http://*.contoso.com` for every subdomain. */
const plainOrigin = originCondition({
  any: told,
  equal: told,
  pattern: told,
  unmatched: told,
  opaque: inferred(CORS_PAGE),
  otherCase: told
});

/** Nobody says what a `*` elsewhere does; here it does nothing. */
const isOdd = ({ pattern }: OriginEntry): boolean => pattern.kind === 'never';
const origin = withDoubt<AzureRule>(
  plainOrigin,
  ({ origin: sent }, rule) =>
    originEntry(rule, sent ?? '') === undefined && rule.origins.some(isOdd),
  inferred(CORS_PAGE)
);

const method = methodCondition({ listed: told, unlisted: told, otherCase: inferred(CORS_PAGE) });

/** Names without regard to letters' case, and beginnings of names before a `*`. */
const headers = headerPatternsCondition(told);

/** A header of the service's own, and the version of the service that first sent it; null for those that it always sent. */
type Sent = readonly [name: string, since: string | null];

/** In the order of the answers that people printed. */
const ALWAYS: readonly Sent[] = [
  ['x-ms-request-id', null],
  ['Server', null],
  ['x-ms-version', null]
];
const BLOB: readonly Sent[] = [
  ['Content-Type', null],
  ['Last-Modified', null],
  ['ETag', null],
  ['Content-MD5', '2011-08-18'],
  ['x-ms-creation-time', '2017-11-09'],
  ['x-ms-lease-status', null],
  ['x-ms-lease-state', '2012-02-12'],
  ['x-ms-blob-type', null],
  ['x-ms-server-encrypted', '2015-12-11'],
  ['Accept-Ranges', '2011-08-18'],
  ['Content-Length', null]
];
const SENT: ReadonlyMap<string, readonly Sent[]> = new Map(
  Object.entries<readonly Sent[]>({
    GET: BLOB,
    HEAD: [
      ...BLOB,
      ['x-ms-access-tier', '2017-04-17'],
      ['x-ms-access-tier-inferred', '2017-04-17']
    ],
    PUT: [
      ['Content-MD5', null],
      ['Last-Modified', null],
      ['ETag', null],
      ['x-ms-content-crc64', '2019-02-02'],
      ['x-ms-request-server-encrypted', '2015-12-11']
    ],
    DELETE: [['x-ms-delete-type-permanent', '2017-07-29']]
  })
);
/** The service names these too where a beginning covers them. */
const OF_TRANSPORT = ['Content-Length', 'Date', 'Transfer-Encoding'];

/** The answer's own headers, those of a version that is newer than the asked one left out. */
function sentBy(version: string | null, method: string): string[] {
  return (SENT.get(method) ?? [])
    .filter(([, since]) => since === null || since <= (version ?? ANONYMOUS))
    .map(([name]) => name);
}

const OWN = new Set([...ALWAYS, ...[...SENT.values()].flat()].map(([name]) => name.toLowerCase()));
/** True for a header that the object brings with it, such as `x-ms-meta-a`; the service sends its own by its version. */
const isObjects = (name: string): boolean => !OWN.has(name.toLowerCase());

function sentWith({ question: asked, facts }: Matched<AzureRule>): string[] {
  const own = [
    ...ALWAYS.map(([name]) => name),
    ...sentBy(asked.version ?? null, asked.method ?? ''),
    ...(facts.carried ?? []).filter(isObjects)
  ];
  const transport = OF_TRANSPORT.filter((one) => !own.includes(one));
  return [...own, ...transport];
}

/** Whole names are exposed as the rule says; what a `*` stands for depends on the blob's own headers. */
const exposed = exposeSent(sentWith, ({ rule }) =>
  rule.written.exposeHeaders.some(({ value }) => value.endsWith('*')) ? supposed : told
);

/** Caches are told only of requests that they answer. */
const isCached = (name: string | null): boolean => name === 'GET' || name === 'HEAD';

/**
 * The first rule whose origin and method hold is the one: where it does not allow the headers, no later rule is tried.
 * An actual request without an Origin is answered as any other: a rule for `*` takes it.
 */
const { decide, trace } = firstMatchStore<AzureRules, AzureRule>({
  question,
  rules: ({ rules }) => rules,
  preflight: {
    gates: [originGate, methodGate, configurationGate],
    conditions: [origin, method, headers],
    choosing: 2,
    answer: [
      echoOrigin(preflightTold),
      echoMethod(preflightTold),
      echoHeaders(preflightTold),
      maxAge(preflightTold),
      credentialsAlways(preflightTold)
    ],
    status: 200,
    unmatched: NOT_MATCHED
  },
  actual: {
    gates: [quietly(configurationGate)],
    conditions: [origin, method],
    answer: [
      exposed,
      allowOrigin(told),
      varyByOrigin(told, ({ question }) => isCached(question.method)),
      allowCredentials(supposed)
    ],
    status: null,
    unmatched: null
  },
  /** The table of the CORS page: an answer that no rule gave differs by origin too, wherever rules exist. */
  beside: ({ question: { preflight, method: name }, compiled: { rules } }, matched) =>
    matched === null && !preflight && rules.length > 0 && isCached(name)
      ? { headers: [['Vary', 'Origin']], fact: told }
      : null
});

const respond = respondAsAzure({
  own: ({ date, requestId }) => [
    ['Server', 'Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0'],
    ['x-ms-request-id', requestId],
    ['Date', date]
  ],
  declaration: '<?xml version="1.0" encoding="utf-8"?>',
  details: ({ code }, { headers: sent }) => {
    if (code === NOT_MATCHED.code) return 'No CORS rules matches this request';
    const has = sent.some(([name, value]) => name.toLowerCase() === 'origin' && value !== '');
    return `Missing required CORS header ${has ? 'Access-Control-Request-Method' : 'Origin'}`;
  },
  sent: (request) => [...sentBy(question(request).version ?? null, request.method), 'x-ms-version']
});

/** Only the name of a subdomain may be a `*`. */
const SUBDOMAINS = /^[^*]*:\/\/\*\.[^*]+$/;

function compileOrigin(written: WrittenValue): OriginEntry {
  const pattern = compilePattern(written.value, 'one-or-more');
  const odd = pattern.kind === 'glob' && !SUBDOMAINS.test(written.value);
  return { pattern: odd ? { kind: 'never' } : pattern, written };
}

const compileRule = (rule: Rule): AzureRule => ({
  written: rule,
  origins: rule.allowedOrigins.map(compileOrigin),
  methods: rule.allowedMethods,
  headerEntries: compileHeaderEntries(rule.allowedHeaders, azureHeader),
  maxAge: rule.maxAgeSeconds === null ? null : (ageOf(rule.maxAgeSeconds)?.toString() ?? null)
});

/** Endpoints of the public cloud, of accounts with a zone in their name, and of the clouds of China and the US government. */
const HOSTS = [
  '.blob.core.windows.net',
  '.blob.storage.azure.net',
  '.blob.core.chinacloudapi.cn',
  '.blob.core.usgovcloudapi.net'
];

export const azureBlob: StoreDefinition<'azure-blob', AzureRules> = {
  id: 'azure-blob',
  name: 'Azure Blob Storage',
  kind: 'cloud',
  clients: ['azure'],
  formats: AZURE_FORMATS,
  methods: AZURE_METHODS,
  form,
  servesHost: (host) => HOSTS.some((suffix) => host.endsWith(suffix)),
  compile: ({ rules }) => ({ rules: rules.map(compileRule) }),
  decide,
  trace,
  respond,
  save
};
