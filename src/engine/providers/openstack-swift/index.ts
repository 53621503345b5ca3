import type { AnswerHeader, Matched } from '../../2-bucket/answer.ts';
import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import {
  bucketExists,
  rulesExist,
  methodSent,
  originSent,
  quietly,
  signatureRight,
  targetInBucket
} from '../../2-bucket/gates.ts';
import { joinLines } from '../../2-bucket/header-lines.ts';
import { methodCondition, type MethodRule } from '../../2-bucket/method.ts';
import { originCondition, type OriginRule } from '../../2-bucket/origin.ts';
import { listOf, type CorsQuestion } from '../../2-bucket/question.ts';
import { firstMatchStore, type DecisionInput, type Refusal } from '../../2-bucket/store.ts';
import type { BucketFacts, Rule, WireRequest } from '../../model.ts';
import type { StoreDefinition } from '../provider.ts';
import { respondAsSwift } from '../families/swift/respond.ts';
import { spansOf } from '../../written.ts';
import { save } from './saving.ts';
import { CORS_PAGE, form } from './form.ts';
const RECORDED = traced('recorded: OpenStack Swift 2.38.2');
const DOCUMENTED = documented(CORS_PAGE);
const UNRECORDED = inferred(CORS_PAGE);

interface SwiftRule extends OriginRule, MethodRule {
  written: Rule;
  /** True where the value is `*` and nothing else; a `*` among others takes every origin too, and is answered by an echo. */
  onlyStar: boolean;
  maxAge: string | null;
}

interface SwiftRules {
  rules: SwiftRule[];
}

/** The methods that a preflight may ask for, in the order of one start of the server: every start has its own. */
const METHODS = ['DELETE', 'PUT', 'OPTIONS', 'GET', 'POST', 'HEAD'];
/** A preflight for an object is told of COPY, and refused when it asks for it. */
const OBJECT_METHODS = [...METHODS, 'COPY'];
const methodsOf = ({ target }: BucketFacts): string[] =>
  target === 'object' ? OBJECT_METHODS : METHODS;

/** Repeated lines become one, and a header that is there but empty says nothing. */
function question({ method, headers }: WireRequest): CorsQuestion {
  const preflight = method === 'OPTIONS';
  const line = (name: string): string | null => joinLines(headers, name) || null;
  const requestHeaders = preflight ? line('access-control-request-headers') : null;
  return {
    preflight,
    origin: line('origin'),
    method: preflight ? line('access-control-request-method') : method,
    requestHeaders,
    names: requestHeaders === null ? [] : [...new Set(listOf(requestHeaders))]
  };
}

/** The answer to an OPTIONS that is no CORS question: it tells the methods in Allow, and nothing of CORS. */
const NO_QUESTION: Refusal = { status: 200, code: null, message: '' };
const NOT_ALLOWED: Refusal = { status: 401, code: null, message: '' };

/** CORS is a matter of containers: the account answers every OPTIONS without it. */
const container = targetInBucket({ refusal: NO_QUESTION, facts: RECORDED });
const origin = originSent({ refusal: NO_QUESTION, facts: RECORDED });
/** A container that does not exist allows no origin. */
const exists = bucketExists({ refusal: NOT_ALLOWED, facts: RECORDED });
const method = methodSent({ refusal: NOT_ALLOWED, facts: RECORDED });
const rules = rulesExist<SwiftRules>({ refusal: NOT_ALLOWED, facts: RECORDED });
const token = signatureRight({ refusal: null, facts: { open: RECORDED, shut: UNRECORDED } });

/** Origins are compared letter for letter, and only `*` is special: `http://*.a.test` is a name. */
const originAllowed = originCondition(RECORDED);

const methodAllowed = methodCondition(RECORDED);

const allowedOrigin: AnswerHeader<SwiftRule> = {
  name: 'Access-Control-Allow-Origin',
  value: ({ rule, question }) => (rule.onlyStar ? '*' : question.origin),
  fact: () => RECORDED,
  explain: ({ rule, entry, question }) => ({
    ...(rule.onlyStar
      ? { code: 'allow-origin-wildcard', args: {} }
      : { code: 'allow-origin-echoed', args: { origin: question.origin ?? '' } }),
    spans: [entry.written.span]
  })
};

/** The age stands on a preflight as it was written, whatever that is. */
const age: AnswerHeader<SwiftRule> = {
  name: 'Access-Control-Max-Age',
  value: ({ rule }) => rule.maxAge,
  fact: () => RECORDED,
  explain: ({ rule: { written, maxAge } }) => ({
    code: 'max-age-listed',
    args: { seconds: maxAge ?? '' },
    spans: written.maxAgeSeconds === null ? [] : [written.maxAgeSeconds.span]
  })
};

