import type { AnswerHeader } from '../../2-bucket/answer.ts';
import { documented } from '../../2-bucket/evidence.ts';
import {
  bucketExists,
  rulesExist,
  methodSent,
  originSent,
  quietly,
  signatureRight,
  targetInBucket
} from '../../2-bucket/gates.ts';
import { firstLine } from '../../2-bucket/header-lines.ts';
import { compileHeaderEntries, headerPatternsCondition } from '../../2-bucket/header-patterns.ts';
import { methodCondition, orAnyMethod } from '../../2-bucket/method.ts';
import { originCondition } from '../../2-bucket/origin.ts';
import type { Pattern } from '../../2-bucket/pattern.ts';
import type { CorsQuestion } from '../../2-bucket/question.ts';
import { everyMember } from '../../2-bucket/question-reader.ts';
import type { S3Rule, S3Rules } from '../families/s3/rule.ts';
import type { BucketStepArgs } from '../../2-bucket/step.ts';
import { firstMatchStore, type Gate, type Refusal } from '../../2-bucket/store.ts';
import type { Coded, Header, ListField, Rule, WireRequest } from '../../model.ts';
import type { StoreDefinition } from '../provider.ts';
import { errorXml, respondAsS3 } from '../families/s3/respond.ts';
import { S3_METHODS } from '../families/s3/words.ts';
import { joinValues, spansOf, valuesOf } from '../../written.ts';
import { badRequest, save } from './saving.ts';
import { form } from './form.ts';

/** Read in the server's source of June 2025; nothing was recorded. */
const known = documented(
  'https://git.deuxfleurs.fr/Deuxfleurs/garage/src/branch/main-v1/src/api/common/cors.rs'
);

/** A header that is there but empty counts as present, and its list has one empty name. Actual requests use their own method. */
function question({ method, headers }: WireRequest): CorsQuestion {
  const preflight = method === 'OPTIONS';
  const requestHeaders = firstLine(headers, 'access-control-request-headers');
  return {
    preflight,
    origin: firstLine(headers, 'origin'),
    method: preflight ? firstLine(headers, 'access-control-request-method') : method,
    requestHeaders,
    names: requestHeaders === null ? [] : everyMember(requestHeaders)
  };
}

const notAllowed: Refusal = {
  status: 403,
  code: 'AccessDenied',
  message: 'Forbidden: This CORS request is not allowed.'
};

const openTo = (methods: string): Refusal => {
  const headers: Header[] = [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Methods', methods]
  ];
  return { status: 200, code: null, message: '', headers };
};

/** ListBuckets may be called from anywhere. */
const rootGate = targetInBucket({ refusal: openTo('GET'), facts: known });
/** A name that is no global alias may be one that only a key knows, so everything is let through. */
const bucketGate = bucketExists({ refusal: openTo('*'), facts: known });
const originGate: Gate<unknown> = {
  ...originSent({ refusal: badRequest('Missing Origin header'), facts: known }),
  shut: ({ question: { origin } }) => origin === null
};
const methodGate: Gate<unknown> = {
  ...methodSent({
    refusal: badRequest('Missing Access-Control-Request-Method header'),
    facts: known
  }),
  shut: ({ question: { method } }) => method === null
};
const configurationGate = rulesExist<S3Rules>({ refusal: notAllowed, facts: known });

/** Only an answer that succeeds has CORS headers. */
const successGate: Gate<unknown> = {
  ...signatureRight({ refusal: null, facts: known }),
  shut: ({ facts: { signature, objectExists, target }, question: { method } }) =>
    signature === 'bad' ||
    (target === 'object' && !objectExists && (method === 'GET' || method === 'HEAD')),
  explain: ({ facts: { signature } }, shut) => {
    if (!shut) return { code: 'signature-accepted', args: {} };
    return { code: signature === 'bad' ? 'signature-wrong' : 'object-missing', args: {} };
  }
};

