import type { AnswerHeader } from '../../2-bucket/answer.ts';
import {
  allowCredentials,
  allowMethods,
  allowOrigin,
  exposeHeaders,
  maxAge
} from '../../2-bucket/answer-headers.ts';
import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import { bucketExists, rulesExist, methodSent, originSent, quietly } from '../../2-bucket/gates.ts';
import { joinLines } from '../../2-bucket/header-lines.ts';
import { headerPatternsCondition } from '../../2-bucket/header-patterns.ts';
import { methodCondition } from '../../2-bucket/method.ts';
import { originCondition } from '../../2-bucket/origin.ts';
import { compilePattern } from '../../2-bucket/pattern.ts';
import { listOf, type CorsQuestion } from '../../2-bucket/question.ts';
import { questionReader } from '../../2-bucket/question-reader.ts';
import { compileS3Rules, type S3Rule, type S3Rules } from '../families/s3/rule.ts';
import { firstMatchStore, type Refusal } from '../../2-bucket/store.ts';
import { OBS_FORMATS, save } from './saving.ts';
import type { StoreDefinition } from '../provider.ts';
import { isAge } from '../families/s3/lineage.ts';
import { errorXml, respondAsS3 } from '../families/s3/respond.ts';
import {
  forbidden,
  NO_ORIGIN,
  NOT_ALLOWED_REQUET,
  NOT_ENABLED,
  requestMethodInvalid,
  S3_METHODS
} from '../families/s3/words.ts';
import { form } from './form.ts';
import { joinValues } from '../../written.ts';

const OPTIONS_PAGE = 'https://support.huaweicloud.com/intl/en-us/api-obs/obs_04_0077.html';
const PUT_PAGE = 'https://support.huaweicloud.com/intl/en-us/api-obs/obs_04_0074.html';
const HEAD_PAGE = 'https://support.huaweicloud.com/intl/en-us/api-obs/obs_04_0023.html';

/** The answers that these pages print: one rule with an origin by name, and a method of it. */
const printed = traced(OPTIONS_PAGE);
const told = documented(OPTIONS_PAGE);
const unsure = inferred(OPTIONS_PAGE);

/** Several lines of Access-Control-Request headers may be sent; an actual request is answered by its own, as HEAD's page prints. */
const asked = questionReader({ line: joinLines, names: listOf, onActual: true });

/** An actual request's own method counts: that its Access-Control-Request-Method would is not said. */
const question: typeof asked = (request): CorsQuestion => {
  const read = asked(request);
  return read.preflight ? read : { ...read, method: request.method };
};

const badRequest = (message: string): Refusal => ({ status: 400, code: 'Bad Request', message });

const bucketGate = bucketExists({
  refusal: { status: 404, code: 'NoSuchBucket', message: 'The specified bucket does not exist.' },
  facts: { open: told, shut: unsure }
});
const originGate = originSent({
  refusal: badRequest(NO_ORIGIN),
  facts: told
});
const configurationGate = rulesExist<S3Rules>({
  refusal: forbidden(NOT_ENABLED),
  facts: { open: told, shut: documented(OPTIONS_PAGE) }
});
const methodGate = methodSent({
  refusal: badRequest(requestMethodInvalid(null)),
  facts: told
});

/** One `*` in an origin, matched "as a regular expression"; whether letters' case counts is not said. */
const origin = originCondition({
  any: documented(PUT_PAGE),
  equal: printed,
  pattern: documented(PUT_PAGE),
  unmatched: told,
  opaque: inferred(PUT_PAGE),
  otherCase: inferred(PUT_PAGE)
});
const method = methodCondition({
  listed: printed,
  unlisted: told,
  otherCase: inferred(PUT_PAGE)
});
const headers = headerPatternsCondition({
  noneRequested: printed,
  any: documented(PUT_PAGE),
  listed: told,
  otherCase: inferred(PUT_PAGE),
  pattern: documented(PUT_PAGE),
  unlisted: told
});