const allowMethods: AnswerHeader<SwiftRule> = {
  name: 'Access-Control-Allow-Methods',
  value: ({ facts }) => methodsOf(facts).join(', '),
  fact: () => RECORDED,
  explain: ({ facts }) => ({
    code: 'allow-methods-fixed',
    args: { methods: methodsOf(facts) },
    spans: []
  })
};

/** Whatever header is asked for is allowed; the server's own order is another at every start. */
const allowHeaders: AnswerHeader<SwiftRule> = {
  name: 'Access-Control-Allow-Headers',
  value: ({ question }) => question.names.join(', ') || null,
  fact: () => RECORDED,
  explain: ({ question }) => ({
    code: 'allow-headers-granted',
    args: { headers: question.names },
    spans: []
  })
};

/** What Swift exposes of itself, before what the container adds. */
const EXPOSED = [
  'cache-control',
  'content-language',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
  'etag',
  'x-timestamp',
  'x-trans-id',
  'x-openstack-request-id'
];

const exposedBy = ({ written }: SwiftRule): string[] => [
  ...new Set([...EXPOSED, ...written.exposeHeaders.map(({ value }) => value.toLowerCase())])
];

/** The metadata of the object, and what the operator exposes, come on top and are not known here. */
const exposed: AnswerHeader<SwiftRule> = {
  name: 'Access-Control-Expose-Headers',
  value: ({ rule }) => exposedBy(rule).join(', '),
  fact: () => DOCUMENTED,
  explain: ({ rule }) => ({
    code: 'expose-headers-listed',
    args: { headers: exposedBy(rule) },
    spans: spansOf(rule.written.exposeHeaders)
  })
};

const vary = (names: (matched: Matched<SwiftRule>) => string[]): AnswerHeader<SwiftRule> => ({
  name: 'Vary',
  value: (matched) => names(matched).join(', ') || null,
  fact: () => RECORDED,
  explain: (matched) => ({
    code: 'vary-by-request',
    args: { headers: names(matched) },
    spans: []
  })
});

const echoed = ({ rule }: Matched<SwiftRule>): string[] => (rule.onlyStar ? [] : ['Origin']);

const asked = ({ question }: Matched<SwiftRule>): string[] =>
  question.names.length > 0 ? ['Access-Control-Request-Headers'] : [];

/**
 * A list of objects or containers that is given comes in the form that Accept asks for, CORS or not. It is taken to be given
 * to a signed request. https://docs.openstack.org/swift/latest/api/serialized-response-formats.html
 */
function listing(
  method: string | null,
  { target, bucketExists, signature }: BucketFacts
): string[] {
  const given = bucketExists && (signature === 'header' || signature === 'query');
  const listed = target !== 'object' && (method === 'GET' || method === 'HEAD');
  return given && listed ? ['Accept'] : [];
}

const { decide, trace } = firstMatchStore<SwiftRules, SwiftRule>({
  question,
  rules: (compiled) => compiled.rules,
  preflight: {
    gates: [container, origin, exists, method, rules],
    conditions: [originAllowed, methodAllowed],
    answer: [
      allowedOrigin,
      vary((matched) => [...echoed(matched), ...asked(matched)]),
      age,
      allowMethods,
      allowHeaders
    ],
    status: 200,
    unmatched: NOT_ALLOWED
  },
  actual: {
    gates: [...[container, origin].map(quietly), token, ...[exists, rules].map(quietly)],
    conditions: [originAllowed],
    answer: [
      exposed,
      allowedOrigin,
      vary((matched) => [...echoed(matched), ...listing(matched.question.method, matched.facts)])
    ],
    status: null,
    unmatched: null
  },
  beside: ({ question, facts }: DecisionInput<SwiftRules>, matched) => {
    if (matched !== null || question.preflight) return null;
    const names = listing(question.method, facts);
    return names.length === 0 ? null : { headers: [['Vary', names.join(', ')]], fact: RECORDED };
  }
});

function compileRule(rule: Rule): SwiftRule {
  const [only, ...others] = rule.allowedOrigins;
  return {
    written: rule,
    origins: rule.allowedOrigins.map((written) => ({
      pattern: written.value === '*' ? { kind: 'any' } : { kind: 'literal', text: written.value },
      written
    })),
    methods: METHODS.map((value) => ({ value, span: rule.span })),
    onlyStar: only?.value === '*' && others.length === 0,
    maxAge: rule.maxAgeSeconds?.value || null
  };
}

export const openstackSwift: StoreDefinition<'openstack-swift', SwiftRules> = {
  id: 'openstack-swift',
  name: 'OpenStack Swift',
  kind: 'self-hosted',
  clients: ['swift'],
  formats: ['swift-headers'],
  methods: METHODS,
  form,
  /** It runs under whatever name its owner gives it. */
  servesHost: () => false,
  compile: (ruleSet) => ({ rules: ruleSet.rules.slice(0, 1).map(compileRule) }),
  decide,
  trace,
  respond: respondAsSwift(OBJECT_METHODS),
  save
};
