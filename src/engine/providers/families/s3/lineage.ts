/**
 * How S3 decides, for Amazon's own and for stores that say that they do as it does: the gates, the rule and the answer are
 * the same, and what differs is how sure each of them is.
 */
import type { AnswerHeader, Matched } from '../../../2-bucket/answer.ts';
import {
  allowCredentials,
  allowMethods,
  allowOrigin,
  exposeHeaders,
  maxAge
} from '../../../2-bucket/answer-headers.ts';
import { withDoubt } from '../../../2-bucket/doubt.ts';
import type { Fact } from '../../../2-bucket/evidence.ts';
import {
  bucketExists,
  methodKnown,
  originSent,
  quietly,
  targetInBucket
} from '../../../2-bucket/gates.ts';
import { firstLine } from '../../../2-bucket/header-lines.ts';
import { headerPatternsCondition } from '../../../2-bucket/header-patterns.ts';
import { methodCondition } from '../../../2-bucket/method.ts';
import { originCondition } from '../../../2-bucket/origin.ts';
import { compilePattern, matchesPattern } from '../../../2-bucket/pattern.ts';
import { listOf, type CorsQuestion } from '../../../2-bucket/question.ts';
import { questionReader } from '../../../2-bucket/question-reader.ts';
import { allowRequestedHeaders, varyByRequest } from './answer.ts';
import { compileS3Rules, type S3Rule, type S3Rules } from './rule.ts';
import { firstMatchStore, type Gate } from '../../../2-bucket/store.ts';
import type { Header, RuleSet, WireRequest } from '../../../model.ts';
import { errorXml, respondAsS3 } from './respond.ts';
import {
  badRequest,
  BUCKET_NOT_FOUND,
  forbidden,
  NO_ORIGIN,
  NOT_ALLOWED,
  requestMethodInvalid
} from './words.ts';

/** How sure each part is of which that differs. */
interface S3Facts {
  /** The words and the order of answers and refusals. */
  answer: Fact;
  /** What the service root says. */
  root: Fact;
  /** A preflight that asks for a method that no rule can list. */
  methodUnknown: Fact;
  opaqueOrigin: Fact;
  originCase: Fact;
  methodCase: Fact;
  headerPattern: Fact;
  /** A list of requested headers with empty members. */
  emptyNames: Fact;
  /** Access-Control-Allow-Headers on an actual request that carries Access-Control-Request-Headers. */
  actualHeaders: Fact;
  /** A rule that lists `*` and an origin that takes the request's too. */
  twoMinds: Fact;
  /** A max age of 0 in the answer. */
  zeroAge: Fact;
}

export interface S3Store {
  facts: S3Facts;
  methods: readonly string[];
  /** What stands between a bucket without rules and the rules. */
  configured: Gate<S3Rules>;
  /** Its gate for an actual request. */
  configuredQuietly: Gate<S3Rules>;
}

/**
 * An actual request is asked about by its own Access-Control-Request headers where it carries them. Which line counts of
 * a header sent twice, and what an empty name means, is not recorded: empty ones are left out.
 */
const question = questionReader({ line: firstLine, names: listOf, onActual: true });

const hasEmptyNames = ({ requestHeaders }: CorsQuestion): boolean =>
  requestHeaders !== null && requestHeaders.split(',').some((name) => name.trim() === '');

