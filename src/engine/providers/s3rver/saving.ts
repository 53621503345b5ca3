/** What s3rver says when rules are saved. */
import type { ReadResult } from '../../1-read/format.ts';
import { LIST_FIELDS, type ListField, type Rule, type WrittenValue } from '../../model.ts';
import type { SavingResult } from '../provider.ts';
import {
  documentFault,
  firstFault,
  hasRoot,
  isPrefixed,
  methodFault,
  repeats,
  wildcardFault,
  type S3Fault
} from '../families/s3/saving.ts';
import { MALFORMED } from '../families/s3/words.ts';
import { acceptance, rejection, storedAsWritten } from '../shared/saving.ts';

type Lists = Record<ListField, WrittenValue[]>;

const eachList = (rule: Rule, change: (values: readonly WrittenValue[]) => WrittenValue[]): Lists =>
  Object.fromEntries(LIST_FIELDS.map((field) => [field, change(rule[field])])) as Lists;

/** Values as the XML parser hands them on: without blanks around them. */
export function keptRule(rule: Rule): Rule {
  const { id, maxAgeSeconds } = rule;
  const trim = (values: readonly WrittenValue[]): WrittenValue[] =>
    values.map(({ value, span }) => ({ value: value.trim(), span }));
  return {
    ...rule,
    ...eachList(rule, trim),
    id: id && { ...id, value: id.value.trim() },
    maxAgeSeconds: maxAgeSeconds && { ...maxAgeSeconds, value: numberText(maxAgeSeconds.value) }
  };
}

/** An element that stands alone and is empty is kept and then taken for none. */
export const usedRule = (rule: Rule): Rule => ({
  ...rule,
  ...eachList(rule, (values) => (values.length === 1 && values[0]?.value === '' ? [] : [...values]))
});

const NUMBER = /^[+-]?(0x[0-9a-f]+|(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?)$/i;

/** The parser makes a number of what looks like one and a number can hold; anything else stays as it is, and is told so. */
function numberText(written: string): string {
  const text = written.trim();
  const number = Number(text.replace(/^\+/, ''));
  if (!NUMBER.test(text) || Number.isNaN(number)) return text;
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? text : String(number);
}

/** Wildcards are counted before anything else, in origins and headers alike, and both are called AllowedOrigin. */
const starFault = ({ allowedOrigins, allowedHeaders }: Rule): S3Fault | null =>
  wildcardFault('AllowedOrigin', [...allowedOrigins, ...allowedHeaders]);

const malformed: S3Fault = { code: 'MalformedXML', message: MALFORMED };

/** No number of rules is too high. https://github.com/jamhall/s3rver/blob/main/lib/models/config.js */
export function save(read: ReadResult): SavingResult {
  const fault = faultIn(read);
  if (fault !== null) return rejection({ status: 400, ...fault, evidence: 'traced' });
  return acceptance(200, read.ruleSet.rules.map(keptRule).map(storedAsWritten), 'traced');
}

function faultIn(read: ReadResult): (S3Fault & Pick<SavingResult, 'rule'>) | null {
  const rules = read.ruleSet.rules.map(keptRule).map(usedRule);
  if (documentFault(read) !== null || !hasRoot(read) || isPrefixed(read)) {
    return { ...malformed, rule: null };
  }
  const star = firstFault(rules, starFault);
  if (star !== null) return star;
  if (rules.length === 0) return { ...malformed, rule: null };
  return firstFault(rules, (rule) => {
    const { allowedOrigins, allowedMethods } = rule;
    const lacks = allowedOrigins.length === 0 || allowedMethods.length === 0;
    return lacks || repeats(read, rule, 'MaxAgeSeconds')
      ? malformed
      : methodFault(rule, (name) => name);
  });
}
