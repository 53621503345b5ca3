/** What the RADOS Gateway makes of rules that come in by its S3 interface. */
import type { ProblemCode } from '../../../1-read/problem.ts';
import type { ReadResult } from '../../../1-read/format.ts';
import { weaker, type Fact } from '../../../2-bucket/evidence.ts';
import { readNumber } from './number.ts';
import { hasOneStar, keptMethods, setOf, type RgwStoredRule } from './rule.ts';
import type { Rule, WrittenValue } from '../../../model.ts';
import type { SavingResult, StoredRule } from '../../provider.ts';
import { acceptance, rejection } from '../../shared/saving.ts';
import { byteLength, valuesOf } from '../../../written.ts';

/** How many rules a bucket may have, and UTF-8 bytes an ID. recorded: rules:101, id:256 */
export const RGW_LIMITS = { rules: 100, idBytes: 255 };

/** What the gateway passes over: it looks for the names that it knows, in their places, and takes the first of each. */
const PASSED_OVER: ReadonlySet<ProblemCode> = new Set([
  'element-misplaced',
  'element-repeated',
  'rules-too-many',
  'xml-doctype',
  'xml-text-stray'
]);

/** An age of 2^32 - 1 seconds is how the gateway writes down that there is none; a larger one becomes that. */
const NO_AGE = 2n ** 32n - 1n;

/** The age in seconds, null for none, or `invalid`. recorded: maxage:"", maxage:"-1", maxage:" 5 ", maxage:"0x10" */
function ageOf(written: WrittenValue | null): number | null | 'invalid' {
  if (written === null) return null;
  const { value, rest } = readNumber(written.value);
  if (rest !== '') return 'invalid';
  return value >= NO_AGE ? null : Number(value);
}

/** The rule as the gateway would keep it; what no bucket can hold stays as it is written. */
export function rgwStoredRule(rule: Rule): RgwStoredRule {
  const age = ageOf(rule.maxAgeSeconds);
  return {
    written: rule,
    allowedOrigins: setOf(rule.allowedOrigins),
    allowedMethods: keptMethods(rule.allowedMethods),
    allowedHeaders: setOf(rule.allowedHeaders),
    exposeHeaders: rule.exposeHeaders,
    maxAge: age === 'invalid' ? null : age
  };
}

export const storedRule = (kept: RgwStoredRule): StoredRule => ({
  id: kept.written.id?.value || null,
  allowedOrigins: valuesOf(kept.allowedOrigins),
  allowedMethods: valuesOf(kept.allowedMethods),
  allowedHeaders: valuesOf(kept.allowedHeaders),
  exposeHeaders: valuesOf(kept.exposeHeaders),
  maxAgeSeconds: kept.maxAge === null ? null : String(kept.maxAge)
});

/** A rule needs an origin and no method, and every value in it one `*` at most. */
function isRefused({
  id,
  allowedOrigins,
  allowedMethods,
  allowedHeaders,
  maxAgeSeconds
}: Rule): boolean {
  return (
    allowedOrigins.length === 0 ||
    !valuesOf(allowedOrigins).every(hasOneStar) ||
    !valuesOf(allowedHeaders).every(hasOneStar) ||
    allowedMethods.some((method) => keptMethods([method]).length === 0) ||
    (id !== null && byteLength(id.value) > RGW_LIMITS.idBytes) ||
    ageOf(maxAgeSeconds) === 'invalid'
  );
}

type RgwSavingRefusal = Pick<SavingResult, 'status' | 'code' | 'message' | 'rule'>;

const malformed = (rule: number | null): RgwSavingRefusal => ({
  status: 400,
  code: 'MalformedXML',
  message: '',
  rule
});

const TOO_MANY: RgwSavingRefusal = {
  status: 400,
  code: 'InvalidRequest',
  message: `The number of CORS rules should not exceed allowed limit of ${RGW_LIMITS.rules} rules.`,
  rule: RGW_LIMITS.rules
};

/**
 * The text is read whole before the rules are counted, so that a wrong rule is told before too many of them. A name with a
 * prefix is another name: the gateway's reader knows no namespaces.
 */
function refusalOf({
  format,
  prefixed = false,
  problems,
  ruleSet: { rules }
}: ReadResult): RgwSavingRefusal | null {
  const broken = problems.some(({ code, level }) => level === 'error' && !PASSED_OVER.has(code));
  if (format === null || prefixed || rules.length === 0) return malformed(null);
  const wrong = rules.findIndex(isRefused);
  if (broken || wrong !== -1) return malformed(wrong === -1 ? null : wrong);
  return rules.length > RGW_LIMITS.rules ? TOO_MANY : null;
}

/** What a gateway says, and how sure that is; COPY was in no recorded text. */
export function saveToRgw(read: ReadResult, recorded: Fact, unrecorded: Fact): SavingResult {
  const refusal = refusalOf(read);
  const odd = read.ruleSet.rules.some(({ allowedMethods }) =>
    allowedMethods.some(({ value }) => value.toUpperCase() === 'COPY')
  );
  const evidence = weaker(recorded.evidence, odd ? unrecorded.evidence : 'traced');
  return refusal === null
    ? acceptance(
        200,
        read.ruleSet.rules.map((rule) => storedRule(rgwStoredRule(rule))),
        evidence
      )
    : rejection({ ...refusal, evidence });
}
