import type { AnswerHeader } from '../../2-bucket/answer.ts';
import {
  allowCredentials,
  allowMethods,
  allowOrigin,
  maxAge
} from '../../2-bucket/answer-headers.ts';
import { documented, traced } from '../../2-bucket/evidence.ts';
import {
  bucketExists,
  rulesExist,
  methodKnown,
  originSent,
  quietly,
  signatureRight,
  targetInBucket
} from '../../2-bucket/gates.ts';
import { joinLines } from '../../2-bucket/header-lines.ts';
import { headerPatternsCondition } from '../../2-bucket/header-patterns.ts';
import { methodCondition } from '../../2-bucket/method.ts';
import { originCondition } from '../../2-bucket/origin.ts';
import { compilePattern } from '../../2-bucket/pattern.ts';
import type { CorsQuestion } from '../../2-bucket/question.ts';
import { questionReader } from '../../2-bucket/question-reader.ts';
import type { ConditionTest } from '../../2-bucket/rules.ts';
import {
  allowRequestedHeaders,
  exposeAll,
  inLowerCase,
  varyByRequest
} from '../families/s3/answer.ts';
import { compileS3Rules, type S3Rule, type S3Rules } from '../families/s3/rule.ts';
import { firstMatchStore } from '../../2-bucket/store.ts';
import type { StoreDefinition } from '../provider.ts';
import { errorXml, respondAsS3 } from '../families/s3/respond.ts';
import {
  badRequest,
  BUCKET_NOT_FOUND,
  forbidden,
  NO_ORIGIN,
  NOT_ALLOWED,
  NOT_ENABLED,
  requestMethodInvalid,
  S3_METHODS
} from '../families/s3/words.ts';
import { ageOf, save } from './saving.ts';
import { form } from './form.ts';

const recorded = traced('recorded: Scality CloudServer 8.8.35');
/** Read in the server's source, and shown by no recorded exchange. */
const SOURCE =
  'https://github.com/scality/cloudserver/blob/development/8.8/lib/api/apiUtils/object/corsResponse.js';

/**
 * Blanks are taken out of the list, also from within a name, and empty members are left out. Lines of a header sent twice
 * are joined by a comma and a blank. An actual request's own Access-Control-Request headers are not looked at.
 */
const question = questionReader({
  line: (headers, name) => joinLines(headers, name, ', '),
  names: (value) =>
    value
      .replaceAll(' ', '')
      .split(',')
      .filter((name) => name !== ''),
  onActual: false
});

/** The service itself has no rules, and says so before it looks at a header. */
const rootGate = targetInBucket({ refusal: forbidden(BUCKET_NOT_FOUND), facts: recorded });

const originGate = originSent({ refusal: badRequest(NO_ORIGIN), facts: recorded });

/** Asked before the bucket is looked up. */
const methodGate = methodKnown(S3_METHODS, {
  refusal: ({ question: { method } }) => badRequest(requestMethodInvalid(method)),
  facts: recorded
});

const bucketGate = bucketExists({
  refusal: {
    status: 404,
    code: 'NoSuchBucket',
    message: 'The specified bucket does not exist.'
  },
  facts: recorded
});

const configurationGate = rulesExist<S3Rules>({ refusal: forbidden(NOT_ENABLED), facts: recorded });

/** A request that fails before the bucket's data is loaded has no CORS headers. */
const signatureGate = signatureRight({ refusal: null, facts: recorded });

/** Letter for letter; prefix and suffix around a `*` may overlap. */
const origin = originCondition(recorded);

const method = methodCondition(recorded);

const listed = headerPatternsCondition(recorded);

/** A list that holds no name, such as a bare comma, still needs a rule that allows some header. */
const asksInVain = ({ headerEntries }: S3Rule, { requestHeaders, names }: CorsQuestion): boolean =>
  requestHeaders !== null && names.length === 0 && headerEntries.length === 0;

const headers: ConditionTest<S3Rule> = {
  ...listed,
  test: (rule, asked) => !asksInVain(rule, asked) && listed.test(rule, asked),
  explain: (rule, asked) =>
    asksInVain(rule, asked)
      ? [
          {
            code: 'header-unlisted',
            args: { header: asked.requestHeaders ?? '', listed: [] },
            outcome: 'fail',
            spans: [],
            ...recorded
          }
        ]
      : listed.explain(rule, asked)
};

/** In the server's order and spelling: Node.js writes the names as the server gives them, in lower case. */
const answer: AnswerHeader<S3Rule>[] = [
  maxAge<S3Rule>(recorded),
  allowMethods<S3Rule>((rule) => rule.allowMethods, recorded),
  varyByRequest(recorded),
  allowOrigin<S3Rule>(recorded),
  allowCredentials<S3Rule>(recorded),
  allowRequestedHeaders(recorded),
  exposeAll(({ rule }) => (rule.exposeHeaders === '' ? documented(SOURCE) : recorded))
].map(inLowerCase);

/** The first rule in which all conditions hold answers, also on 403 and 404. */
const { decide, trace } = firstMatchStore<S3Rules, S3Rule>({
  question,
  rules: ({ rules }) => rules,
  preflight: {
    gates: [rootGate, originGate, methodGate, bucketGate, configurationGate],
    conditions: [origin, method, headers],
    answer,
    status: 200,
    unmatched: forbidden(NOT_ALLOWED)
  },
  actual: {
    gates: [rootGate, signatureGate, bucketGate, originGate, configurationGate].map(quietly),
    conditions: [origin, method],
    answer,
    status: null,
    unmatched: null
  }
});

/** https://github.com/scality/Arsenal/blob/development/8.1/lib/s3routes/routesUtils.ts */
const respond = respondAsS3({
  own: ({ requestId, date }) => [
    ['server', 'S3 Server'],
    ['x-amz-id-2', requestId],
    ['x-amz-request-id', requestId],
    ['Date', date]
  ],
  errorBody: ({ code, message }, _, { requestId }) =>
    errorXml('<?xml version="1.0" encoding="UTF-8"?>', [
      ['Code', code],
      ['Message', message],
      ['Resource', ''],
      ['RequestId', requestId]
    ])
});

export const scalityCloudserver: StoreDefinition<'scality-cloudserver', S3Rules> = {
  id: 'scality-cloudserver',
  name: 'Scality CloudServer',
  kind: 'self-hosted',
  clients: ['s3'],
  formats: ['s3-xml', 's3-json', 's3-console-json'],
  methods: S3_METHODS,
  form,
  /** It runs under whatever name its owner gives it. */
  servesHost: () => false,
  compile: (ruleSet) =>
    compileS3Rules(ruleSet, {
      origin: (written) => compilePattern(written, 'overlap'),
      header: (written) => compilePattern(written, 'overlap'),
      maxAge: (written) => ageOf(written)?.toString() ?? null
    }),
  decide,
  trace,
  respond,
  save
};
