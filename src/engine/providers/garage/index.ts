import type { ReadResult } from '../../1-read/format.ts';
import type { AnswerHeader } from '../../2-bucket/answer.ts';
import { documented } from '../../2-bucket/evidence.ts';
import {
  bucketExists,
  configured,
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
import type { Question } from '../../2-bucket/question.ts';
import { everyMember } from '../../2-bucket/question-reader.ts';
import { type S3Rule, type S3Rules } from '../families/s3/rule.ts';
import type { BucketStepArgs } from '../../2-bucket/step.ts';
import { firstMatchStore, type Gate, type Refusal } from '../../2-bucket/store.ts';
import type { Coded, Header, ListField, Rule, WireRequest } from '../../model.ts';
import type { StoreDefinition, Saved } from '../provider.ts';
import { isAge } from '../families/s3/lineage.ts';
import { errorXml, respondAsS3 } from '../families/s3/respond.ts';
import { documentFault, firstFault, repeats } from '../families/s3/saving.ts';
import { S3_METHODS } from '../families/s3/words.ts';
import { accepted, refused, storedAsWritten } from '../shared/saving.ts';
import { s3Form } from '../families/s3/form.ts';
import { refuses, takesUnwisely } from '../shared/form-demands.ts';
import { joined, spansOf, valuesOf } from '../../written.ts';

/** Read in the server's source of June 2025; nothing was recorded. */
const known = documented(
  'https://git.deuxfleurs.fr/Deuxfleurs/garage/src/branch/main-v1/src/api/common/cors.rs'
);

/** A header that is there but empty counts as present, and its list has one empty name. Actual requests use their own method. */
function question({ method, headers }: WireRequest): Question {
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

const badRequest = (message: string): Refusal => ({
  status: 400,
  code: 'InvalidRequest',
  message: `Bad request: ${message}`
});

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
const configurationGate = configured<S3Rules>({ refusal: notAllowed, facts: known });

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
  value: ({ rule: { written } }) => joined(written[field], ', '),
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

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Any token is a method, `*` and OPTIONS among them; names must be such as HTTP allows. Rules are not counted. */
function faultOf({ allowedMethods, allowedHeaders, exposeHeaders }: Rule): string | null {
  if (allowedMethods.some(({ value }) => !TOKEN.test(value))) return 'Invalid CORSRule method';
  const names = [...allowedHeaders, ...exposeHeaders];
  return names.every(({ value }) => TOKEN.test(value)) ? null : 'Invalid HTTP header name';
}

/** A document that does not fit the schema: its words are the XML library's. */
function isMalformed(read: ReadResult): boolean {
  return (
    documentFault(read) !== null ||
    read.ruleSet.rules.some(
      (rule) =>
        rule.allowedOrigins.length === 0 ||
        rule.allowedMethods.length === 0 ||
        (rule.maxAgeSeconds !== null && !isAge(rule.maxAgeSeconds.value)) ||
        repeats(read, rule, 'MaxAgeSeconds') ||
        repeats(read, rule, 'ID')
    )
  );
}

/** https://git.deuxfleurs.fr/Deuxfleurs/garage/src/branch/main-v1/src/api/s3/cors.rs */
function save(read: ReadResult): Saved {
  const { rules } = read.ruleSet;
  const evidence = known.evidence;
  if (isMalformed(read) || rules.length === 0) {
    return refused({ status: 400, code: 'MalformedXML', message: null, rule: null, evidence });
  }
  const fault = firstFault(rules, (rule) => {
    const reason = faultOf(rule);
    return reason === null ? null : badRequest(reason);
  });
  if (fault === null) return accepted(200, rules.map(storedAsWritten), evidence);
  const { code, message, rule } = fault;
  return refused({ status: 400, code, message, rule, evidence });
}

const compileRule = (rule: Rule): S3Rule => ({
  written: rule,
  origins: rule.allowedOrigins.map((written) => ({ pattern: exactly(written.value), written })),
  methods: rule.allowedMethods,
  headerEntries: compileHeaderEntries(rule.allowedHeaders, exactly, sameCase),
  allowMethods: joined(rule.allowedMethods, ', '),
  exposeHeaders: joined(rule.exposeHeaders, ', '),
  maxAge: null
});

const CHECKS = 'https://git.deuxfleurs.fr/Deuxfleurs/garage/src/branch/main-v1/src/api/s3/cors.rs';

/** It compares letter for letter, also names, which browsers send in lower case; `*` is all that it knows of wildcards. */
const literally = takesUnwisely(CHECKS, { code: 'wildcard-literal', args: {} });
const token = refuses(CHECKS, { code: 'not-token', args: {} });

const FORM = s3Form({
  source: CHECKS,
  rules: null,
  otherMethods: 'unwise',
  origins: literally,
  headers: [...token, ...literally, ...takesUnwisely(CHECKS, { code: 'upper-case', args: {} })],
  exposed: token,
  age: refuses(CHECKS, { code: 'not-whole', args: {} })
});

export const garage: StoreDefinition<'garage', S3Rules> = {
  id: 'garage',
  name: 'Garage',
  kind: 'self-hosted',
  clients: ['s3'],
  formats: ['s3-xml', 's3-json', 's3-console-json'],
  methods: S3_METHODS,
  form: FORM,
  namesByCase: true,
  /** Its S3 and its web port by default. */
  servesHost: (host) => host === 'localhost:3900' || host === 'localhost:3902',
  compile: ({ rules }) => ({ rules: rules.map(compileRule) }),
  decide,
  trace,
  respond,
  save
};
