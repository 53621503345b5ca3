import type { ReadResult } from '../../1-read/format.ts';
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
  configured,
  methodKnown,
  originSent,
  quietly,
  signatureRight,
  targetInBucket
} from '../../2-bucket/gates.ts';
import { joinedLines } from '../../2-bucket/header-lines.ts';
import { headerPatternsCondition } from '../../2-bucket/header-patterns.ts';
import { methodCondition } from '../../2-bucket/method.ts';
import { originCondition } from '../../2-bucket/origin.ts';
import { compilePattern } from '../../2-bucket/pattern.ts';
import type { Question } from '../../2-bucket/question.ts';
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
import type { Rule } from '../../model.ts';
import type { StoreDefinition, Saved, StoredRule } from '../provider.ts';
import { errorXml, respondAsS3 } from '../families/s3/respond.ts';
import {
  documentFault,
  firstFault,
  hasRoot,
  invalidRequest,
  isPrefixed,
  methodFault,
  repeats,
  wildcardFault,
  type Fault
} from '../families/s3/saving.ts';
import {
  badRequest,
  BUCKET_NOT_FOUND,
  forbidden,
  MALFORMED,
  NO_ORIGIN,
  NOT_ALLOWED,
  NOT_ENABLED,
  requestMethodInvalid,
  S3_METHODS,
  TOO_MANY_RULES
} from '../families/s3/words.ts';
import { accepted, refused, storedAsWritten } from '../shared/saving.ts';
import { s3Asks, s3Form } from '../families/s3/form.ts';
import { refuses, takesUnwisely } from '../shared/form-demands.ts';
import { valuesOf } from '../../written.ts';

const recorded = traced('recorded: Scality CloudServer 8.8.35');
/** Read in the server's source, and shown by no recorded exchange. */
const SOURCE =
  'https://github.com/scality/cloudserver/blob/development/8.8/lib/api/apiUtils/object/corsResponse.js';

const LIMITS = { rules: 100 };

/**
 * Blanks are taken out of the list, also from within a name, and empty members are left out. Lines of a header sent twice
 * are joined by a comma and a blank. An actual request's own Access-Control-Request headers are not looked at.
 */
const question = questionReader({
  line: (headers, name) => joinedLines(headers, name, ', '),
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

const configurationGate = configured<S3Rules>({ refusal: forbidden(NOT_ENABLED), facts: recorded });

/** A request that fails before the bucket's data is loaded has no CORS headers. */
const signatureGate = signatureRight({ refusal: null, facts: recorded });

/** Letter for letter; prefix and suffix around a `*` may overlap. */
const origin = originCondition(recorded);

const method = methodCondition(recorded);

const listed = headerPatternsCondition(recorded);

/** A list that holds no name, such as a bare comma, still needs a rule that allows some header. */
const asksInVain = ({ headerEntries }: S3Rule, { requestHeaders, names }: Question): boolean =>
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

const malformed = (message: string): Fault => ({ code: 'MalformedXML', message });
/** This server ends S3's sentence with a full stop. */
const NO_SCHEMA = malformed(`${MALFORMED}.`);

const NAME = /^[A-Za-z0-9-]*$/;

/** The age as JavaScript's `parseInt` reads it; null for an empty element, and for 0, which is not kept. */
function ageOf(written: string): number | null {
  const age = Number.parseInt(written, 10);
  return Number.isNaN(age) || age <= 0 ? null : age;
}

const isAge = (written: string): boolean => written === '' || Number.parseInt(written, 10) >= 0;

/** The server's own checks of a rule, in its order. */
const faultOf =
  (read: ReadResult) =>
  (rule: Rule): Fault | null => {
    const { allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders, maxAgeSeconds } = rule;
    const isEmpty = ({ value }: { value: string }) => value === '';
    if (allowedOrigins.length === 0 || allowedMethods.length === 0) {
      return malformed('Each CORSRule must identify at least one origin and one method.');
    }
    return (
      methodFault(rule, (name) => `"${name}"`) ??
      (allowedOrigins.some(isEmpty) ? NO_SCHEMA : wildcardFault('AllowedOrigin', allowedOrigins)) ??
      (repeats(read, rule, 'ID') ? NO_SCHEMA : null) ??
      (allowedHeaders.some(isEmpty) ? NO_SCHEMA : wildcardFault('AllowedHeader', allowedHeaders)) ??
      (repeats(read, rule, 'MaxAgeSeconds') ? NO_SCHEMA : null) ??
      (maxAgeSeconds === null || isAge(maxAgeSeconds.value)
        ? null
        : malformed(`MaxAgeSeconds "${maxAgeSeconds.value}" is not a valid value.`)) ??
      exposeFault(valuesOf(exposeHeaders))
    );
  };

function exposeFault(names: readonly string[]): Fault | null {
  const odd = names.find((name) => !NAME.test(name));
  if (odd === undefined) return null;
  return invalidRequest(
    odd.includes('*')
      ? `ExposeHeader ${odd} contains a wildcard. Wildcards are currently not supported for ExposeHeader.`
      : `ExposeHeader ${odd} contains invalid character.`
  );
}

/** What is wrong with the text as a whole. */
function wholeFault(read: ReadResult): Fault | null {
  const fault = documentFault(read);
  if (fault === 'empty') {
    return { code: 'MissingRequestBodyError', message: 'Request body is empty' };
  }
  if (read.problems.some(({ code }) => code === 'text-too-long')) {
    return malformed('The CORS XML document is limited to 64 KB in size.');
  }
  if (fault === 'malformed') return NO_SCHEMA;
  const { rules } = read.ruleSet;
  if (!hasRoot(read) || isPrefixed(read) || rules.length === 0) {
    return malformed('Invalid cors configuration xml');
  }
  return rules.length > LIMITS.rules ? invalidRequest(TOO_MANY_RULES) : null;
}

/** An empty id and an age of 0 are not kept; an age that a number does not hold is rounded. */
function storedRule(rule: Rule): StoredRule {
  const age = ageOf(rule.maxAgeSeconds?.value ?? '');
  return {
    ...storedAsWritten(rule),
    id: rule.id?.value || null,
    maxAgeSeconds: age === null ? null : String(age)
  };
}

function save(read: ReadResult): Saved {
  const { rules } = read.ruleSet;
  const whole = wholeFault(read);
  if (whole !== null) return refused({ status: 400, ...whole, rule: null, evidence: 'traced' });
  const fault = firstFault(rules, faultOf(read));
  return fault === null
    ? accepted(200, rules.map(storedRule), 'traced')
    : refused({ status: 400, ...fault, evidence: 'traced' });
}

const CHECKS =
  'https://github.com/scality/cloudserver/blob/development/9.0/lib/api/apiUtils/bucket/bucketCors.js';

const FORM = s3Form({
  ...s3Asks(CHECKS),
  headers: refuses(CHECKS, { code: 'wildcards-many', args: {} }),
  exposed: refuses(
    CHECKS,
    { code: 'wildcard-exposed', args: {} },
    { code: 'letters-only', args: {} }
  ),
  age: [
    ...refuses(CHECKS, { code: 'too-small', args: { least: 0 } }),
    ...takesUnwisely(CHECKS, { code: 'not-whole', args: {} })
  ]
});

export const scalityCloudserver: StoreDefinition<'scality-cloudserver', S3Rules> = {
  id: 'scality-cloudserver',
  name: 'Scality CloudServer',
  kind: 'self-hosted',
  clients: ['s3'],
  formats: ['s3-xml', 's3-json', 's3-console-json'],
  methods: S3_METHODS,
  form: FORM,
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