/** `*` alone or the whole value; there are no patterns. */
const exactly = (written: string): Pattern =>
  written === '*' ? { kind: 'any' } : { kind: 'literal', text: written };

const origin = originCondition(known);

/** `*` in the list takes every method, also one that is no S3 operation. */
const method = orAnyMethod(methodCondition(known), known);

/** Browsers ask in lower case, and names are compared letter for letter: one written `Content-Type` is never met. */
const sameCase = (name: string): string => name;
const headers = headerPatternsCondition(known, sameCase);

/** Every header is the rule's whole list, also where that is empty. Two origins in one rule make a value that browsers refuse. */
const wholeList = (
  name: string,
  field: ListField,
  explain: (values: string[]) => Coded<BucketStepArgs>
): AnswerHeader<S3Rule> => ({
  name,
  value: ({ rule: { written } }) => joinValues(written[field], ', '),
  fact: () => known,
  explain: ({ rule: { written } }) => ({
    ...explain(valuesOf(written[field])),
    spans: spansOf(written[field])
  })
});

/** No max age, no Vary and no credentials. */
const answer: AnswerHeader<S3Rule>[] = [
  wholeList('Access-Control-Allow-Origin', 'allowedOrigins', (origins) => ({
    code: 'allow-origin-list',
    args: { origins }
  })),
  wholeList('Access-Control-Allow-Methods', 'allowedMethods', (methods) => ({
    code: 'allow-methods-listed',
    args: { methods }
  })),
  wholeList('Access-Control-Allow-Headers', 'allowedHeaders', (names) => ({
    code: 'allow-headers-whole',
    args: { headers: names }
  })),
  wholeList('Access-Control-Expose-Headers', 'exposeHeaders', (names) => ({
    code: 'expose-headers-listed',
    args: { headers: names }
  }))
];

/** The first rule in which all three conditions hold answers. */
const { decide, trace } = firstMatchStore<S3Rules, S3Rule>({
  question,
  rules: ({ rules }) => rules,
  preflight: {
    gates: [rootGate, bucketGate, originGate, methodGate, configurationGate],
    conditions: [origin, method, headers],
    answer,
    status: 200,
    unmatched: notAllowed
  },
  actual: {
    gates: [rootGate, bucketGate, successGate, originGate, configurationGate].map(quietly),
    conditions: [origin, method, headers],
    answer,
    status: null,
    unmatched: null
  }
});

const respond = respondAsS3({
  own: ({ date, requestId }) => [
    ['x-amz-request-id', requestId],
    ['Date', date]
  ],
  errorBody: ({ code, message }, { path }) =>
    errorXml('<?xml version="1.0" encoding="UTF-8"?>', [
      ['Code', code],
      ['Message', message],
      ['Resource', path.split('?', 1)[0] ?? ''],
      ['Region', 'garage']
    ])
});

const compileRule = (rule: Rule): S3Rule => ({
  written: rule,
  origins: rule.allowedOrigins.map((written) => ({ pattern: exactly(written.value), written })),
  methods: rule.allowedMethods,
  headerEntries: compileHeaderEntries(rule.allowedHeaders, exactly, sameCase),
  allowMethods: joinValues(rule.allowedMethods, ', '),
  exposeHeaders: joinValues(rule.exposeHeaders, ', '),
  maxAge: null
});

export const garage: StoreDefinition<'garage', S3Rules> = {
  id: 'garage',
  name: 'Garage',
  kind: 'self-hosted',
  clients: ['s3'],
  formats: ['s3-xml', 's3-json', 's3-console-json'],
  methods: S3_METHODS,
  form,
  namesByCase: true,
  /** Its S3 and its web port by default. */
  servesHost: (host) => host === 'localhost:3900' || host === 'localhost:3902',
  compile: ({ rules }) => ({ rules: rules.map(compileRule) }),
  decide,
  trace,
  respond,
  save
};
