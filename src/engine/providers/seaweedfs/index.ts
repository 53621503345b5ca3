import type { AnswerHeader, Matched } from '../../2-bucket/answer.ts';
import { allowMethods, exposeHeaders, maxAge } from '../../2-bucket/answer-headers.ts';
import { documented } from '../../2-bucket/evidence.ts';
import { originSent, quietly, targetInBucket } from '../../2-bucket/gates.ts';
import { firstLine } from '../../2-bucket/header-lines.ts';
import { headerEntry, headerPatternsCondition } from '../../2-bucket/header-patterns.ts';
import { methodCondition } from '../../2-bucket/method.ts';
import { originCondition } from '../../2-bucket/origin.ts';
import type { Pattern } from '../../2-bucket/pattern.ts';
import { everyMember, questionReader } from '../../2-bucket/question-reader.ts';
import { compileS3Rules, type S3Rule, type S3Rules } from '../families/s3/rule.ts';
import { bare, firstMatchStore, type DecisionInput, type Gate } from '../../2-bucket/store.ts';
import type { Header } from '../../model.ts';
import type { StoreDefinition } from '../provider.ts';
import { isAge } from '../families/s3/lineage.ts';
import { errorXml, respondAsS3 } from '../families/s3/respond.ts';
import { S3_METHODS } from '../families/s3/words.ts';
import { joinValues, spansOf, valuesOf } from '../../written.ts';
import { save } from './saving.ts';
import { form } from './form.ts';

/** Read in the server's source of August 2026; nothing was recorded. */
const SOURCE = 'https://github.com/seaweedfs/seaweedfs/blob/master/weed/s3api/cors/cors.go';
const known = documented(SOURCE);

const question = questionReader({ line: firstLine, names: everyMember, onActual: false });

/** What `-allowedOrigins`, which is `*` as the server is started, gives to every bucket without rules of its own. */
const FALLBACK = {
  methods: S3_METHODS.join(', '),
  exposed: 'ETag, Content-Length, Content-Type, Last-Modified, x-amz-request-id, x-amz-version-id'
};

/** Calls to the service itself are open to every page. */
const SERVICE: Header[] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', '*'],
  ['Access-Control-Allow-Methods', '*'],
  ['Access-Control-Allow-Headers', '*'],
  ['Access-Control-Allow-Credentials', 'true']
];
const rootGate = targetInBucket({
  refusal: ({ question: { preflight } }) => bare(preflight ? 200 : null, SERVICE),
  facts: known
});

/** An OPTIONS without Origin is no CORS request, and is answered 200 without a word. */
const originGate = originSent({ refusal: bare(200), facts: known });

/** A bucket without rules, or none at all, is open by the server's own setting. */
const fallbackGate: Gate<S3Rules> = {
  shut: ({ compiled, facts: { bucketExists } }) => !bucketExists || compiled.rules.length === 0,
  refusal: ({ question: { preflight, origin, names } }: DecisionInput<S3Rules>) => {
    const asked = preflight ? names.join(', ') : '*';
    return bare(preflight ? 200 : null, [
      ['Access-Control-Allow-Origin', origin ?? ''],
      ['Access-Control-Allow-Methods', FALLBACK.methods],
      ...(asked === '' ? [] : [['Access-Control-Allow-Headers', asked] as const]),
      ['Access-Control-Expose-Headers', FALLBACK.exposed]
    ]);
  },
  facts: known,
  explain: ({ compiled }, shut) =>
    shut
      ? { code: 'store-default', args: { origins: ['*'] } }
      : { code: 'configuration-present', args: { rules: compiled.rules.length } }
};

/** `*`, the whole origin, or a `*` right behind `http://` or `https://`, where scheme and ending are all that counts. */
function compileOrigin(written: string): Pattern {
  if (written === '*') return { kind: 'any' };
  const wild = /^(https?:\/\/)\*([^*]*)$/.exec(written);
  return wild === null
    ? { kind: 'literal', text: written }
    : { kind: 'glob', prefix: wild[1] ?? '', suffix: wild[2] ?? '', least: 0 };
}

/** `*`, the whole name, or what it begins with. */
function compileHeader(written: string): Pattern {
  if (written === '*') return { kind: 'any' };
  if (!written.endsWith('*')) return { kind: 'literal', text: written };
  const prefix = written.slice(0, -1);
  return { kind: 'glob', prefix, suffix: '', least: prefix.length };
}

const origin = originCondition(known);
const method = methodCondition(known);
const listedHeaders = headerPatternsCondition(known);
const headers: typeof listedHeaders = {
  ...listedHeaders,
  test: (rule, asked) => rule.headerEntries.length === 0 || listedHeaders.test(rule, asked),
  explain: (rule, asked) =>
    rule.headerEntries.length === 0 ? [] : listedHeaders.explain(rule, asked)
};

