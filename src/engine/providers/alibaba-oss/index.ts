import type { AnswerHeader } from '../../2-bucket/answer.ts';
import { allowMethods, allowOrigin, exposeHeaders, maxAge } from '../../2-bucket/answer-headers.ts';
import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import { bucketExists, rulesExist, methodSent, originSent, quietly } from '../../2-bucket/gates.ts';
import { firstLine } from '../../2-bucket/header-lines.ts';
import { headerPatternsCondition } from '../../2-bucket/header-patterns.ts';
import { methodCondition } from '../../2-bucket/method.ts';
import { originCondition } from '../../2-bucket/origin.ts';
import { compilePattern, matchesPattern } from '../../2-bucket/pattern.ts';
import { listOf } from '../../2-bucket/question.ts';
import { questionReader } from '../../2-bucket/question-reader.ts';
import { compileS3Rules, type S3Rule, type S3Rules } from '../families/s3/rule.ts';
import { firstMatchStore } from '../../2-bucket/store.ts';
import { OSS_FORMATS, save } from './saving.ts';
import type { StoreDefinition } from '../provider.ts';
import { isAge } from '../families/s3/lineage.ts';
import { errorXml, respondAsS3 } from '../families/s3/respond.ts';
import {
  badRequest,
  forbidden,
  NO_ORIGIN,
  NOT_ALLOWED_REQUET,
  S3_METHODS
} from '../families/s3/words.ts';
import { form } from './form.ts';

const PUT_PAGE = 'https://www.alibabacloud.com/help/en/oss/developer-reference/putbucketcors';
const OPTIONS_PAGE = 'https://www.alibabacloud.com/help/doc-detail/32004.html';
/** The pages of that repository on the errors of status 400 and 403. */
const ERRORS = 'https://github.com/AlibabaCloudDocs/oss';
const GUIDE = 'https://www.alibabacloud.com/help/en/oss/user-guide/cors-settings';
/** What `ossutil cors-options` prints of a real answer. */
const PRINTED = 'https://www.alibabacloud.com/help/doc-detail/122573.htm';
/** A bucket that an SDK's own test saves, asks and reads back. */
const TESTED = 'https://github.com/aliyun/aliyun-oss-go-sdk/blob/master/oss/bucket_test.go';

/** What OSS reads in the rules, and whether every answer says Vary. */
interface OssRules extends S3Rules {
  vary: boolean;
}

const question = questionReader({ line: firstLine, names: listOf, onActual: false });

/** In which order these are asked is documented nowhere. */
const bucketGate = bucketExists({
  refusal: { status: 404, code: 'NoSuchBucket', message: 'The specified bucket does not exist.' },
  facts: { open: documented(OPTIONS_PAGE), shut: inferred(OPTIONS_PAGE) }
});
const originGate = originSent({
  refusal: badRequest(NO_ORIGIN),
  facts: { open: documented(OPTIONS_PAGE), shut: documented(ERRORS) }
});
const methodGate = methodSent({
  refusal: badRequest(
    'Insufficient information. Request Access-Control-Request-Method header needed.'
  ),
  facts: { open: documented(OPTIONS_PAGE), shut: documented(ERRORS) }
});
/** A bucket without rules says the same as one in which none holds. */
const configurationGate = rulesExist<OssRules>({
  refusal: forbidden(NOT_ALLOWED_REQUET),
  facts: { open: documented(PUT_PAGE), shut: documented(ERRORS) }
});

/** One `*` stands for any run of characters; a value without a scheme is taken as it is. */
const origin = originCondition({
  any: traced(PRINTED),
  equal: traced(TESTED),
  pattern: documented(PUT_PAGE),
  unmatched: traced(TESTED),
  opaque: inferred(PUT_PAGE),
  otherCase: inferred(PUT_PAGE)
});
const method = methodCondition({
  listed: documented(PUT_PAGE),
  unlisted: documented(PUT_PAGE),
  otherCase: inferred(PRINTED)
});
/** Without regard to case; a name that only begins like a listed one is none. */
const headers = headerPatternsCondition({
  noneRequested: documented(PUT_PAGE),
  any: documented(PUT_PAGE),
  listed: documented(GUIDE),
  pattern: documented(PUT_PAGE),
  unlisted: traced(TESTED)
});

