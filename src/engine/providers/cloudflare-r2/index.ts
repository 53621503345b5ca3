import type { AnswerHeader } from '../../2-bucket/answer.ts';
import { allowMethods, allowOrigin, exposeHeaders, maxAge } from '../../2-bucket/answer-headers.ts';
import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import {
  bucketExists,
  rulesExist,
  methodSent,
  originSent,
  quietly,
  targetInBucket
} from '../../2-bucket/gates.ts';
import { firstLine } from '../../2-bucket/header-lines.ts';
import { headerPatternsCondition } from '../../2-bucket/header-patterns.ts';
import { methodCondition } from '../../2-bucket/method.ts';
import { originCondition } from '../../2-bucket/origin.ts';
import { compilePattern } from '../../2-bucket/pattern.ts';
import { listOf } from '../../2-bucket/question.ts';
import { questionReader } from '../../2-bucket/question-reader.ts';
import { compileS3Rules, type S3Rule, type S3Rules } from '../families/s3/rule.ts';
import { firstMatchStore, type Refusal } from '../../2-bucket/store.ts';
import type { StoreDefinition } from '../provider.ts';
import { R2_FORMATS, save } from './saving.ts';
import { isAge } from '../families/s3/lineage.ts';
import { errorXml, respondAsS3 } from '../families/s3/respond.ts';
import { S3_METHODS } from '../families/s3/words.ts';
import { form } from './form.ts';

const PAGE = 'https://developers.cloudflare.com/r2/buckets/cors/';
const API =
  'https://developers.cloudflare.com/api/resources/r2/subresources/buckets/subresources/cors';
const RELEASES = 'https://developers.cloudflare.com/r2/platform/release-notes/';
/** Patterns of origins that a bucket took and refused, and which pages they let in. */
const TRIED = 'https://github.com/cloudflare/cloudflare-docs/issues/32888';
/** Preflights as users of 2025 and 2026 print them: 204 where a rule holds, 403 with these words where none does. */
const PRINTED = 'preflights of R2 printed by its users, 2025 and 2026';

const question = questionReader({ line: firstLine, names: listOf, onActual: false });

/** The words are the same where the bucket has no rules. */
const REFUSED: Refusal = {
  status: 403,
  code: 'Unauthorized',
  message: 'CORS not configured for this bucket'
};
/** The status is documented, its words are not. */
const INCOMPLETE: Refusal = { status: 400, code: null, message: '' };

const told = documented(PAGE);
const unsure = inferred(PAGE);

const rootGate = targetInBucket({ refusal: REFUSED, facts: { open: told, shut: unsure } });
const bucketGate = bucketExists({
  refusal: { status: 404, code: 'NoSuchBucket', message: 'The specified bucket does not exist.' },
  facts: { open: told, shut: unsure }
});
const originGate = originSent({
  refusal: INCOMPLETE,
  facts: { open: told, shut: documented(RELEASES) }
});
const configurationGate = rulesExist<S3Rules>({
  refusal: REFUSED,
  facts: { open: told, shut: traced(PRINTED) }
});
const methodGate = methodSent({ refusal: INCOMPLETE, facts: { open: told, shut: unsure } });

/** One `*` in the host; the page itself says only that origins must be the same. */
const origin = originCondition({
  any: told,
  equal: told,
  pattern: traced(TRIED),
  unmatched: traced(TRIED),
  opaque: unsure,
  otherCase: unsure
});
const method = methodCondition({ listed: told, unlisted: told, otherCase: unsure });
/** Without regard to case since November 2022. What a pattern such as `x-amz-*` means is not said. */
const headers = headerPatternsCondition({
  noneRequested: told,
  any: traced(PRINTED),
  listed: told,
  otherCase: documented(RELEASES),
  pattern: documented(RELEASES),
  unlisted: told
});

/** The values are those of the rule, by Cloudflare's API; in which form they stand there is inferred. */
const formed = inferred(API);
const allowedHeaders: AnswerHeader<S3Rule> = {
  name: 'Access-Control-Allow-Headers',
  value: ({ question: { names } }) => names.join(', ') || null,
  fact: () => formed,
  explain: ({ rule, question: { names } }) => ({
    code: 'allow-headers-granted',
    args: { headers: names },
    spans: rule.headerEntries.map(({ written }) => written.span)
  })
};
const allowedOrigin = allowOrigin<S3Rule>(formed);
const allowedMethods = allowMethods<S3Rule>((rule) => rule.allowMethods, formed);
const exposed = exposeHeaders<S3Rule>((rule) => rule.exposeHeaders ?? '', documented(RELEASES));
const age = maxAge<S3Rule>(told);
/** Seen on a custom domain, behind a cache of Cloudflare's own. https://github.com/hackclub/cdn/issues/100 */
const vary: AnswerHeader<S3Rule> = {
  name: 'Vary',
  value: () => 'Origin',
  fact: () => formed,
  explain: () => ({ code: 'vary-by-request', args: { headers: ['Origin'] }, spans: [] })
};

/** That the first rule that holds answers is inferred; nothing is said of credentials, and no answer allows them. */
const { decide, trace } = firstMatchStore<S3Rules, S3Rule>({
  question,
  rules: ({ rules }) => rules,
  preflight: {
    gates: [rootGate, bucketGate, originGate, configurationGate, methodGate],
    conditions: [origin, method, headers],
    answer: [allowedOrigin, allowedMethods, allowedHeaders, exposed, age, vary],
    status: 204,
    unmatched: REFUSED
  },
  actual: {
    gates: [...[rootGate, bucketGate, originGate].map(quietly), quietly(configurationGate)],
    conditions: [origin, method],
    answer: [allowedOrigin, exposed, vary],
    status: null,
    unmatched: null
  }
});

const respond = respondAsS3({
  own: ({ requestId, date }) => [
    ['Date', date],
    ['Server', 'cloudflare'],
    ['CF-RAY', requestId]
  ],
  errorBody: ({ code, message }) =>
    errorXml('<?xml version="1.0" encoding="UTF-8"?>', [
      ['Code', code],
      ['Message', message]
    ])
});

/** The S3 API by account, also by jurisdiction, and public development addresses; own domains are not to be told. */
const HOSTS = /(^|\.)(r2\.cloudflarestorage\.com|r2\.dev)(:\d+)?$/;

export const cloudflareR2: StoreDefinition<'cloudflare-r2', S3Rules> = {
  id: 'cloudflare-r2',
  name: 'Cloudflare R2',
  kind: 'cloud',
  clients: ['s3'],
  formats: R2_FORMATS,
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
