/** What S3 says when rules are saved, for Amazon's own and for stores that say that they do as it does. */
import type { ReadResult } from '../../../1-read/format.ts';
import type { Evidence, Rule } from '../../../model.ts';
import type { SavingResult } from '../../provider.ts';
import { isAge } from './lineage.ts';
import {
  documentFault,
  firstFault,
  hasRoot,
  invalidRequest,
  methodFault,
  wildcardFault,
  type S3Fault
} from './saving.ts';
import { MALFORMED, TOO_MANY_RULES } from './words.ts';
import { acceptance, rejection, storedAsWritten } from '../../shared/saving.ts';

/** What a rule set may hold at most. */
export interface S3Limits {
  rules: number;
  idCharacters: number;
  methods: readonly string[];
}

/** How sure the store's word is where S3's is recorded, and where it is not. */
export interface S3SavingFacts {
  recorded: Evidence;
  told: Evidence;
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/;

function nameFault({ allowedHeaders, exposeHeaders: exposed }: Rule): S3Fault | null {
  const wild = exposed.find(({ value }) => value.includes('*'));
  if (wild !== undefined) {
    return invalidRequest(
      `ExposeHeader "${wild.value}" contains wildcard. We currently do not support wildcard for ExposeHeader.`
    );
  }
  for (const [element, values] of [
    ['AllowedHeader', allowedHeaders],
    ['ExposeHeader', exposed]
  ] as const) {
    const odd = values.find(({ value }) => !TOKEN.test(value));
    if (odd !== undefined) {
      return invalidRequest(`${element} "${odd.value}" contains invalid character.`);
    }
  }
  return null;
}

const lacksPart = ({ allowedOrigins, allowedMethods }: Rule): boolean =>
  allowedOrigins.length === 0 || allowedMethods.length === 0;

/** Limits that the guide names without the error: a text over 64 KB, and names that are not in the schema. */
const UNKNOWN_TO_SCHEMA: ReadonlySet<string> = new Set([
  'text-too-long',
  'name-unknown',
  'name-misspelt'
]);

/**
 * What S3 says when rules are saved. That every rule needs an origin, which may be empty, and a method, and which methods
 * and wildcards it may name, is recorded; the order of the checks is inferred: the schema, the count, then rule by rule.
 */
export const saveAsS3 =
  (limits: S3Limits, { recorded, told }: S3SavingFacts) =>
  (read: ReadResult): SavingResult => {
    const said = (fault: S3Fault, evidence: Evidence, rule: number | null = null): SavingResult =>
      rejection({ status: 400, ...fault, rule, evidence });
    const malformed: S3Fault = { code: 'MalformedXML', message: MALFORMED };
    const { rules } = read.ruleSet;
    const unread = documentFault(read) !== null || !hasRoot(read) || !read.complete;
    if (unread || rules.length === 0) return said(malformed, recorded);
    const lacking = rules.findIndex(lacksPart);
    if (lacking !== -1) return said(malformed, recorded, lacking);
    if (read.problems.some(({ code }) => UNKNOWN_TO_SCHEMA.has(code))) return said(malformed, told);
    const unfit = rules.findIndex(
      ({ id, maxAgeSeconds }) =>
        (id !== null && id.value.length > limits.idCharacters) ||
        (maxAgeSeconds !== null && !isAge(maxAgeSeconds.value))
    );
    if (unfit !== -1) return said(malformed, told, unfit);
    if (rules.length > limits.rules) return said(invalidRequest(TOO_MANY_RULES), told);
    const fault = firstFault(rules, (rule) => {
      const { allowedOrigins, allowedHeaders } = rule;
      const sure =
        methodFault(rule, (name) => name, limits.methods) ??
        wildcardFault('AllowedOrigin', allowedOrigins);
      if (sure !== null) return { ...sure, evidence: recorded };
      const unsure = wildcardFault('AllowedHeader', allowedHeaders) ?? nameFault(rule);
      return unsure === null ? null : { ...unsure, evidence: told };
    });
    if (fault !== null) return rejection({ status: 400, ...fault });
    const odd = rules.some(({ maxAgeSeconds }) => maxAgeSeconds?.value.includes('-'));
    return acceptance(200, rules.map(storedAsWritten), odd ? told : recorded);
  };
