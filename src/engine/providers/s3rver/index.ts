import type { AnswerHeader } from '../../2-bucket/answer.ts';
import { allowMethods, allowOrigin, exposeHeaders, maxAge } from '../../2-bucket/answer-headers.ts';
import { traced } from '../../2-bucket/evidence.ts';
import {
  bucketExists,
  rulesExist,
  methodSent,
  originSent,
  quietly,
  targetInBucket
} from '../../2-bucket/gates.ts';
import { joinLines } from '../../2-bucket/header-lines.ts';
import { headerPatternsCondition } from '../../2-bucket/header-patterns.ts';
import { methodCondition } from '../../2-bucket/method.ts';
import { originCondition } from '../../2-bucket/origin.ts';
import { compilePattern } from '../../2-bucket/pattern.ts';
import type { CorsQuestion } from '../../2-bucket/question.ts';
import { everyMember, questionReader } from '../../2-bucket/question-reader.ts';
import { allowRequestedHeaders, varyByRequest } from '../families/s3/answer.ts';
import { compileS3Rules, type S3Rule, type S3Rules } from '../families/s3/rule.ts';
import { firstMatchStore, type Refusal } from '../../2-bucket/store.ts';
import type { BucketStep, BucketTrace } from '../../2-bucket/trace.ts';
import type { BucketFacts, Decision, WireRequest } from '../../model.ts';
import type { StoreDefinition } from '../provider.ts';
import { errorXml, respondAsS3 } from '../families/s3/respond.ts';
import {
  NO_ORIGIN,
  NOT_ALLOWED,
  NOT_ENABLED,
  requestMethodInvalid,
  S3_METHODS
} from '../families/s3/words.ts';
import { keptRule, save, usedRule } from './saving.ts';
import { form } from './form.ts';

const recorded = traced('recorded: s3rver 3.7.1');

/** Its errors carry S3's words, but 403 where S3 says 400, and a code of their own. */
const refusal = (code: string, message: string): Refusal => ({ status: 403, code, message });
const notAllowed = refusal('CORSResponse', NOT_ALLOWED);

const readQuestion = questionReader({
  line: (headers, name) => joinLines(headers, name, ', '),
  names: everyMember,
  onActual: true
});

/** The method is compared in capitals, so `get` passes for GET. */
function question(request: WireRequest): CorsQuestion {
  const asked = readQuestion(request);
  return { ...asked, method: asked.method?.toUpperCase() ?? null };
}

/** No route leads to the service itself: 404 in plain text. */
const rootGate = targetInBucket({
  refusal: { status: 404, code: null, message: '' },
  facts: recorded
});
const originGate = originSent({ refusal: refusal('BadRequest', NO_ORIGIN), facts: recorded });
const methodGate = methodSent({
  refusal: refusal('BadRequest', requestMethodInvalid(null)),
  facts: recorded
});
/** A bucket that does not exist has no rules, and that is all that is said of it. */
const bucketGate = bucketExists({ refusal: refusal('CORSResponse', NOT_ENABLED), facts: recorded });
const configurationGate = rulesExist<S3Rules>({
  refusal: refusal('CORSResponse', NOT_ENABLED),
  facts: recorded
});

const origin = originCondition(recorded);

const method = methodCondition(recorded);

const headers = headerPatternsCondition(recorded);

/** A preflight is told `*` whatever the rule's origins are. */
const anyOrigin: AnswerHeader<S3Rule> = {
  name: 'Access-Control-Allow-Origin',
  value: () => '*',
  fact: () => recorded,
  explain: ({ entry }) => ({
    code: 'allow-origin-wildcard',
    args: {},
    spans: [entry.written.span]
  })
};

/** Also beside `*`, which browsers then refuse. */
const credentials: AnswerHeader<S3Rule> = {
  name: 'Access-Control-Allow-Credentials',
  value: () => 'true',
  fact: () => recorded,
  explain: ({ entry }) => ({
    code: 'allow-credentials-always',
    args: {},
    spans: [entry.written.span]
  })
};

