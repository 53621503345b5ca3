/** What Huawei Cloud OBS says when rules are saved. */
import type { FormatId, ReadResult } from '../../1-read/format.ts';
import type { Rule } from '../../model.ts';
import type { SavingResult } from '../provider.ts';
import { isAge } from '../families/s3/lineage.ts';
import { S3_METHODS } from '../families/s3/words.ts';
import { acceptance, isSendable, rejection, storedAsWritten } from '../shared/saving.ts';
import { valuesOf } from '../../written.ts';

export const OBS_FORMATS: readonly FormatId[] = ['s3-xml', 'obs-js-json', 'terraform-huaweicloud'];

/** https://support.huaweicloud.com/intl/en-us/api-obs/obs_04_0074.html */
const LIMITS = { rules: 100, idCharacters: 255, valueCharacters: 20_480 };
/** Blanks, Chinese and the signs that the page names. */
const ODD_HEADER = /[\s&:<\u4e00-\u9fff]/;
const hasStars = (value: string) => value.indexOf('*') !== value.lastIndexOf('*');
/** What the page forbids. An age may be negative by one page and not by another, so a number is all that is asked for. */
const isRefused = (rule: Rule): boolean => {
  const [origins, names, shown] = [
    valuesOf(rule.allowedOrigins),
    valuesOf(rule.allowedHeaders),
    valuesOf(rule.exposeHeaders)
  ];
  const id = rule.id?.value;
  return (
    (id !== undefined && (id === '' || id.length > LIMITS.idCharacters)) ||
    rule.allowedMethods.some(({ value }) => !S3_METHODS.includes(value)) ||
    [...origins, ...names].some((one) => hasStars(one) || one.length > LIMITS.valueCharacters) ||
    [...names, ...shown].some((name) => ODD_HEADER.test(name)) ||
    shown.some((name) => name.includes('*'))
  );
};

/** The store's own words are documented for none of these; it makes up an id of 32 digits where a rule has none. */
export function save(read: ReadResult): SavingResult {
  const { rules } = read.ruleSet;
  const said = (code: string, rule: number | null): SavingResult =>
    rejection({ status: 400, code, message: null, rule, evidence: 'inferred' });
  const broken = read.problems.some(
    ({ level, code }) => level === 'error' || code === 'text-too-long'
  );
  if (
    !isSendable(read, ...OBS_FORMATS) ||
    broken ||
    rules.length === 0 ||
    rules.length > LIMITS.rules
  ) {
    return said('MalformedXML', null);
  }
  const lacking = rules.findIndex(
    ({ allowedOrigins, allowedMethods, maxAgeSeconds }) =>
      allowedOrigins.length === 0 ||
      allowedMethods.length === 0 ||
      (maxAgeSeconds !== null && !isAge(maxAgeSeconds.value))
  );
  if (lacking !== -1) return said('MalformedXML', lacking);
  const odd = rules.findIndex(isRefused);
  if (odd !== -1) return said('InvalidArgument', odd);
  return acceptance(200, rules.map(storedAsWritten), 'documented');
}
