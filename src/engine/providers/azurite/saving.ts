/** What Azurite says when rules are saved; Azure's own limits are none of its. */
import type { ReadResult } from '../../1-read/format.ts';
import type { ProblemCode } from '../../1-read/problem.ts';
import type { Rule } from '../../model.ts';
import { AZURE_FORMATS } from '../families/azure/words.ts';
import type { SavingResult, StoredRule } from '../provider.ts';
import { acceptance, isSendable, rejection, storedAsWritten } from '../shared/saving.ts';

/** The age as JavaScript's `parseFloat` reads it: what stands behind the number does not count. */
export function ageOf(rule: Rule): number | null {
  const age = Number.parseFloat(rule.maxAgeSeconds?.value ?? '');
  return Number.isNaN(age) || age < 0 ? null : age;
}

/** What its XML parser does not read on after; of other faults it makes something. */
const MALFORMED: ReadonlySet<ProblemCode> = new Set([
  'format-unknown',
  'xml-unclosed',
  'xml-tag-unfinished',
  'xml-close-mismatched',
  'xml-close-stray',
  'xml-close-unnamed',
  'xml-attribute-invalid',
  'xml-ampersand',
  'xml-less-than',
  'xml-entity-unknown',
  'xml-section-unclosed',
  'xml-comment-dashes'
]);

const FIELDS = 5;

/** What the reader reports of a rule under one code. */
const told = (
  { problems }: ReadResult,
  code: ProblemCode,
  { span }: Rule
): ReadResult['problems'] =>
  problems.filter(
    (problem) =>
      problem.code === code && problem.span.from >= span.from && problem.span.to <= span.to
  );

/** Origins, methods and an age must be there; nothing else is looked at, and Azure's limits are none here. */
const isRefused = (read: ReadResult, rule: Rule): boolean =>
  rule.allowedOrigins.length === 0 ||
  rule.allowedMethods.length === 0 ||
  ageOf(rule) === null ||
  told(read, 'element-repeated', rule).some(
    (problem) => problem.code === 'element-repeated' && problem.args.name !== 'MaxAgeInSeconds'
  );

const storedRule = (rule: Rule): StoredRule => ({
  ...storedAsWritten(rule),
  maxAgeSeconds: ageOf(rule)?.toString() ?? null
});

/** Its refusals have no body. */
export function save(read: ReadResult): SavingResult {
  const { syntax, problems, ruleSet, hollow } = read;
  const said = (status: number, rule: number | null = null): SavingResult =>
    rejection({ status, code: null, message: null, rule, evidence: 'traced' });
  if (problems.some(({ code }) => MALFORMED.has(code))) return said(400);
  if (hollow || (syntax === null && problems.length === 0)) return said(500);
  if (syntax !== 'xml' && !isSendable(read, ...AZURE_FORMATS)) return said(400);
  // A document without `Cors`, whatever its names, leaves the rules as they are.
  if (read.format !== 'azure-xml' && syntax === 'xml') return acceptance(202, [], 'traced');
  const twice = problems.some((one) => one.code === 'element-repeated' && one.args.name === 'Cors');
  if (twice) return acceptance(202, [], 'traced');
  const { rules } = ruleSet;
  const blank = rules.filter((rule) => told(read, 'field-missing', rule).length === FIELDS);
  if (blank.length > 0) return rules.length === 1 ? acceptance(202, [], 'traced') : said(500);
  const odd = rules.findIndex((rule) => isRefused(read, rule));
  return odd === -1 ? acceptance(202, rules.map(storedRule), 'traced') : said(400, odd);
}
