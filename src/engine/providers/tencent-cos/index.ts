import type { AnswerHeader, Matched } from '../../2-bucket/answer.ts';
import {
  allowCredentials,
  allowMethods,
  allowOrigin,
  exposeHeaders,
  maxAge
} from '../../2-bucket/answer-headers.ts';
import { documented, factOf, inferred, traced, type Fact } from '../../2-bucket/evidence.ts';
import { bucketExists, rulesExist, methodSent, originSent } from '../../2-bucket/gates.ts';
import { compileHeaders, headersCondition, type HeadersRule } from '../../2-bucket/headers.ts';
import { methodCondition, type MethodRule } from '../../2-bucket/method.ts';
import { compileOrigins, originCondition, type OriginRule } from '../../2-bucket/origin.ts';
import { matchesPattern } from '../../2-bucket/pattern.ts';
import { bare, firstMatchStore, type Gate, type Refusal } from '../../2-bucket/store.ts';
import type {
  Decision,
  Header,
  Rule,
  RuleSet,
  ServerStamp,
  WireRequest,
  WireResponse
} from '../../model.ts';
import type { StoreDefinition } from '../provider.ts';
import { xmlText } from '../shared/error-body.ts';
import { form } from './form.ts';
import { byteLength, joinValues, spansOf, valuesOf } from '../../written.ts';
import { METHODS, isDigits, save } from './saving.ts';

const OPTIONS_PAGE = 'https://www.tencentcloud.com/document/product/436/8288';
const PUT_PAGE = 'https://www.tencentcloud.com/document/product/436/8279';
const GUIDE_PAGE = 'https://www.tencentcloud.com/document/product/436/11488';
const ERRORS_PAGE = 'https://www.tencentcloud.com/document/product/436/7730';

interface CosRule extends OriginRule, MethodRule, HeadersRule {
  written: Rule;
  allowMethods: string;
  allowHeaders: string;
  exposeHeaders: string;
  maxAge: string | null;
}

interface CosRules {
  rules: CosRule[];
  vary: boolean;
}

function compileRule(rule: Rule): CosRule {
  const maxAge = rule.maxAgeSeconds?.value ?? '';
  return {
    written: rule,
    origins: compileOrigins(rule.allowedOrigins),
    methods: rule.allowedMethods,
    allowedHeaders: compileHeaders(rule.allowedHeaders),
    allowMethods: joinValues(rule.allowedMethods, ','),
    allowHeaders: joinValues(rule.allowedHeaders, ',').toLowerCase(),
    exposeHeaders: joinValues(rule.exposeHeaders, ','),
    maxAge: isDigits(maxAge) ? maxAge.replace(/^0+(?=\d)/, '') : null
  };
}

/** The message, misspellings included, of example 4 of the OPTIONS page. */
const NOT_ALLOWED: Refusal = {
  status: 403,
  code: 'AccessForbidden',
  message:
    'CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / ' +
    "Access-Control-Request-Method or Access-Control-Requet-Headers are not whitelisted by the resource's CORS spec"
};

/** A missing bucket is told before its rules can be looked at; the error is that of every other request. */
const bucketGate = bucketExists({
  refusal: {
    status: 404,
    code: 'NoSuchBucket',
    message: 'The specified bucket does not exist.'
  },
  facts: { open: documented(OPTIONS_PAGE), shut: inferred(ERRORS_PAGE) }
});

/** Origin is required; what a preflight without it is told is not documented, so it is read off the S3 lineage. */
const originGate = originSent({
  refusal: {
    status: 400,
    code: 'BadRequest',
    message: 'Insufficient information. Origin request header needed.'
  },
  facts: { open: documented(OPTIONS_PAGE), shut: inferred(OPTIONS_PAGE) }
});

/** A bucket without rules answers as one in which no rule holds: caption of example 4. */
const configurationGate = rulesExist<CosRules>({
  refusal: NOT_ALLOWED,
  facts: traced(OPTIONS_PAGE)
});

const CONSOLE = 'https://console.cloud.tencent.com';
const CONSOLE_TEST =
  'https://github.com/tencentyun/cos-cpp-sdk-v5/blob/master/unittest/src/object_op_test.cpp';

/** COS's own console looks into a bucket that has no rules: what its preflight is answered is held by a test of Tencent's C++ SDK. */
const consoleGate: Gate<CosRules> = {
  shut: ({ compiled, question: { origin: sent, method: asked } }) =>
    compiled.rules.length === 0 && sent === CONSOLE && asked !== null,
  refusal: ({ question: { preflight, requestHeaders } }) =>
    bare(preflight ? 200 : null, [
      ['Access-Control-Allow-Origin', CONSOLE],
      ['Access-Control-Allow-Methods', 'GET,PUT,POST,HEAD,DELETE'],
      ...(requestHeaders ? [['Access-Control-Allow-Headers', requestHeaders] as const] : [])
    ]),
  facts: traced(CONSOLE_TEST),
  explain: (_, shut) => (shut ? { code: 'store-default', args: { origins: [CONSOLE] } } : null)
};

