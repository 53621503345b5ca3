import type { AnswerHeader } from '../../2-bucket/answer.ts';
import { allowOrigin, exposeHeaders, maxAge } from '../../2-bucket/answer-headers.ts';
import { eitherPort, withoutDefaultPort } from '../../2-bucket/default-port.ts';
import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import {
  bucketExists,
  rulesExist,
  endpointAnswers,
  methodSent,
  originSent,
  quietly,
  targetInBucket
} from '../../2-bucket/gates.ts';
import { firstLine } from '../../2-bucket/header-lines.ts';
import { headerPatternsCondition } from '../../2-bucket/header-patterns.ts';
import { methodCondition } from '../../2-bucket/method.ts';
import { originCondition } from '../../2-bucket/origin.ts';
import { compilePattern, type Pattern } from '../../2-bucket/pattern.ts';
import { listOf, type CorsQuestion } from '../../2-bucket/question.ts';
import { questionReader } from '../../2-bucket/question-reader.ts';
import { compileS3Rules, type S3Rule, type S3Rules } from '../families/s3/rule.ts';
import { firstMatchStore, type Refusal } from '../../2-bucket/store.ts';
import type { WireRequest } from '../../model.ts';
import { NATIVE_OPERATIONS, save } from './saving.ts';
import type { StoreDefinition } from '../provider.ts';
import { errorXml, respondAsS3 } from '../families/s3/respond.ts';
import { S3_METHODS } from '../families/s3/words.ts';
import { form } from './form.ts';
import { hostName } from '../shared/host-name.ts';

const PAGE = 'https://www.backblaze.com/docs/cloud-storage-cross-origin-resource-sharing-rules';
/** A call of the native API that no rule can allow. */
const API_CALL = 'https://github.com/yakovkhalinsky/backblaze-b2/issues/104';

const told = documented(PAGE);
const unsure = inferred(PAGE);

/** The S3 API by region, downloads by cluster, and the hosts of the native API's own calls and uploads. */
const HOSTS = /(^|\.)(backblazeb2\.com|backblaze\.com)$/;

/** The native operation that a request is, by its path; null where it is none that a rule can name. */
function operationOf(path: string): string | null {
  if (path.startsWith('/file/')) return 'b2_download_file_by_name';
  const [, call] = /^\/b2api\/v\d+\/(\w+)/.exec(path) ?? [];
  return call !== undefined && NATIVE_OPERATIONS.includes(call) ? call : null;
}

/** The S3 API has `s3` in its host; what has neither name is told by its path. */
const isNative = ({ host, path }: WireRequest): boolean => {
  const name = hostName(host);
  if (/(^|\.)s3\.[a-z0-9-]+\.backblazeb2\.com$/.test(name)) return false;
  return HOSTS.test(name) || path.startsWith('/b2api/') || path.startsWith('/file/');
};

const asked = questionReader({ line: firstLine, names: listOf, onActual: false });

/** A rule of the native API allows operations, so that is what a request to it asks for; the S3 API's are methods. */
function question(request: WireRequest): CorsQuestion {
  const read = asked(request);
  if (!isNative(request)) return { ...read, endpoint: 'asks-rules' };
  const operation = operationOf(request.path);
  const endpoint = operation === null ? 'never' : 'asks-rules';
  return { ...read, endpoint, method: read.method === null ? null : (operation ?? read.method) };
}

/**
 * That the status is no success is reported; which it is, and what is said with it, is inferred.
 * https://github.com/mattwelke/upload-file-to-backblaze-b2-from-browser-example/issues/170
 */
const REFUSED: Refusal = { status: 403, code: null, message: '' };

const deafGate = endpointAnswers({
  refusal: REFUSED,
  facts: { open: told, shut: traced(API_CALL) }
});
const rootGate = targetInBucket({ refusal: REFUSED, facts: { open: told, shut: unsure } });
const bucketGate = bucketExists({
  refusal: { ...REFUSED, status: 404 },
  facts: { open: told, shut: unsure }
});
const originGate = originSent({
  refusal: { ...REFUSED, status: 400 },
  facts: { open: told, shut: unsure }
});
/** "By default, the Backblaze B2 servers will deny preflight requests." */
const configurationGate = rulesExist<S3Rules>({
  refusal: REFUSED,
  facts: told
});
const methodGate = methodSent({
  refusal: { ...REFUSED, status: 400 },
  facts: { open: told, shut: unsure }
});