/** A rule that names no header allows them all. */
const allowsHeader = (rule: S3Rule, name: string): boolean =>
  rule.headerEntries.length === 0 || headerEntry(rule, name) !== undefined;

/** A preflight is answered by the first rule that takes the origin; it grants the rest only where method and headers fit. */
const grants = ({ rule, question: { method: asked, names } }: Matched<S3Rule>): boolean =>
  (asked === null || rule.methods.some(({ value }) => value === asked)) &&
  names.every((name) => allowsHeader(rule, name));

const whereGranted = (header: AnswerHeader<S3Rule>): AnswerHeader<S3Rule> => ({
  ...header,
  value: (matched) => (grants(matched) ? header.value(matched) : null)
});

/** The origin itself, also for `*`. */
const echoedOrigin: AnswerHeader<S3Rule> = {
  name: 'Access-Control-Allow-Origin',
  value: ({ question: asked }) => asked.origin,
  fact: () => known,
  explain: ({ entry, question: asked }) => ({
    code: 'allow-origin-echoed',
    args: { origin: asked.origin ?? '' },
    spans: [entry.written.span]
  })
};

/** The headers asked for, as they were sent. */
const grantedHeaders: AnswerHeader<S3Rule> = {
  name: 'Access-Control-Allow-Headers',
  value: ({ question: { names } }) => names.join(', ') || null,
  fact: () => known,
  explain: ({ rule, question: { names } }) => ({
    code: 'allow-headers-granted',
    args: { headers: names },
    spans: rule.headerEntries.map(({ written }) => written.span)
  })
};

/** On an actual request, the rule's list as it is written. */
const ruleHeaders: AnswerHeader<S3Rule> = {
  ...grantedHeaders,
  value: ({ rule: { written } }) => joinValues(written.allowedHeaders, ', ') || null,
  explain: ({ rule: { written } }) => ({
    code: 'allow-headers-whole',
    args: { headers: valuesOf(written.allowedHeaders) },
    spans: spansOf(written.allowedHeaders)
  })
};

const methods = allowMethods<S3Rule>((rule) => rule.allowMethods, known);
const exposed = exposeHeaders<S3Rule>((rule) => rule.exposeHeaders ?? '', known);
const age = maxAge<S3Rule>(known);

/** The answer never says credentials; on an actual request a rule that lacks the method is passed over. */
const { decide, trace } = firstMatchStore<S3Rules, S3Rule>({
  question,
  rules: ({ rules }) => rules,
  preflight: {
    gates: [rootGate, originGate, fallbackGate],
    conditions: [origin],
    granting: [method, headers],
    answer: [echoedOrigin, ...[methods, grantedHeaders, exposed, age].map(whereGranted)],
    status: 200,
    unmatched: { status: 403, code: 'AccessDenied', message: 'Access Denied.' }
  },
  actual: {
    gates: [rootGate, quietly(originGate), fallbackGate],
    conditions: [origin, method],
    answer: [echoedOrigin, methods, ruleHeaders, exposed, age],
    status: null,
    unmatched: null
  },
  /** On every answer for a bucket, since the server's setting is always there; the service itself answers alike for all. */
  beside: ({ facts: { target } }) =>
    target === 'root' ? null : { headers: [['Vary', 'Origin']], fact: known }
});

const respond = respondAsS3({
  own: ({ requestId, date }) => [
    ['Server', 'SeaweedFS'],
    ['x-amz-request-id', requestId],
    ['Date', date]
  ],
  errorBody: ({ code, message }, { path }, { requestId }) =>
    errorXml('<?xml version="1.0" encoding="UTF-8"?>\n', [
      ['Code', code],
      ['Message', message],
      ['Resource', path.split('?', 1)[0] ?? ''],
      ['RequestId', requestId]
    ])
});

export const seaweedfs: StoreDefinition<'seaweedfs', S3Rules> = {
  id: 'seaweedfs',
  name: 'SeaweedFS',
  kind: 'self-hosted',
  clients: ['s3'],
  formats: ['s3-xml', 's3-json', 's3-console-json'],
  methods: S3_METHODS,
  form,
  /** Its S3 port by default. */
  servesHost: (host) => host === 'localhost:8333',
  compile: (ruleSet) =>
    compileS3Rules(ruleSet, {
      origin: compileOrigin,
      header: compileHeader,
      maxAge: (text) => (text === '' || isAge(text) ? String(BigInt(text.trim())) : null)
    }),
  decide,
  trace,
  respond,
  save
};