/** Builds the two ways through a store that does as S3 does. */
export function s3Store({ facts, methods, configured, configuredQuietly }: S3Store) {
  const { answer: sure } = facts;

  /** Origin is asked for before the bucket is looked up; an empty one counts as none. */
  const origin = originSent({ refusal: badRequest(NO_ORIGIN), facts: sure });
  const root = targetInBucket({
    refusal: forbidden(BUCKET_NOT_FOUND),
    facts: { open: sure, shut: facts.root }
  });
  const bucket = bucketExists({ refusal: forbidden(BUCKET_NOT_FOUND), facts: sure });
  /** Asked after the bucket and its rules. */
  const method = methodKnown(methods, {
    refusal: ({ question: asked }) => badRequest(requestMethodInvalid(asked.method)),
    facts: { open: sure, shut: facts.methodUnknown }
  });

  /** One `*` stands for any run of characters, also an empty one; nothing is folded or normalised. */
  const takesOrigin = originCondition({
    any: sure,
    equal: sure,
    pattern: sure,
    unmatched: sure,
    opaque: facts.opaqueOrigin,
    otherCase: facts.originCase
  });
  /** Letter for letter; GET does not bring HEAD along. */
  const takesMethod = methodCondition({
    listed: sure,
    unlisted: sure,
    otherCase: facts.methodCase
  });
  /** Without regard to case, with one `*` anywhere; a rule without allowed headers allows none. */
  const takesHeaders = withDoubt(
    headerPatternsCondition({
      noneRequested: sure,
      any: sure,
      listed: sure,
      pattern: facts.headerPattern,
      unlisted: sure
    }),
    hasEmptyNames,
    facts.emptyNames
  );

  /** A rule that lists `*` and an origin that takes the request's too may say either; `*` is what the copies of S3 say. */
  const originFact = ({ rule, question: asked }: Matched<S3Rule>): Fact => {
    const kinds = rule.origins
      .filter(({ pattern }) => matchesPattern(pattern, asked.origin ?? ''))
      .map(({ pattern }) => pattern.kind === 'any');
    return new Set(kinds).size > 1 ? facts.twoMinds : sure;
  };

  /** In the order of the answers that the guide prints. https://docs.aws.amazon.com/AmazonS3/latest/userguide/testing-cors.html */
  const answer: AnswerHeader<S3Rule>[] = [
    allowOrigin(originFact),
    allowMethods((rule) => rule.allowMethods, sure),
    allowRequestedHeaders(({ question: { preflight, requestHeaders } }) =>
      preflight || requestHeaders === null ? sure : facts.actualHeaders
    ),
    exposeHeaders((rule) => rule.exposeHeaders ?? '', sure),
    maxAge(({ rule }) => (rule.maxAge === '0' ? facts.zeroAge : sure)),
    allowCredentials(originFact),
    varyByRequest(sure)
  ];

  /** The first rule in which all conditions hold answers; an actual request is carried out whatever the rules say. */
  return firstMatchStore<S3Rules, S3Rule>({
    question,
    rules: ({ rules }) => rules,
    preflight: {
      gates: [origin, root, bucket, configured, method],
      conditions: [takesOrigin, takesMethod, takesHeaders],
      answer,
      status: 200,
      unmatched: forbidden(NOT_ALLOWED)
    },
    actual: {
      gates: [...[origin, root, bucket].map(quietly), configuredQuietly],
      conditions: [takesOrigin, takesMethod, takesHeaders],
      answer,
      status: null,
      unmatched: null
    }
  });
}

export const compileForS3 = (ruleSet: RuleSet): S3Rules =>
  compileS3Rules(ruleSet, {
    origin: compilePattern,
    header: compilePattern,
    maxAge: (text) => (isAge(text) ? String(BigInt(text.trim())) : null)
  });

/** An age that S3's schema takes for an integer. */
export const isAge = (text: string): boolean => /^\s*[+-]?\d+\s*$/.test(text);

/** Answers as S3 writes them: a 400 tells neither the method nor the kind of the resource. https://github.com/versity/versitygw/issues/2083 */
export const respondLikeS3 = (server: Header) =>
  respondAsS3({
    own: ({ requestId, traceId, date }) => [
      ['x-amz-request-id', requestId],
      ['x-amz-id-2', traceId],
      ['Date', date],
      server
    ],
    errorBody: ({ code, message }, request, { requestId, traceId }) =>
      errorXml('<?xml version="1.0" encoding="UTF-8"?>\n', [
        ['Code', code],
        ['Message', message],
        ...(code === 'AccessForbidden' ? resourceOf(request, message) : []),
        ['RequestId', requestId],
        ['HostId', traceId]
      ])
  });

/** The method asked for, and what it was asked of: a bucket where its own configuration is at fault. */
function resourceOf({ headers, path }: WireRequest, message: string): [string, string][] {
  const requested = firstLine(headers, 'access-control-request-method') || 'OPTIONS';
  const ofObject = message.endsWith(NOT_ALLOWED) && path.split('?', 1)[0] !== '/';
  return [
    ['Method', requested],
    ['ResourceType', ofObject ? 'OBJECT' : 'BUCKET']
  ];
}
