import type { AnswerHeader } from '../../2-bucket/answer.ts';
import { allowMethods, allowOrigin, exposeHeaders, maxAge } from '../../2-bucket/answer-headers.ts';
import { eitherPort } from '../../2-bucket/default-port.ts';
import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import {
  bucketExists,
  rulesExist,
  endpointAnswers,
  endpointAsksRules,
  methodSent,
  originSent,
  quietly,
  targetInBucket
} from '../../2-bucket/gates.ts';
import { firstLine } from '../../2-bucket/header-lines.ts';
import { compileHeaders, headersCondition, type HeadersRule } from '../../2-bucket/headers.ts';
import { methodCondition, orAnyMethod, type MethodRule } from '../../2-bucket/method.ts';
import { originCondition, type OriginRule } from '../../2-bucket/origin.ts';
import type { Pattern } from '../../2-bucket/pattern.ts';
import { listOf, type CorsQuestion } from '../../2-bucket/question.ts';
import { questionReader } from '../../2-bucket/question-reader.ts';
import { firstMatchStore, type DecisionInput, type Refusal } from '../../2-bucket/store.ts';
import type { Header, Rule, RuleSet, WireRequest } from '../../model.ts';
import { endpointOf, isFirebase, servesHost } from './endpoints.ts';
import { GCS_FORMATS, GCS_METHODS, save } from './saving.ts';
import type { StoreDefinition } from '../provider.ts';
import { isAge } from '../families/s3/lineage.ts';
import { errorXml, respondAsS3 } from '../families/s3/respond.ts';
import { form } from './form.ts';
import { joinValues, spansOf, valuesOf } from '../../written.ts';

const OVERVIEW = 'https://cloud.google.com/storage/docs/cross-origin';
const TROUBLE = 'https://cloud.google.com/storage/docs/troubleshooting#cors';
const BUCKETS = 'https://cloud.google.com/storage/docs/json_api/v1/buckets';
const GSUTIL = 'https://cloud.google.com/storage/docs/gsutil/commands/cors';
/** A preflight that no entry allowed: 200 without a CORS header. */
const BARE_ANSWER = 'https://github.com/googleapis/nodejs-storage/issues/1145';

interface GcsRule extends OriginRule, MethodRule, HeadersRule {
  written: Rule;
  allowMethods: string;
  allowHeaders: string;
  exposeHeaders: string;
  maxAge: string | null;
}

interface GcsRules {
  rules: GcsRule[];
}

const asked = questionReader({ line: firstLine, names: listOf, onActual: false });
interface GcsQuestion extends CorsQuestion {
  firebase?: boolean;
}
const question = (request: WireRequest): GcsQuestion => ({
  ...asked(request),
  endpoint: endpointOf(request),
  firebase: isFirebase(request.host)
});

/** A refused preflight is told nothing: it is 200 without CORS headers, and the browser says no. */
const bare = ({ question: { preflight } }: DecisionInput<unknown>): Refusal => ({
  status: preflight ? 200 : null,
  code: null,
  message: ''
});

/** Of an answer of the JSON API, all that it carries can be read. */
const API_EXPOSED =
  'Content-Length, Content-Range, Content-Type, Date, ETag, Location, Range, Server, Transfer-Encoding, X-GUploader-UploadID, X-Google-Trace';

/** Request headers that Firebase's own library sends, and a few more. Which others it lists is not recorded: inferred. */
const FIREBASE_HEADERS =
  'authorization, content-type, range, x-firebase-appcheck, x-firebase-gmpid, x-firebase-storage-version, x-firebase-storage-xsrf, x-goog-upload-command, x-goog-upload-content-length, x-goog-upload-header-content-length, x-goog-upload-header-content-type, x-goog-upload-offset, x-goog-upload-protocol';

/** The same for every bucket and origin. https://github.com/firebase/firebase-js-sdk/issues/5342 */
const firebaseHeaders = (preflight: boolean): Header[] => [
  ['Access-Control-Allow-Origin', '*'],
  ...(preflight
    ? ([
        ['Access-Control-Allow-Methods', 'POST, GET, HEAD, DELETE, PATCH'],
        ['Access-Control-Allow-Headers', FIREBASE_HEADERS],
        ['Access-Control-Max-Age', '3600']
      ] satisfies Header[])
    : []),
  ['Access-Control-Expose-Headers', 'Content-Range, X-Firebase-Storage-XSRF']
];

