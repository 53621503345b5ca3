/** What LocalStack says when rules are saved. */
import type { ReadResult } from '../../1-read/format.ts';
import type { Rule } from '../../model.ts';
import type { SavingResult, StoredRule } from '../provider.ts';
import {
  documentFault,
  firstFault,
  methodFault,
  repeats,
  type S3Fault
} from '../families/s3/saving.ts';
import { MALFORMED } from '../families/s3/words.ts';
import { acceptance, rejection, storedAsWritten } from '../shared/saving.ts';

const LIMITS = { rules: 100 };

/** The age as Python's `int` reads it; null where it does not. */
export function ageOf(written: string): bigint | null {
  const digits = written.trim();
  return /^[+-]?\d+(_\d+)*$/.test(digits) ? BigInt(digits.replaceAll('_', '')) : null;
}

/** The emulator fails on it; what it says then names a place in its memory, or what its parser had before it. */
const CRASH = { status: 500, code: 'InternalError', message: null };

/** What the validation of one rule finds: a rule without an origin is kept, one without a method is not foreseen. */
const faultOf = (rule: Rule): (S3Fault & { status: number }) | null => {
  if (rule.allowedMethods.length === 0) {
    const message = "exception while calling s3.PutBucketCors: 'NoneType' object is not iterable";
    return { ...CRASH, message };
  }
  const fault = methodFault(rule, (name) => name.trimEnd());
  return fault === null ? null : { status: 400, ...fault };
};

const storedRule = (rule: Rule): StoredRule => ({
  ...storedAsWritten(rule),
  maxAgeSeconds: ageOf(rule.maxAgeSeconds?.value ?? '')?.toString() ?? null
});

export function save(read: ReadResult): SavingResult {
  const { rules } = read.ruleSet;
  const said = (
    refusal: Pick<SavingResult, 'status' | 'code' | 'message'>,
    rule: number | null
  ): SavingResult => rejection({ ...refusal, rule, evidence: 'traced' });
  const fault = documentFault(read);
  if (fault === 'malformed') return said(CRASH, null);
  const unread = rules.findIndex(
    (rule) =>
      repeats(read, rule, 'MaxAgeSeconds') ||
      (rule.maxAgeSeconds !== null && ageOf(rule.maxAgeSeconds.value) === null)
  );
  if (unread !== -1) return said(CRASH, unread);
  const rootless = read.problems.some(({ code }) => code === 'root-missing');
  if (fault === 'empty' || rootless || rules.length === 0 || rules.length > LIMITS.rules) {
    return said({ status: 400, code: 'MalformedXML', message: MALFORMED }, null);
  }
  const first = firstFault(rules, faultOf);
  if (first !== null) return said(first, first.rule);
  return acceptance(200, rules.map(storedRule), 'traced');
}