/** `*` where the rule says so, the origin itself where it names it. */
const allowedOrigin = allowOrigin<S3Rule>(({ rule, entry, question: { origin: sent } }) => {
  const others = rule.origins.filter((other) => other !== entry);
  const doubtful =
    entry.pattern.kind === 'glob' ||
    (entry.pattern.kind === 'any' &&
      others.some(({ pattern }) => matchesPattern(pattern, sent ?? '')));
  return doubtful ? inferred(OPTIONS_PAGE) : documented(OPTIONS_PAGE);
});
/** The page's sample has the asked method alone, what the tool prints has the rule's list: the answer of a server counts. */
const allowedMethods = allowMethods<S3Rule>((rule) => rule.allowMethods, inferred(PRINTED));
/** Those that were asked for and are allowed; how they are spelt and parted is inferred. */
const allowedHeaders: AnswerHeader<S3Rule> = {
  name: 'Access-Control-Allow-Headers',
  value: ({ question: { names } }) => names.join(', ') || null,
  fact: ({ question: { names } }) =>
    names.length > 1 ? inferred(OPTIONS_PAGE) : documented(OPTIONS_PAGE),
  explain: ({ rule, question: { names } }) => ({
    code: 'allow-headers-granted',
    args: { headers: names },
    spans: rule.headerEntries.map(({ written }) => written.span)
  })
};
const exposed = exposeHeaders<S3Rule>((rule) => rule.exposeHeaders ?? '', documented(OPTIONS_PAGE));
/** An age of 0 is sent, as the printed answer shows; that none is sent without one is inferred. */
const age = maxAge<S3Rule>(({ rule }) =>
  rule.maxAge === null ? inferred(PRINTED) : documented(OPTIONS_PAGE)
);

/** Which of these stand on an actual request's answer is not said: "the corresponding headers". No answer has credentials. */
const onActual = (header: AnswerHeader<S3Rule>): AnswerHeader<S3Rule> => ({
  ...header,
  fact: () => inferred(PUT_PAGE)
});

/** Rules are tried from the first down and the first that holds answers. */
const { decide, trace } = firstMatchStore<OssRules, S3Rule>({
  question,
  rules: ({ rules }) => rules,
  preflight: {
    gates: [bucketGate, originGate, methodGate, configurationGate],
    conditions: [origin, method, headers],
    answer: [allowedOrigin, allowedMethods, allowedHeaders, exposed, age],
    status: 200,
    unmatched: forbidden(NOT_ALLOWED_REQUET)
  },
  actual: {
    gates: [...[bucketGate, originGate].map(quietly), quietly(configurationGate)],
    conditions: [origin, method],
    answer: [allowedOrigin, onActual(allowedMethods), exposed, onActual(age)],
    status: null,
    unmatched: null
  },
  /** ResponseVary puts it on every answer, cross-origin or not, allowed or not; without rules it has no effect. */
  beside: ({ compiled: { vary } }) =>
    vary ? { headers: [['Vary', 'Origin']], fact: documented(PUT_PAGE) } : null
});

const respond = respondAsS3({
  own: ({ requestId, date }) => [
    ['Server', 'AliyunOSS'],
    ['Date', date],
    ['x-oss-request-id', requestId]
  ],
  errorBody: ({ code, message }, { host }, { requestId }) =>
    errorXml('<?xml version="1.0" encoding="UTF-8"?>\n', [
      ['Code', code],
      ['Message', message],
      ['RequestId', requestId],
      ['HostId', host]
    ])
});

export const alibabaOss: StoreDefinition<'alibaba-oss', OssRules> = {
  id: 'alibaba-oss',
  name: 'Alibaba Cloud OSS',
  kind: 'cloud',
  clients: ['oss'],
  formats: OSS_FORMATS,
  methods: S3_METHODS,
  form,
  /** The bucket's own host by region, from inside, or by acceleration. */
  servesHost: (host) =>
    /(^|\.)(vpc100-)?oss-[a-z0-9-]+\.aliyuncs\.com(:\d+)?$/.test(host.toLowerCase()),
  compile: (ruleSet) => ({
    ...compileS3Rules(ruleSet, {
      origin: compilePattern,
      header: compilePattern,
      maxAge: (text) => (isAge(text) ? String(BigInt(text.trim())) : null)
    }),
    vary: ruleSet.rules.length > 0 && ruleSet.responseVary?.value === 'true'
  }),
  decide,
  trace,
  respond,
  save
};