/** Access-Control-Request-Method is required as Origin is. */
const methodGate = methodSent({
  refusal: {
    status: 400,
    code: 'BadRequest',
    message: 'Invalid Access-Control-Request-Method: null'
  },
  facts: { open: documented(OPTIONS_PAGE), shut: inferred(OPTIONS_PAGE) }
});

/** An actual request is never refused for CORS reasons: a gate that is shut, or no matching rule, only leaves the headers out. */
const quietly = (gate: Gate<CosRules>): Gate<CosRules> => ({
  ...gate,
  refusal: null,
  facts: { open: factOf(gate.facts, 'open'), shut: documented(GUIDE_PAGE) }
});

/**
 * Rules are tried from the first down and the first that holds answers: documented, and traced by example 2, in which a
 * later rule would have held as well.
 */
const origin = originCondition({
  any: traced(OPTIONS_PAGE),
  equal: traced(OPTIONS_PAGE),
  pattern: documented(PUT_PAGE),
  unmatched: documented(PUT_PAGE),
  opaque: inferred(PUT_PAGE),
  otherCase: inferred(PUT_PAGE)
});

/** Example 1 falls through a first rule for the method alone. */
const method = methodCondition({
  listed: traced(OPTIONS_PAGE),
  unlisted: traced(OPTIONS_PAGE),
  otherCase: inferred(PUT_PAGE)
});

/** Names are compared without regard to case; that `x-cos-*` is no pattern is inferred, since only `*` is documented. */
const headers = headersCondition({
  noneRequested: documented(OPTIONS_PAGE),
  any: traced(OPTIONS_PAGE),
  listed: traced(OPTIONS_PAGE),
  unlisted: documented(OPTIONS_PAGE),
  pattern: inferred(PUT_PAGE)
});

/** True where another entry of the rule takes the origin too and would give another Access-Control-Allow-Origin. */
const twoMinds = ({ rule, entry, question }: Matched<CosRule>): boolean =>
  rule.origins.some(
    ({ pattern }) =>
      (pattern.kind === 'any') !== (entry.pattern.kind === 'any') &&
      matchesPattern(pattern, question.origin ?? '')
  );

/** How sure the choice between `*` and an echoed origin is. */
function originFact(matched: Matched<CosRule>): Fact {
  if (twoMinds(matched) || matched.entry.pattern.kind === 'glob') return inferred(OPTIONS_PAGE);
  return traced(OPTIONS_PAGE);
}

/** `*` echoes the list that was asked for; a list is given whole and in lower case, also where less was asked for. */
const allowHeaders: AnswerHeader<CosRule> = {
  name: 'Access-Control-Allow-Headers',
  value: ({ rule, question }) => {
    const value =
      rule.allowedHeaders.any === null ? rule.allowHeaders : (question.requestHeaders ?? '');
    return value === '' ? null : value;
  },
  fact: ({ rule, question: { names, requestHeaders } }) => {
    const { any, written } = rule.allowedHeaders;
    const asSent = requestHeaders === names.join(',').toLowerCase();
    const plain = any === null || (written.length === 1 && asSent);
    return names.length > 0 && plain ? traced(OPTIONS_PAGE) : inferred(OPTIONS_PAGE);
  },
  explain: ({ rule: { allowedHeaders }, question }) =>
    allowedHeaders.any === null
      ? {
          code: 'allow-headers-listed',
          args: { headers: valuesOf(allowedHeaders.written) },
          spans: spansOf(allowedHeaders.written)
        }
      : {
          code: 'allow-headers-echoed',
          args: { headers: question.requestHeaders ?? '' },
          spans: [allowedHeaders.any.span]
        }
};

/** In the order of the printed answers. Examples 1 and 3 echo the origin with `true`, example 2 says `*` without it. */
const credentials = allowCredentials<CosRule>(originFact);
const methods = allowMethods<CosRule>((rule) => rule.allowMethods, traced(OPTIONS_PAGE));
const allowedOrigin = allowOrigin<CosRule>(originFact);

/** Case and order as written; a rule that exposes nothing sends no such header, which hid the ETag of cos-js-sdk-v5 issue 56. */
const exposed = exposeHeaders<CosRule>(
  (rule) => rule.exposeHeaders,
  ({ rule }) => {
    // It is saved, as a live test of the PHP SDK shows; what is sent then nobody printed.
    if (rule.exposeHeaders.includes('*')) return inferred(PUT_PAGE);
    return rule.exposeHeaders === '' ? documented(GUIDE_PAGE) : traced(OPTIONS_PAGE);
  }
);

const age = maxAge<CosRule>(({ rule }) =>
  rule.maxAge === null ? inferred(PUT_PAGE) : traced(OPTIONS_PAGE)
);