/**
 * The JSON API names every header of its answer as readable, whichever those are; here, those that it always has.
 * Which headers it sends beside Access-Control-Allow-Origin is inferred; that it lets every page in is documented.
 */
const openAnswer = ({ question: asking }: DecisionInput<unknown>) => {
  const { preflight, origin, requestHeaders } = asking;
  if ((asking as GcsQuestion).firebase) {
    const headers = origin === null ? [] : firebaseHeaders(preflight);
    return { status: preflight ? 200 : null, code: null, message: '', headers };
  }
  const granted: Header[] = [
    ['Access-Control-Allow-Methods', 'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'],
    ...(requestHeaders === null
      ? []
      : [['Access-Control-Allow-Headers', requestHeaders] satisfies Header]),
    ['Access-Control-Max-Age', '3600']
  ];
  const headers: Header[] = [
    ...(origin === null
      ? []
      : ([
          ['Access-Control-Allow-Origin', origin],
          ...(preflight ? granted : [['Access-Control-Expose-Headers', API_EXPOSED] as const])
        ] satisfies Header[])),
    ['Vary', 'Origin'],
    ['Vary', 'X-Origin']
  ];
  return { status: preflight ? 200 : null, code: null, message: '', headers };
};

const known = documented(OVERVIEW);
const openGate = endpointAsksRules({
  refusal: openAnswer,
  facts: { open: known, shut: inferred(OVERVIEW) }
});
const deafGate = endpointAnswers({
  refusal: bare,
  facts: { open: known, shut: documented(GSUTIL) }
});
const rootGate = targetInBucket({
  refusal: bare,
  facts: { open: known, shut: inferred(OVERVIEW) }
});
const bucketGate = bucketExists({
  refusal: { status: 404, code: 'NoSuchBucket', message: 'The specified bucket does not exist.' },
  facts: { open: known, shut: inferred(TROUBLE) }
});
const originGate = originSent({
  refusal: bare,
  facts: { open: known, shut: inferred(OVERVIEW) }
});
const configurationGate = rulesExist<GcsRules>({
  refusal: bare,
  facts: { open: known, shut: inferred(BARE_ANSWER) }
});
const methodGate = methodSent({
  refusal: bare,
  facts: { open: known, shut: inferred(TROUBLE) }
});

/** `*` alone is every origin. A `*` in an origin is used in the wild and documented nowhere: it is taken for a letter. */
const compileOrigin = (written: string): Pattern =>
  written === '*' ? { kind: 'any' } : eitherPort(written);

/** Scheme, host and port must be the same, where the port may go without saying. */
const origin = originCondition({
  any: documented(BUCKETS),
  equal: documented(TROUBLE),
  pattern: documented(TROUBLE),
  unmatched: documented(TROUBLE),
  opaque: inferred(TROUBLE),
  otherCase: inferred(TROUBLE)
});
const method = orAnyMethod(
  methodCondition({
    listed: documented(TROUBLE),
    unlisted: documented(TROUBLE),
    otherCase: inferred(TROUBLE)
  }),
  documented(BUCKETS)
);
/** Each header of a preflight must be one of the entry's. What `*` and `x-goog-meta-*` mean there is documented nowhere. */
const headers = headersCondition({
  noneRequested: documented(TROUBLE),
  any: inferred(TROUBLE),
  listed: documented(TROUBLE),
  unlisted: documented(TROUBLE),
  pattern: inferred(TROUBLE)
});

