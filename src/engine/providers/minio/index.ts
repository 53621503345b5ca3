import type { AnswerHeader } from '../../2-bucket/answer.ts';
import { documented, inferred } from '../../2-bucket/evidence.ts';
import { methodSent, originSent } from '../../2-bucket/gates.ts';
import { firstLine } from '../../2-bucket/header-lines.ts';
import { originCondition, type OriginRule } from '../../2-bucket/origin.ts';
import { compilePatterns } from '../../2-bucket/pattern.ts';
import type { CorsQuestion } from '../../2-bucket/question.ts';
import { everyMember, questionReader } from '../../2-bucket/question-reader.ts';
import type { ConditionTest } from '../../2-bucket/rules.ts';
import { bare, firstMatchStore, type DecisionInput, type Gate } from '../../2-bucket/store.ts';
import type { Header } from '../../model.ts';
import type { StoreDefinition } from '../provider.ts';
import { errorXml, respondAsS3 } from '../families/s3/respond.ts';
import { save, settingOf } from './saving.ts';
import { form } from './form.ts';

/** Read in the community server's source of February 2026, and in its CORS library; nothing was recorded. */
const known = documented('https://github.com/minio/minio/blob/master/cmd/api-router.go');
const unknown = inferred('https://github.com/minio/minio/blob/master/cmd/api-router.go');

/** The server's one list of origins; empty where it is not set, and then everybody is let in. */
interface MinioRules {
  rules: OriginRule[];
}
type MinioInput = DecisionInput<MinioRules>;

const METHODS = ['GET', 'PUT', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'PATCH'];

const question = questionReader({ line: firstLine, names: everyMember, onActual: false });

/** Headers that a script may read of every answer. */
const EXPOSED =
  'Date, Etag, Server, Connection, Accept-Ranges, Content-Range, Content-Encoding, Content-Length, Content-Type, ' +
  'Content-Disposition, Last-Modified, Content-Language, Cache-Control, Retry-After, X-Amz-Bucket-Region, Expires, ' +
  'X-Amz*, X-Amz*, *';

/** A preflight repeats what was asked for, also where the list is `*`; no rule narrows methods or headers. */
const preflightAnswer = ({ origin, method, requestHeaders }: CorsQuestion): Header[] => [
  ['Access-Control-Allow-Origin', origin ?? ''],
  ['Access-Control-Allow-Methods', method ?? ''],
  ...(requestHeaders === null ? [] : [['Access-Control-Allow-Headers', requestHeaders] as const]),
  ['Access-Control-Allow-Credentials', 'true']
];

/** An opaque origin is told `*` on an actual request, beside the credentials that `*` does not go with. */
const actualAnswer = ({ origin }: CorsQuestion): Header[] => [
  ['Access-Control-Allow-Origin', origin === 'null' ? '*' : (origin ?? '')],
  ['Access-Control-Expose-Headers', EXPOSED],
  ['Access-Control-Allow-Credentials', 'true']
];

const answerTo = (asked: CorsQuestion): Header[] =>
  asked.preflight ? preflightAnswer(asked) : actualAnswer(asked);

const isOpen = ({ compiled, question: asked }: MinioInput): boolean =>
  compiled.rules.length === 0 && asked.origin !== null && METHODS.includes(asked.method ?? '');

/** `*` is what the server is set to unless it is told otherwise. Neither the bucket nor the signature is looked at. */
const openGate: Gate<MinioRules> = {
  shut: isOpen,
  refusal: ({ question: asked }) => bare(asked.preflight ? 204 : null, answerTo(asked)),
  facts: known,
  explain: (_, shut) =>
    shut
      ? { code: 'store-default', args: { origins: ['*'] } }
      : { code: 'store-default-unused', args: {} }
};

/** An OPTIONS that asks for no method goes on to the S3 interface, which has none; what that says is inferred. */
const methodGate = methodSent({
  refusal: {
    status: 405,
    code: 'MethodNotAllowed',
    message: 'The specified method is not allowed against this resource.'
  },
  facts: { open: known, shut: unknown }
});

/** Any number of `*`, each for any run of characters; letters' case counts. */
const origin = originCondition(known);