/**
 * Origin and method choose the rule; where it does not allow a header, no later one is tried. An actual request without an
 * Origin is answered as one from an empty origin, which `*` takes.
 */
const store = firstMatchStore<S3Rules, S3Rule>({
  question,
  rules: ({ rules }) => rules,
  preflight: {
    gates: [rootGate, originGate, methodGate, bucketGate, configurationGate],
    conditions: [origin, method, headers],
    choosing: 2,
    answer: [
      anyOrigin,
      allowMethods((rule) => rule.allowMethods, recorded),
      allowRequestedHeaders(recorded),
      varyByRequest(recorded)
    ],
    status: 200,
    unmatched: notAllowed
  },
  actual: {
    gates: [rootGate, bucketGate, configurationGate].map(quietly),
    conditions: [origin, method],
    answer: [
      allowOrigin(recorded),
      exposeHeaders((rule) => rule.exposeHeaders ?? '', recorded),
      maxAge(recorded),
      credentials,
      varyByRequest(recorded)
    ],
    status: null,
    unmatched: null
  }
});

/** An Authorization header is read after the CORS headers are set: an answered preflight may still fail for it. */
function signatureFault({ method: verb, headers: sent }: WireRequest): Refusal | null {
  const authorization = joinLines(sent, 'authorization') ?? '';
  if (verb !== 'OPTIONS' || authorization === '') return null;
  const scheme = authorization.split(' ', 1)[0]?.toUpperCase();
  if (scheme === 'AWS4-HMAC-SHA256') {
    const missing = 'Missing required header for this request: x-amz-content-sha256';
    return joinLines(sent, 'x-amz-content-sha256') === null
      ? { status: 400, code: 'InvalidRequest', message: missing }
      : null;
  }
  return scheme === 'AWS'
    ? null
    : { status: 400, code: 'InvalidArgument', message: 'Unsupported Authorization Type' };
}

function withSignature(decision: Decision, request: WireRequest): Decision {
  const fault = decision.rule === null ? null : signatureFault(request);
  if (fault === null || fault.code === null) return decision;
  const error = { code: fault.code, message: fault.message };
  return { ...decision, status: fault.status, error };
}

const decide = (compiled: S3Rules, request: WireRequest, facts: BucketFacts): Decision =>
  withSignature(store.decide(compiled, request, facts), request);

function trace(compiled: S3Rules, request: WireRequest, facts: BucketFacts): BucketTrace {
  const whole = store.trace(compiled, request, facts);
  const decision = withSignature(whole.decision, request);
  if (decision === whole.decision) return whole;
  const step: BucketStep = {
    code: 'signature-malformed',
    args: {},
    outcome: 'fail',
    spans: [],
    ...recorded
  };
  return { ...whole, decision, before: [...whole.before, step] };
}

/** https://github.com/jamhall/s3rver/blob/main/lib/models/error.js */
const respond = respondAsS3({
  own: ({ date }) => [['Date', date]],
  errorBody: ({ code, message }) =>
    errorXml('<?xml version="1.0" encoding="UTF-8"?>\n', [
      ['Code', code],
      ['Message', message]
    ])
});

export const s3rver: StoreDefinition<'s3rver', S3Rules> = {
  id: 's3rver',
  name: 's3rver',
  kind: 'emulator',
  clients: ['s3'],
  formats: ['s3-xml', 's3-json', 's3-console-json'],
  methods: S3_METHODS,
  form,
  /** Its port by default. */
  servesHost: (host) => host === 'localhost:4568',
  compile: ({ rules, responseVary }) =>
    compileS3Rules(
      { rules: rules.map(keptRule).map(usedRule), responseVary },
      { origin: compilePattern, header: compilePattern, maxAge: (text) => text }
    ),
  decide,
  trace,
  respond,
  save
};
