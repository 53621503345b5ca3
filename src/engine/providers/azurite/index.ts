import type { Matched } from '../../2-bucket/answer.ts';
import { allowCredentials, allowOrigin, maxAge } from '../../2-bucket/answer-headers.ts';
import {
  credentialsAlways,
  echoHeaders,
  echoMethod,
  echoOrigin,
  exposeSent,
  varyByOrigin
} from '../families/azure/answer.ts';
import { azureHeader, type AzureRule, type AzureRules } from '../families/azure/rule.ts';
import { inferred, traced } from '../../2-bucket/evidence.ts';
import { rulesExist, methodSent, originSent, quietly } from '../../2-bucket/gates.ts';
import { joinLines } from '../../2-bucket/header-lines.ts';
import { compileHeaderEntries, headerPatternsCondition } from '../../2-bucket/header-patterns.ts';
import { methodCondition } from '../../2-bucket/method.ts';
import { originCondition, type OriginEntry } from '../../2-bucket/origin.ts';
import { compilePatterns, type Pattern } from '../../2-bucket/pattern.ts';
import type { CorsQuestion } from '../../2-bucket/question.ts';
import { everyMember } from '../../2-bucket/question-reader.ts';
import { firstMatchStore, type DecisionInput, type Gate } from '../../2-bucket/store.ts';
import type { Rule, WireRequest, WrittenValue } from '../../model.ts';
import { respondAsAzure } from '../families/azure/respond.ts';
import {
  AZURE_FORMATS,
  AZURE_METHODS,
  HEADER_MISSING,
  NOT_MATCHED
} from '../families/azure/words.ts';
import { ageOf, save } from './saving.ts';
import type { StoreDefinition } from '../provider.ts';
import { form } from './form.ts';

const recorded = traced('recorded: Azurite 3.37.0');

/** An empty header is one that was sent, and an empty name in a list is a name. */
function question({ method, headers }: WireRequest): CorsQuestion {
  const line = (lowerName: string) => joinLines(headers, lowerName, ', ');
  const preflight = method === 'OPTIONS';
  const requestHeaders = preflight ? line('access-control-request-headers') : null;
  return {
    preflight,
    origin: line('origin'),
    method: preflight ? line('access-control-request-method') : method,
    requestHeaders,
    names: requestHeaders === null ? [] : everyMember(requestHeaders)
  };
}

type AzureInput = DecisionInput<AzureRules>;

/** A header that is there is enough, be it empty. */
const originGate: Gate<AzureRules> = {
  ...originSent({ refusal: HEADER_MISSING, facts: recorded }),
  shut: ({ question: { origin } }) => origin === null
};
const methodGate: Gate<AzureRules> = {
  ...methodSent({ refusal: HEADER_MISSING, facts: recorded }),
  shut: ({ question: { method } }) => method === null
};

const isUnruled = ({ compiled, facts }: AzureInput): boolean =>
  facts.target === 'noaccount' || compiled.rules.length === 0;

/** An account that does not exist has no rules; whether a container or a blob does is not looked at. */
const configurationGate: Gate<AzureRules> = {
  ...rulesExist<AzureRules>({ refusal: NOT_MATCHED, facts: recorded }),
  shut: isUnruled
};

/** Letters' case decides nothing, of origins no more than of methods and names. */
const fold = (text: string): string => text.trim().toLowerCase();

const origin = originCondition(recorded);
const method = methodCondition(recorded, fold);
const headers = headerPatternsCondition(recorded, fold);

/** What the answer to a healthy request carries, in the emulator's order and spelling; metadata of the blob comes with it. */
const SENT: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    GET:
      'last-modified,x-ms-creation-time,content-length,content-type,etag,content-md5,x-ms-blob-type,x-ms-lease-state,' +
      'x-ms-lease-status,x-ms-request-id,x-ms-version,accept-ranges,date,x-ms-server-encrypted,x-ms-blob-content-md5,' +
      'content-length',
    HEAD:
      'last-modified,x-ms-creation-time,x-ms-blob-type,x-ms-lease-state,x-ms-lease-status,content-length,content-type,' +
      'etag,content-md5,x-ms-request-id,x-ms-version,date,accept-ranges,x-ms-server-encrypted,x-ms-access-tier,' +
      'x-ms-access-tier-inferred,x-ms-access-tier-change-time',
    PUT: 'etag,last-modified,content-md5,x-ms-request-id,x-ms-version,date,x-ms-request-server-encrypted',
    DELETE: 'x-ms-request-id,x-ms-version,date,x-ms-delete-type-permanent'
  })
);
const LISTED: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    GET: 'content-type,x-ms-request-id,x-ms-version,date,content-type,content-length',
    HEAD:
      'etag,last-modified,x-ms-lease-state,x-ms-lease-status,x-ms-request-id,x-ms-version,x-ms-blob-public-access,' +
      'x-ms-has-immutability-policy,x-ms-has-legal-hold'
  })
);
const ALWAYS = ['server', 'Date', 'Connection', 'Transfer-Encoding'];
const FAILED = ['server', 'x-ms-error-code', 'x-ms-request-id', ...ALWAYS.slice(1)];

