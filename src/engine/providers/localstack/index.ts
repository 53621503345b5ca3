import type { AnswerHeader } from '../../2-bucket/answer.ts';
import {
  allowCredentials,
  allowMethods,
  allowOrigin,
  exposeHeaders,
  maxAge
} from '../../2-bucket/answer-headers.ts';
import { documented, traced } from '../../2-bucket/evidence.ts';
import { rulesExist, originSent, quietly } from '../../2-bucket/gates.ts';
import { firstLine } from '../../2-bucket/header-lines.ts';
import { headerPatternsCondition } from '../../2-bucket/header-patterns.ts';
import { methodCondition } from '../../2-bucket/method.ts';
import { originCondition } from '../../2-bucket/origin.ts';
import { compilePatterns } from '../../2-bucket/pattern.ts';
import { everyMember, questionReader } from '../../2-bucket/question-reader.ts';
import { allowRequestedHeaders, varyByRequest } from '../families/s3/answer.ts';
import { compileS3Rules, type S3Rule, type S3Rules } from '../families/s3/rule.ts';
import { bare, firstMatchStore, type DecisionInput, type Gate } from '../../2-bucket/store.ts';
import type { Header } from '../../model.ts';
import type { StoreDefinition } from '../provider.ts';
import { errorXml, respondAsS3 } from '../families/s3/respond.ts';
import {
  badRequest,
  forbidden,
  NO_ORIGIN,
  NOT_ALLOWED,
  NOT_ENABLED,
  S3_METHODS
} from '../families/s3/words.ts';
import { ageOf, save } from './saving.ts';
import { form } from './form.ts';

const recorded = traced('recorded: LocalStack 2026-03');
/** Read in the emulator's source, and shown by no recorded exchange. */
const SOURCE =
  'https://github.com/localstack/localstack/blob/main/localstack-core/localstack/aws/handlers/cors.py';

/**
 * The first line of a header counts, empty names of a list stay, and an actual request is asked about by its own
 * Access-Control-Request headers where it carries them.
 */
const question = questionReader({ line: firstLine, names: everyMember, onActual: true });

/** Origins that the emulator itself is set to trust, with no rule of any bucket. */
const TRUSTED: ReadonlySet<string> = new Set([
  'https://app.localstack.cloud',
  'http://app.localstack.cloud',
  'https://localhost',
  'https://localhost.localstack.cloud',
  'file://',
  'http://localhost:4566',
  'https://localhost:4566',
  'http://localhost.localstack.cloud:4566',
  'https://localhost.localstack.cloud:4566'
]);

const TRUSTED_HEADERS =
  'authorization,cache-control,content-length,content-md5,content-type,etag,location,x-amz-acl,' +
  'x-amz-content-sha256,x-amz-date,x-amz-request-id,x-amz-security-token,x-amz-tagging,x-amz-target,' +
  'x-amz-user-agent,x-amz-version-id,x-amzn-requestid,x-localstack-target,amz-sdk-invocation-id,' +
  'amz-sdk-request,x-amz-log-type';

/** What a trusted origin is told. */
const trustedAnswer = (origin: string): Header[] => [
  ['Access-Control-Allow-Origin', origin],
  ['Access-Control-Allow-Credentials', 'true'],
  ['Access-Control-Allow-Methods', 'HEAD,GET,PUT,POST,DELETE,OPTIONS,PATCH'],
  ['Access-Control-Allow-Headers', TRUSTED_HEADERS],
  [
    'Access-Control-Expose-Headers',
    'etag,x-amz-version-id,x-amz-log-result,x-amz-executed-version,x-amz-function-error'
  ],
  ['Vary', 'Origin']
];

type LocalstackInput = DecisionInput<S3Rules>;

/** A path that begins with no existing bucket is no request to S3: the emulator's general handler answers it. */
const isForeign = ({ facts }: LocalstackInput): boolean =>
  facts.target === 'root' || !facts.bucketExists;

/** An actual request to a bucket that does not exist fails without CORS headers, whatever its origin. */
const isUnruled = (asked: LocalstackInput): boolean =>
  asked.question.preflight || asked.facts.target === 'root' || asked.facts.bucketExists
    ? isForeign(asked) || asked.compiled.rules.length === 0
    : false;