/**
 * `https` is every origin of that scheme, whatever its port; a `*` stands in the host and for no port, so that `https://*`
 * is less; the port that goes without saying may be left out.
 */
function compileOrigin(written: string): Pattern {
  if (written === 'https') return { kind: 'glob', prefix: 'https://', suffix: '', least: 9 };
  const pattern = compilePattern(withoutDefaultPort(written));
  if (pattern.kind === 'glob') return { ...pattern, without: ':' };
  return pattern.kind === 'literal' ? eitherPort(written) : pattern;
}

/** A whole name, or with a `*` at its end what it begins with. */
function compileHeader(written: string): Pattern {
  const pattern = compilePattern(written);
  return pattern.kind === 'glob' && pattern.suffix !== '' ? { kind: 'never' } : pattern;
}

const origin = originCondition({
  any: told,
  equal: told,
  pattern: told,
  unmatched: told,
  opaque: unsure,
  otherCase: unsure
});
/** A rule affects the operations that it names and no others: one for the native API does nothing for the S3 API. */
const operation = methodCondition({ listed: told, unlisted: told, otherCase: unsure });
const headers = headerPatternsCondition({
  noneRequested: told,
  any: told,
  listed: told,
  otherCase: unsure,
  pattern: told,
  unlisted: told
});

/** That a preflight is approved and an answer shared is documented; which headers say so, beside these two, is inferred. */
const allowedOrigin = allowOrigin<S3Rule>(unsure);
const exposed = exposeHeaders<S3Rule>((rule) => rule.exposeHeaders ?? '', told);
const age = maxAge<S3Rule>(told);
const allowedMethods = (method: string | null): string | null =>
  method?.startsWith('b2_download') ? 'GET, HEAD' : method?.startsWith('b2_') ? 'POST' : method;
const grantedMethod: AnswerHeader<S3Rule> = {
  name: 'Access-Control-Allow-Methods',
  value: ({ question: { method } }) => allowedMethods(method),
  fact: () => unsure,
  explain: ({ question: { method } }) => ({
    code: 'allow-methods-echoed',
    args: { method: allowedMethods(method) ?? '' },
    spans: []
  })
};
const grantedHeaders: AnswerHeader<S3Rule> = {
  name: 'Access-Control-Allow-Headers',
  value: ({ question: { names } }) => names.join(', ') || null,
  fact: () => unsure,
  explain: ({ rule, question: { names } }) => ({
    code: 'allow-headers-granted',
    args: { headers: names },
    spans: rule.headerEntries.map(({ written }) => written.span)
  })
};

const before = [deafGate, rootGate, bucketGate, originGate, configurationGate];

/** Which of several rules answers is documented nowhere: the first that holds. Rules replace no authorization. */
const { decide, trace } = firstMatchStore<S3Rules, S3Rule>({
  question,
  rules: ({ rules }) => rules,
  preflight: {
    gates: [...before, methodGate],
    conditions: [origin, operation, headers],
    answer: [allowedOrigin, grantedMethod, grantedHeaders, exposed, age],
    status: 200,
    unmatched: REFUSED
  },
  actual: {
    gates: before.map(quietly<S3Rules>),
    conditions: [origin, operation],
    answer: [allowedOrigin, exposed],
    status: null,
    unmatched: null
  }
});

const respond = respondAsS3({
  own: ({ requestId, date }) => [
    ['Date', date],
    ['x-amz-request-id', requestId]
  ],
  errorBody: ({ code, message }) =>
    errorXml('<?xml version="1.0" encoding="UTF-8"?>', [
      ['Code', code],
      ['Message', message]
    ])
});

export const backblazeB2: StoreDefinition<'backblaze-b2', S3Rules> = {
  id: 'backblaze-b2',
  name: 'Backblaze B2',
  kind: 'cloud',
  clients: ['s3', 'b2'],
  formats: ['b2-json', 's3-xml', 's3-json', 'terraform-b2'],
  methods: [...S3_METHODS, ...NATIVE_OPERATIONS],
  operationOf: (request) => (isNative(request) ? operationOf(request.path) : null),
  form,
  servesHost: (host) => HOSTS.test(hostName(host)),
  compile: (ruleSet) =>
    compileS3Rules(ruleSet, {
      origin: compileOrigin,
      header: compileHeader,
      maxAge: (text) => (/^\d+$/.test(text) ? String(BigInt(text)) : null)
    }),
  decide,
  trace,
  respond,
  save
};