function sentWith({ question, facts }: Matched<AzureRule>): string[] {
  const found = facts.bucketExists && (facts.target === 'bucket' || facts.objectExists);
  const names = (facts.target === 'bucket' ? LISTED : SENT).get(question.method ?? '');
  if (found && names !== undefined) return [...names.split(','), ...ALWAYS];
  return found || question.method !== 'PUT'
    ? FAILED
    : [...(SENT.get('PUT') ?? '').split(','), ...ALWAYS];
}

/** Whole names do not depend on the blob, what a `*` stands for does. */
const exposed = exposeSent(sentWith, ({ rule }) =>
  rule.written.exposeHeaders.some(({ value }) => value.endsWith('*'))
    ? inferred('recorded: Azurite 3.37.0')
    : recorded
);

/** The first rule in which all conditions hold answers; signatures are verified later. */
const { decide, trace } = firstMatchStore<AzureRules, AzureRule>({
  question,
  rules: ({ rules }) => rules,
  preflight: {
    gates: [originGate, methodGate, configurationGate],
    conditions: [origin, method, headers],
    answer: [
      echoOrigin(recorded),
      echoMethod(recorded),
      echoHeaders(recorded),
      maxAge(recorded),
      credentialsAlways(recorded)
    ],
    status: 200,
    unmatched: NOT_MATCHED
  },
  actual: {
    gates: [originGate, configurationGate].map(quietly),
    conditions: [origin, method],
    answer: [exposed, allowOrigin(recorded), varyByOrigin(recorded), allowCredentials(recorded)],
    status: null,
    unmatched: null
  },
  /** An answer to an origin that no rule takes differs by it too. */
  beside: (asked, matched) =>
    matched !== null ||
    asked.question.preflight ||
    asked.question.origin === null ||
    isUnruled(asked)
      ? null
      : { headers: [['Vary', 'Origin']], fact: recorded }
});

const respond = respondAsAzure({
  own: ({ date, requestId }) => [
    ['Server', 'Azurite-Blob/3.37.0'],
    ['x-ms-request-id', requestId],
    ['Date', date]
  ],
  declaration: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  details: ({ code }, request) =>
    code === NOT_MATCHED.code
      ? 'No CORS rules matches this request'
      : `Invalid required CORS header ${question(request).origin === null ? 'Origin' : 'Access-Control-Request-Method'} undefined`,
  sent: ({ method }) => (SENT.get(method) ?? '').split(',').filter((one) => one !== '')
});

/** Any run of characters for each `*`; a `*` that is a member of a longer list is no less a pattern. */
function compileOrigin(written: WrittenValue): OriginEntry {
  const pattern = compilePatterns(fold(written.value), 'any-run');
  const glob: Pattern = { kind: 'glob', prefix: '', suffix: '', least: 0 };
  return { pattern: pattern.kind === 'any' ? glob : pattern, written };
}

/** The list is `*` alone, or it ends with the first member that has a wildcard: those behind it are not looked at. */
function compileOrigins(list: readonly WrittenValue[]): OriginEntry[] {
  const [first] = list;
  if (first?.value === '*' && list.length === 1)
    return [{ pattern: { kind: 'any' }, written: first }];
  const wild = list.findIndex(({ value }) => value.includes('*'));
  return (wild === -1 ? list : list.slice(0, wild + 1)).map(compileOrigin);
}

/** A list that is empty is one with an empty name. */
const orBlank = (list: readonly WrittenValue[], { span }: Rule): readonly WrittenValue[] =>
  list.length > 0 ? list : [{ value: '', span: { from: span.from, to: span.from } }];

const compileRule = (rule: Rule): AzureRule => ({
  written: rule,
  fold,
  origins: compileOrigins(rule.allowedOrigins),
  methods: rule.allowedMethods,
  headerEntries: compileHeaderEntries(orBlank(rule.allowedHeaders, rule), azureHeader, fold),
  maxAge: ageOf(rule)?.toString() ?? null
});

export const azurite: StoreDefinition<'azurite', AzureRules> = {
  id: 'azurite',
  name: 'Azurite',
  kind: 'emulator',
  clients: ['azure'],
  formats: AZURE_FORMATS,
  methods: AZURE_METHODS,
  form,
  servesHost: (host) => host === 'localhost:10000' || host === '127.0.0.1:10000',
  compile: ({ rules }) => ({ rules: rules.map(compileRule) }),
  decide,
  trace,
  respond,
  save
};