/** A trusted origin is let in wherever no rules of a bucket stand against it. */
const trustedGate: Gate<S3Rules> = {
  shut: (asked) => isUnruled(asked) && TRUSTED.has(asked.question.origin ?? ''),
  refusal: (asked) => {
    const preflight = isForeign(asked) ? 204 : 200;
    return bare(
      asked.question.preflight ? preflight : null,
      trustedAnswer(asked.question.origin ?? '')
    );
  },
  facts: { open: recorded, shut: documented(SOURCE) },
  explain: (_, shut) =>
    shut
      ? { code: 'store-default', args: { origins: [...TRUSTED] } }
      : { code: 'store-default-unused', args: {} }
};

/** The general handler: 204 without an Origin, and 403 without a word for any other. */
const foreignGate: Gate<S3Rules> = {
  shut: isForeign,
  refusal: ({ question: { origin } }) => bare(origin === null ? 204 : 403),
  facts: recorded,
  explain: ({ facts }, shut) =>
    shut
      ? { code: facts.target === 'root' ? 'target-root' : 'bucket-missing', args: {} }
      : { code: 'bucket-present', args: {} }
};

const originGate = originSent({ refusal: badRequest(NO_ORIGIN), facts: recorded });
const configurationGate = rulesExist<S3Rules>({ refusal: forbidden(NOT_ENABLED), facts: recorded });

/** Any number of `*`, each for one character or more. */
const origin = originCondition(recorded);

/** Not validated: a method that no rule lists, or none at all, is simply not allowed. */
const method = methodCondition(recorded);

/** `*` or the whole name; `x-amz-*` is a name like any other. */
const headers = headerPatternsCondition(recorded);

const answer: AnswerHeader<S3Rule>[] = [
  allowOrigin(recorded),
  allowCredentials(recorded),
  varyByRequest(recorded),
  allowMethods((rule) => rule.allowMethods, recorded),
  allowRequestedHeaders(recorded),
  exposeHeaders((rule) => rule.exposeHeaders ?? '', recorded),
  maxAge(recorded)
];

const conditions = [origin, method, headers];

/** The first rule in which all conditions hold answers; signatures are not verified. */
const { decide, trace } = firstMatchStore<S3Rules, S3Rule>({
  question,
  rules: ({ rules }) => rules,
  preflight: {
    gates: [trustedGate, foreignGate, originGate, configurationGate],
    conditions,
    answer,
    status: 200,
    unmatched: forbidden(NOT_ALLOWED)
  },
  actual: {
    gates: [trustedGate, ...[foreignGate, originGate, configurationGate].map(quietly)],
    conditions,
    answer,
    status: null,
    unmatched: null
  }
});

/** https://github.com/localstack/localstack/blob/main/localstack-core/localstack/services/s3/cors.py */
const respond = respondAsS3({
  own: ({ requestId, traceId, date }) => [
    ['Date', date],
    ['x-amz-request-id', requestId],
    ['x-amz-id-2', traceId]
  ],
  errorBody: ({ code, message }, { headers: sent }, { requestId, traceId }) =>
    errorXml("<?xml version='1.0' encoding='utf-8'?>\n", [
      ['Code', code],
      ['Message', message],
      ['RequestId', requestId],
      ['HostId', traceId],
      ...(code === 'AccessForbidden'
        ? ([
            ['Method', firstLine(sent, 'access-control-request-method') || 'OPTIONS'],
            ['ResourceType', message.endsWith(NOT_ALLOWED) ? 'OBJECT' : 'BUCKET']
          ] as const)
        : [])
    ])
});

/** Its own names beside the loopback address that it listens on. */
const servesHost = (host: string): boolean =>
  /^localhost:4566$|(^|\.)localhost\.localstack\.cloud(:\d+)?$/.test(host.toLowerCase());

export const localstack: StoreDefinition<'localstack', S3Rules> = {
  id: 'localstack',
  name: 'LocalStack',
  kind: 'emulator',
  clients: ['s3'],
  formats: ['s3-xml', 's3-json', 's3-console-json'],
  methods: S3_METHODS,
  form,
  ownOrigins: [...TRUSTED],
  servesHost,
  compile: (ruleSet) =>
    compileS3Rules(ruleSet, {
      origin: (written) => compilePatterns(written, 'one-or-more'),
      header: (written) => (written === '*' ? { kind: 'any' } : { kind: 'literal', text: written }),
      /** An age of 0 is kept and not told. */
      maxAge: (written) => {
        const age = ageOf(written);
        return age === null || age === 0n ? null : String(age);
      }
    }),
  decide,
  trace,
  respond,
  save
};
