/**
 * What sets the stores apart: a fixed list of questions, each a rule set and a request that every store is put to. Nothing is
 * stated here; all answers are read from what the stores' own files do.
 */
import { formatOf, readRules } from '../1-read/read-rules.ts';
import { ruleAt } from '../1-read/plain.ts';
import { askTrace } from '../ask/answer.ts';
import { actual, ORDINARY, ORIGIN, preflight, type Asked } from '../ask/ordinary.ts';
import type { BucketFacts, ListField, PlainRule, WireRequest } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import {
  CANNOT_SAY,
  fallingThrough,
  header,
  listFrom,
  matching,
  refusal,
  saving,
  type TraitReading,
  type TraceReader
} from './trait-answers.ts';

export const TRAIT_GROUPS = ['answer', 'match', 'error', 'save'] as const;
export type TraitGroup = (typeof TRAIT_GROUPS)[number];

interface TraitQuestion {
  group: TraitGroup;
  rules: PlainRule[];
  /** The list that the question is about, which the store's format has to be able to say. */
  about?: ListField;
  /** Null where the rules are only saved. */
  ask: { request: WireRequest; facts?: Partial<BucketFacts>; read: TraceReader } | null;
}

/** Of the two headers and methods only one is asked for. */
const rule = (own: Partial<PlainRule>, index = 1): PlainRule => ({
  ...ORDINARY,
  id: `rule-${index}`,
  allowedHeaders: ['x-a', 'x-b'],
  ...own
});

/** A preflight for an upload with one header; what is null is left out. */
const upload = (asked: Partial<Asked> = {}): WireRequest =>
  preflight({ origin: ORIGIN, method: 'PUT', headers: ['x-a'], ...asked });

const reading = actual(ORIGIN);

const answering = (
  own: Partial<PlainRule>,
  asked: WireRequest,
  read: TraceReader
): TraitQuestion => ({
  group: 'answer',
  rules: [rule(own)],
  ask: { request: asked, read }
});

const origins = (pattern: string, origin: string): TraitQuestion => ({
  group: 'match',
  about: 'allowedOrigins',
  rules: [rule({ allowedOrigins: [pattern] })],
  ask: { request: upload({ origin, headers: [] }), read: matching }
});

const headers = (written: string, asked: string): TraitQuestion => ({
  group: 'match',
  about: 'allowedHeaders',
  rules: [rule({ allowedHeaders: [written] })],
  ask: { request: upload({ headers: [asked] }), read: matching }
});

const twoRules = (
  about: ListField,
  first: Partial<PlainRule>,
  second: Partial<PlainRule>
): TraitQuestion => ({
  group: 'match',
  about,
  rules: [rule(first), rule(second, 2)],
  ask: { request: upload({ headers: ['x-b'] }), read: fallingThrough }
});

const failing = (asked: WireRequest, facts: Partial<BucketFacts> = {}): TraitQuestion => ({
  group: 'error',
  rules: [rule({})],
  ask: { request: asked, facts, read: refusal }
});

const kept = (rules: PlainRule[], about?: ListField): TraitQuestion => ({
  group: 'save',
  rules,
  ask: null,
  ...(about && { about })
});

const ALLOW_ORIGIN = header('access-control-allow-origin');
const CREDENTIALS = header('access-control-allow-credentials');
const MAX_AGE = header('access-control-max-age');
const VARY = header('vary');
const STAR = { allowedOrigins: ['*'], allowedHeaders: ['*'] };

const QUESTIONS = {
  'star-preflight': answering(STAR, upload(), ALLOW_ORIGIN),
  'star-actual': answering(STAR, reading, ALLOW_ORIGIN),
  'credentials-named': answering({}, upload(), CREDENTIALS),
  'credentials-star': answering(STAR, upload(), CREDENTIALS),
  'allow-methods': answering(
    {},
    upload(),
    header('access-control-allow-methods', listFrom('GET, PUT', 'PUT'))
  ),
  'allow-headers': answering(
    {},
    upload(),
    header('access-control-allow-headers', listFrom('x-a, x-b', 'x-a'))
  ),
  'vary-preflight': answering({}, upload(), VARY),
  'vary-actual': answering({}, reading, VARY),
  'vary-no-origin': answering({}, actual(null), VARY),
  'max-age-zero': answering({ maxAgeSeconds: '0' }, upload(), MAX_AGE),
  'max-age-unset': answering({ maxAgeSeconds: null }, upload(), MAX_AGE),
  'method-miss': twoRules('allowedMethods', { allowedMethods: ['GET'] }, {}),
  'headers-miss': twoRules('allowedHeaders', { allowedHeaders: ['x-a'] }, {}),
  'wildcard-empty': origins('https://*a.test', ORIGIN),
  'wildcard-overlap': origins('https://a*a.test', ORIGIN),
  'wildcard-middle': origins('https://*.a.test', 'https://b.c.a.test'),
  'origin-case': origins('https://A.test', ORIGIN),
  'header-pattern': headers('x-*', 'x-a'),
  'header-case': headers('X-A', 'x-a'),
  'not-allowed': failing(upload({ origin: 'https://other.test' })),
  'no-rules': { ...failing(upload()), rules: [] },
  'no-bucket': failing(upload(), { bucketExists: false }),
  'no-origin': failing(upload({ origin: null })),
  'no-method': failing(upload({ method: null })),
  'many-rules': kept(Array.from({ length: 101 }, (_, index) => rule({}, index + 1))),
  'two-wildcards': kept([rule({ allowedOrigins: ['https://*.a.*'] })], 'allowedOrigins'),
  'expose-star': kept([rule({ exposeHeaders: ['*'] })], 'exposeHeaders'),
  'method-lower-case': kept([rule({ allowedMethods: ['get'] })], 'allowedMethods'),
  'method-options': kept([rule({ allowedMethods: ['OPTIONS'] })], 'allowedMethods')
} satisfies Record<string, TraitQuestion>;

export type TraitCode = keyof typeof QUESTIONS;

/** One question, and what one store answers. */
export interface Trait extends TraitReading {
  code: TraitCode;
  group: TraitGroup;
}

export const TRAIT_CODES = Object.keys(QUESTIONS) as TraitCode[];

/** The rules as the store's own format says them, which may be less. */
function written(rules: PlainRule[], { formats: [own] }: Provider) {
  const ruleSet = { rules: rules.map((one) => ruleAt(one, 0)), responseVary: null };
  return readRules(own === undefined || rules.length === 0 ? '' : formatOf(own).print(ruleSet));
}

function answer({ rules, about, ask }: TraitQuestion, provider: Provider): TraitReading {
  const read = written(rules, provider);
  const found = read.ruleSet.rules;
  const says =
    found.length === rules.length &&
    (about === undefined ||
      found.every((one, index) => {
        const values = one[about].map(({ value }) => value);
        return values.join() === rules[index]?.[about].join();
      }));
  if (!says) return CANNOT_SAY;
  if (ask === null) return saving(provider.save(read));
  return ask.read(askTrace(provider, read.ruleSet, ask.request, ask.facts));
}

/** Every question put to one store, in the order of the list. */
export const traitsOf = (provider: Provider): Trait[] =>
  TRAIT_CODES.map((code) => {
    const question: TraitQuestion = QUESTIONS[code];
    return { code, group: question.group, ...answer(question, provider) };
  });