/** Which of these stand on an actual request's answer is said of two only; the others are inferred to stand there too. */
const onActual = (header: AnswerHeader<CosRule>): AnswerHeader<CosRule> => ({
  ...header,
  fact: () => inferred(GUIDE_PAGE)
});

/**
 * ResponseVary is there so that a cache keeps CORS and other answers apart; that works only where it is on every answer,
 * which is inferred. Its value is documented.
 */
const VARY: Header = ['Vary', 'Origin'];

const { decide, trace } = firstMatchStore<CosRules, CosRule>({
  rules: ({ rules }) => rules,
  preflight: {
    gates: [bucketGate, originGate, consoleGate, configurationGate, methodGate],
    conditions: [origin, method, headers],
    answer: [credentials, allowHeaders, methods, allowedOrigin, exposed, age],
    status: 200,
    unmatched: NOT_ALLOWED
  },
  actual: {
    gates: [
      ...[bucketGate, originGate].map(quietly),
      { ...consoleGate, facts: inferred(CONSOLE_TEST) },
      quietly(configurationGate)
    ],
    conditions: [origin, method],
    answer: [
      onActual(credentials),
      onActual(methods),
      onActual(allowedOrigin),
      exposed,
      onActual(age)
    ],
    status: null,
    unmatched: null
  },
  beside: ({ compiled: { vary } }, matched) =>
    vary
      ? { headers: [VARY], fact: matched === null ? inferred(PUT_PAGE) : documented(PUT_PAGE) }
      : null
});

/** The error document of example 4: LF line ends, tabs, the apostrophe escaped, no line end after the root. */
function errorBody(
  { code, message }: { code: string; message: string },
  request: WireRequest,
  stamp: ServerStamp
): string {
  const path = request.path.split('?', 1)[0] ?? '';
  return [
    "<?xml version='1.0' encoding='utf-8' ?>",
    '<Error>',
    `\t<Code>${code}</Code>`,
    `\t<Message>${xmlText(message)}</Message>`,
    `\t<Resource>${xmlText(request.host + path)}</Resource>`,
    `\t<RequestId>${stamp.requestId}</RequestId>`,
    `\t<TraceId>${stamp.traceId}</TraceId>`,
    '</Error>'
  ].join('\n');
}

/** What an object's own answer carries beside CORS, by method; the values are the object's. */
const OBJECT_HEADERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly string[]>({
    GET: ['Content-Type', 'Content-Length', 'Accept-Ranges', 'ETag', 'Last-Modified'],
    HEAD: ['Content-Type', 'Content-Length', 'Accept-Ranges', 'ETag', 'Last-Modified'],
    PUT: ['Content-Length', 'ETag', 'x-cos-hash-crc64ecma'],
    POST: ['Content-Length', 'ETag', 'Location']
  })
);

/** Headers in the order of the printed traces: the length first, then by the alphabet. */
function respond(decision: Decision, request: WireRequest, stamp: ServerStamp): WireResponse {
  const { headers, error, status } = decision;
  const server: Header[] = [
    ['Date', stamp.date],
    ['Server', 'tencent-cos']
  ];
  const cors = headers.filter(([name]) => name !== 'Vary');
  const vary = headers.filter(([name]) => name === 'Vary');
  const id: Header = ['x-cos-request-id', stamp.requestId];
  if (error === null) {
    const preflight = status !== null;
    const names = preflight ? [] : (OBJECT_HEADERS.get(request.method) ?? []);
    const entity: Header[] = preflight
      ? [['Content-Length', '0']]
      : names.map((name) => [name, '…']);
    const all = [...entity, ...cors, ...server, ...vary, id];
    return { status: status ?? (request.method === 'DELETE' ? 204 : 200), headers: all, body: '' };
  }
  const body = errorBody(error, request, stamp);
  const entity: Header[] = [
    ['Content-Type', 'application/xml'],
    ['Content-Length', String(byteLength(body))]
  ];
  const trace: Header = ['x-cos-trace-id', stamp.traceId];
  return {
    status: status ?? 403,
    headers: [...entity, ...server, ...vary, id, trace],
    body
  };
}

function compile({ rules, responseVary }: RuleSet): CosRules {
  return {
    rules: rules.map(compileRule),
    vary: responseVary?.value.trim().toLowerCase() === 'true'
  };
}

/** Endpoints of a bucket: by region, by acceleration, and the older ones by project. */
const HOSTS = ['.myqcloud.com', '.tencentcos.cn', '.tencentcos.com'];

export const tencentCos: StoreDefinition<'tencent-cos', CosRules> = {
  id: 'tencent-cos',
  name: 'Tencent COS',
  kind: 'cloud',
  clients: ['cos'],
  formats: [
    's3-xml',
    'cos-js-json',
    'cos-python-json',
    's3-json',
    's3-console-json',
    'terraform-tencentcloud'
  ],
  methods: METHODS,
  form,
  servesHost: (host) => HOSTS.some((suffix) => host.endsWith(suffix)),
  compile,
  decide,
  trace,
  respond,
  save
};