/** The methods that the server knows, whatever it is set to. */
const method: ConditionTest<OriginRule> = {
  condition: 'method',
  test: (_, asked) => METHODS.includes(asked.method ?? ''),
  evidence: () => known.evidence,
  explain: (_, asked) => {
    const name = asked.method ?? '';
    return METHODS.includes(name)
      ? [{ code: 'method-listed', args: { method: name }, outcome: 'pass', spans: [], ...known }]
      : [
          {
            code: 'method-unlisted',
            args: { method: name, listed: METHODS },
            outcome: 'fail',
            spans: [],
            ...known
          }
        ];
  }
};

const inAnswer = (
  name: string,
  explain: AnswerHeader<OriginRule>['explain']
): AnswerHeader<OriginRule> => ({
  name,
  value: ({ question: asked }) => answerTo(asked).find(([header]) => header === name)?.[1] ?? null,
  fact: () => known,
  explain
});

/** A request without an Origin is answered as if nothing were set: with Vary alone. */
const originGate = originSent({ refusal: null, facts: known });

const answer: AnswerHeader<OriginRule>[] = [
  inAnswer('Access-Control-Allow-Origin', ({ entry, question: asked }) => ({
    code: 'allow-origin-echoed',
    args: { origin: asked.origin ?? '' },
    spans: [entry.written.span]
  })),
  inAnswer('Access-Control-Allow-Methods', ({ question: asked }) => ({
    code: 'allow-methods-echoed',
    args: { method: asked.method ?? '' },
    spans: []
  })),
  inAnswer('Access-Control-Allow-Headers', ({ question: { names } }) => ({
    code: 'allow-headers-granted',
    args: { headers: names },
    spans: []
  })),
  inAnswer('Access-Control-Expose-Headers', () => ({
    code: 'expose-headers-fixed',
    args: { headers: EXPOSED.split(', ') },
    spans: []
  })),
  inAnswer('Access-Control-Allow-Credentials', () => ({
    code: 'allow-credentials-always',
    args: {},
    spans: []
  }))
];

/** A refused preflight is answered 204 as well, only without the headers. */
const { decide, trace } = firstMatchStore<MinioRules, OriginRule>({
  question,
  rules: ({ rules }) => rules,
  preflight: {
    gates: [methodGate, openGate],
    conditions: [origin, method],
    answer,
    status: 204,
    unmatched: bare(204)
  },
  actual: {
    gates: [originGate, openGate],
    conditions: [origin, method],
    answer,
    status: null,
    unmatched: null
  },
  /** On every answer, also without an Origin. */
  beside: ({ question: asked }) => ({
    headers: [
      [
        'Vary',
        asked.preflight && asked.method !== null
          ? 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers'
          : 'Origin'
      ]
    ],
    fact: known
  })
});

const respond = respondAsS3({
  own: ({ requestId, traceId, date }) => [
    ['Server', 'MinIO'],
    ['X-Amz-Request-Id', requestId],
    ['X-Amz-Id-2', traceId],
    ['Date', date]
  ],
  errorBody: ({ code, message }, { path }, { requestId, traceId }) =>
    errorXml('<?xml version="1.0" encoding="UTF-8"?>\n', [
      ['Code', code],
      ['Message', message],
      ['Resource', path.split('?', 1)[0] ?? ''],
      ['RequestId', requestId],
      ['HostId', traceId]
    ])
});

export const minio: StoreDefinition<'minio', MinioRules> = {
  id: 'minio',
  name: 'MinIO',
  kind: 'self-hosted',
  clients: ['s3'],
  formats: ['minio-setting'],
  methods: METHODS,
  form,
  /** Its port by default. */
  servesHost: (host) => host === 'localhost:9000',
  /** Rules that the server refuses leave its setting as it is, which is `*`. */
  compile: (ruleSet) => ({
    rules: settingOf(ruleSet).map(({ allowedOrigins }) => ({
      origins: allowedOrigins.map((written) => ({
        pattern: compilePatterns(written.value, 'any-run'),
        written
      }))
    }))
  }),
  decide,
  trace,
  respond,
  save
};
