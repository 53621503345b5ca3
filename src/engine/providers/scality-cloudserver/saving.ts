/** What Scality CloudServer says when rules are saved. */
import type { ReadResult } from '../../1-read/format.ts';
import type { Rule } from '../../model.ts';
import type { SavingResult, StoredRule } from '../provider.ts';
import {
  documentFault,
  firstFault,
  hasRoot,
  invalidRequest,
  isPrefixed,
  methodFault,
  repeats,
  wildcardFault,
  type S3Fault
} from '../families/s3/saving.ts';
import { MALFORMED, TOO_MANY_RULES } from '../families/s3/words.ts';
import { acceptance, rejection, storedAsWritten } from '../shared/saving.ts';
import { valuesOf } from '../../written.ts';

const LIMITS = { rules: 100 };

const malformed = (message: string): S3Fault => ({ code: 'MalformedXML', message });
/** This server ends S3's sentence with a full stop. */
const NO_SCHEMA = malformed(`${MALFORMED}.`);

const NAME = /^[A-Za-z0-9-]*$/;

/** The age as JavaScript's `parseInt` reads it; null for an empty element, and for 0, which is not kept. */
export function ageOf(written: string): number | null {
  const age = Number.parseInt(written, 10);
  return Number.isNaN(age) || age <= 0 ? null : age;
}

const isAge = (written: string): boolean => written === '' || Number.parseInt(written, 10) >= 0;

/** The server's own checks of a rule, in its order. */
const faultOf =
  (read: ReadResult) =>
  (rule: Rule): S3Fault | null => {
    const { allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders, maxAgeSeconds } = rule;
    const isEmpty = ({ value }: { value: string }) => value === '';
    if (allowedOrigins.length === 0 || allowedMethods.length === 0) {
      return malformed('Each CORSRule must identify at least one origin and one method.');
    }
    return (
      methodFault(rule, (name) => `"${name}"`) ??
      (allowedOrigins.some(isEmpty) ? NO_SCHEMA : wildcardFault('AllowedOrigin', allowedOrigins)) ??
      (repeats(read, rule, 'ID') ? NO_SCHEMA : null) ??
      (allowedHeaders.some(isEmpty) ? NO_SCHEMA : wildcardFault('AllowedHeader', allowedHeaders)) ??
      (repeats(read, rule, 'MaxAgeSeconds') ? NO_SCHEMA : null) ??
      (maxAgeSeconds === null || isAge(maxAgeSeconds.value)
        ? null
        : malformed(`MaxAgeSeconds "${maxAgeSeconds.value}" is not a valid value.`)) ??
      exposeFault(valuesOf(exposeHeaders))
    );
  };

function exposeFault(names: readonly string[]): S3Fault | null {
  const odd = names.find((name) => !NAME.test(name));
  if (odd === undefined) return null;
  return invalidRequest(
    odd.includes('*')
      ? `ExposeHeader ${odd} contains a wildcard. Wildcards are currently not supported for ExposeHeader.`
      : `ExposeHeader ${odd} contains invalid character.`
  );
}

/** What is wrong with the text as a whole. */
function wholeFault(read: ReadResult): S3Fault | null {
  const fault = documentFault(read);
  if (fault === 'empty') {
    return { code: 'MissingRequestBodyError', message: 'Request body is empty' };
  }
  if (read.problems.some(({ code }) => code === 'text-too-long')) {
    return malformed('The CORS XML document is limited to 64 KB in size.');
  }
  if (fault === 'malformed') return NO_SCHEMA;
  const { rules } = read.ruleSet;
  if (!hasRoot(read) || isPrefixed(read) || rules.length === 0) {
    return malformed('Invalid cors configuration xml');
  }
  return rules.length > LIMITS.rules ? invalidRequest(TOO_MANY_RULES) : null;
}

/** An empty id and an age of 0 are not kept; an age that a number does not hold is rounded. */
function storedRule(rule: Rule): StoredRule {
  const age = ageOf(rule.maxAgeSeconds?.value ?? '');
  return {
    ...storedAsWritten(rule),
    id: rule.id?.value || null,
    maxAgeSeconds: age === null ? null : String(age)
  };
}

export function save(read: ReadResult): SavingResult {
  const { rules } = read.ruleSet;
  const whole = wholeFault(read);
  if (whole !== null) return rejection({ status: 400, ...whole, rule: null, evidence: 'traced' });
  const fault = firstFault(rules, faultOf(read));
  return fault === null
    ? acceptance(200, rules.map(storedRule), 'traced')
    : rejection({ status: 400, ...fault, evidence: 'traced' });
}