const named = ({ entry }: { entry: { pattern: { kind: string } } }) =>
  entry.pattern.kind === 'literal' ? printed : unsure;
/** The headers that were asked for, as they were sent; there on an actual request as well. */
const allowedHeaders: AnswerHeader<S3Rule> = {
  name: 'Access-Control-Allow-Headers',
  value: ({ question: { names } }) => names.join(',') || null,
  fact: ({ question: { names } }) => (names.length === 0 ? printed : told),
  explain: ({ rule, question: { names } }) => ({
    code: 'allow-headers-granted',
    args: { headers: names },
    spans: rule.headerEntries.map(({ written }) => written.span)
  })
};

/** In the order of the printed answer, which names the origin; what `*` is answered with is inferred. No Vary. */
const granted: AnswerHeader<S3Rule>[] = [
  allowOrigin(named),
  allowMethods((rule) => joinValues(rule.methods, ','), printed),
  allowedHeaders,
  maxAge(({ rule }) => (rule.maxAge === null ? inferred(PUT_PAGE) : printed)),
  exposeHeaders(({ written }) => joinValues(written.exposeHeaders, ','), printed)
];
const answer = [...granted, allowCredentials<S3Rule>(named)];

/** HEAD's page prints the same headers, for a rule that names the origin too. */
const onHead = (header: AnswerHeader<S3Rule>): AnswerHeader<S3Rule> => ({
  ...header,
  fact: (matched) => {
    const fact = header.fact(matched);
    return fact.evidence === 'inferred' ? fact : documented(HEAD_PAGE);
  }
});

/**
 * The prints of OPTIONS have it, those of HEAD and POST do not; all of them are tidied, so nothing is sure either way.
 * https://support.huaweicloud.com/intl/en-us/api-obs/obs_04_0081.html
 */
const credentialsOnActual: AnswerHeader<S3Rule> = {
  ...allowCredentials<S3Rule>(named),
  fact: () => inferred(HEAD_PAGE)
};

/** Which of several rules answers is documented nowhere: the first that holds, as with every store of the family. */
const { decide, trace } = firstMatchStore<S3Rules, S3Rule>({
  question,
  rules: ({ rules }) => rules,
  preflight: {
    gates: [bucketGate, originGate, configurationGate, methodGate],
    conditions: [origin, method, headers],
    answer,
    status: 200,
    unmatched: forbidden(NOT_ALLOWED_REQUET)
  },
  actual: {
    gates: [...[bucketGate, originGate].map(quietly), quietly(configurationGate)],
    conditions: [origin, method, headers],
    answer: [...granted.map(onHead), credentialsOnActual],
    status: null,
    unmatched: null
  }
});

const respond = respondAsS3({
  own: ({ requestId, traceId, date }) => [
    ['Server', 'OBS'],
    ['x-obs-request-id', requestId],
    ['x-obs-id-2', traceId],
    ['Date', date]
  ],
  errorBody: ({ code, message }, _request, { requestId, traceId }) =>
    errorXml('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n', [
      ['Code', code],
      ['Message', message],
      ['RequestId', requestId],
      ['HostId', traceId]
    ])
});

const HOSTS =
  /(^|\.)obs(-website)?(\.[a-z0-9-]+)?\.(myhuaweicloud\.(com|eu)|otc\.t-systems\.com)(:\d+)?$/;

export const huaweiObs: StoreDefinition<'huawei-obs', S3Rules> = {
  id: 'huawei-obs',
  name: 'Huawei Cloud OBS',
  kind: 'cloud',
  clients: ['obs'],
  formats: OBS_FORMATS,
  methods: S3_METHODS,
  form,
  servesHost: (host) => HOSTS.test(host.toLowerCase()),
  compile: (ruleSet) =>
    compileS3Rules(ruleSet, {
      origin: compilePattern,
      header: compilePattern,
      maxAge: (text) => (isAge(text) ? String(BigInt(text.trim())) : null)
    }),
  decide,
  trace,
  respond,
  save
};