/** The page says that the origin is repeated; that `*` stays `*` is inferred. */
const allowedOrigin = allowOrigin<GcsRule>(({ entry }) =>
  entry.pattern.kind === 'any' ? inferred(OVERVIEW) : documented(OVERVIEW)
);
const allowedMethods = allowMethods<GcsRule>((rule) => rule.allowMethods, documented(OVERVIEW));
const allowedHeaders: AnswerHeader<GcsRule> = {
  name: 'Access-Control-Allow-Headers',
  value: ({ rule }) => rule.allowHeaders || null,
  fact: () => documented(OVERVIEW),
  explain: ({ rule: { written } }) => ({
    code: 'allow-headers-whole',
    args: { headers: valuesOf(written.allowedHeaders) },
    spans: spansOf(written.allowedHeaders)
  })
};
/** What every actual answer names beside the entry's own. https://github.com/burtonator/polar-bookshelf/issues/807 */
const ALWAYS_EXPOSED = [
  'Content-Length',
  'Date',
  'Server',
  'Transfer-Encoding',
  'X-GUploader-UploadID',
  'X-Google-Trace'
];
const EXPOSED_PRINTS = 'https://github.com/burtonator/polar-bookshelf/issues/807';

/** All names in the order of their bytes, each once. */
const exposedNames = (rule: Rule): string =>
  [...new Set([...valuesOf(rule.exposeHeaders), ...ALWAYS_EXPOSED])].sort().join(', ');

const exposed = exposeHeaders<GcsRule>((rule) => rule.exposeHeaders, traced(EXPOSED_PRINTS));
/** An hour is the documented default; that it is sent where the entry has no age is inferred. */
const age = maxAge<GcsRule>(({ rule: { written } }) =>
  written.maxAgeSeconds === null ? inferred(TROUBLE) : documented(BUCKETS)
);

const before = [openGate, deafGate, rootGate, bucketGate, originGate, configurationGate];

/**
 * The first entry that takes origin and method is the one, and headers that it does not allow end the search. There is no
 * field for credentials, so no answer ever allows them. https://cloud.google.com/storage/docs/xml-api/put-bucket-cors
 */
const { decide, trace } = firstMatchStore<GcsRules, GcsRule>({
  question,
  rules: ({ rules }) => rules,
  preflight: {
    gates: [...before, methodGate],
    conditions: [origin, method, headers],
    choosing: 2,
    answer: [allowedOrigin, age, allowedMethods, allowedHeaders],
    status: 200,
    unmatched: bare
  },
  actual: {
    gates: [openGate, ...before.slice(1).map(quietly<GcsRules>)],
    conditions: [origin, method],
    answer: [allowedOrigin, exposed],
    status: null,
    unmatched: null
  },
  /** Seen on a preflight that was refused; when it stands there is documented nowhere. */
  beside: ({ compiled: { rules }, question: { origin: sent, endpoint } }) =>
    rules.length === 0 || sent === null || endpoint !== 'asks-rules'
      ? null
      : { headers: [['Vary', 'Origin']], fact: inferred(BARE_ANSWER) }
});

const compile = ({ rules }: RuleSet): GcsRules => ({
  rules: rules.map((rule) => ({
    written: rule,
    origins: rule.allowedOrigins.map((written) => ({
      pattern: compileOrigin(written.value),
      written
    })),
    methods: rule.allowedMethods,
    allowedHeaders: compileHeaders(rule.allowedHeaders),
    allowMethods: joinValues(rule.allowedMethods, ','),
    allowHeaders: joinValues(rule.allowedHeaders, ','),
    exposeHeaders: exposedNames(rule),
    maxAge: ageOf(rule.maxAgeSeconds?.value ?? '3600')
  }))
});

const ageOf = (text: string): string | null => (isAge(text) ? String(BigInt(text.trim())) : null);

const respond = respondAsS3({
  own: ({ requestId, date }) => [
    ['X-GUploader-UploadID', requestId],
    ['Date', date],
    ['Server', 'UploadServer']
  ],
  errorBody: ({ code, message }) =>
    errorXml("<?xml version='1.0' encoding='UTF-8'?>", [
      ['Code', code],
      ['Message', message]
    ])
});

export const googleCloudStorage: StoreDefinition<'google-cloud-storage', GcsRules> = {
  id: 'google-cloud-storage',
  name: 'Google Cloud Storage',
  kind: 'cloud',
  clients: ['gcs'],
  formats: GCS_FORMATS,
  methods: GCS_METHODS,
  form,
  servesHost,
  compile,
  decide,
  trace,
  respond,
  save
};
