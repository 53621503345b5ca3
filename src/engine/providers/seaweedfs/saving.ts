/** What SeaweedFS says when rules are saved. */
import type { ReadResult } from '../../1-read/format.ts';
import type { Rule } from '../../model.ts';
import type { SavingResult, StoredRule } from '../provider.ts';
import { isAge } from '../families/s3/lineage.ts';
import { documentFault } from '../families/s3/saving.ts';
import { S3_METHODS } from '../families/s3/words.ts';
import { acceptance, rejection, storedAsWritten } from '../shared/saving.ts';

/** Whatever is wrong with a rule is told in the same words, which the source of the errors has and we do not. */
const isRefused = ({ allowedOrigins, allowedMethods, maxAgeSeconds }: Rule): boolean =>
  allowedMethods.length === 0 ||
  allowedOrigins.length === 0 ||
  allowedMethods.some(({ value }) => !S3_METHODS.includes(value)) ||
  allowedOrigins.some(({ value }) => !isOrigin(value)) ||
  (maxAgeSeconds?.value.trim().startsWith('-') ?? false);

/** A wildcard needs a scheme before it; `*` alone needs none. */
function isOrigin(value: string): boolean {
  const stars = value.split('*').length - 1;
  if (value === '' || stars > 1) return false;
  return stars === 0 || value === '*' || /^https?:\/\//.test(value);
}

/** An empty age is 0, and an empty id none. */
const storedRule = (rule: Rule): StoredRule => {
  const age = rule.maxAgeSeconds?.value.trim() ?? null;
  return {
    ...storedAsWritten(rule),
    id: rule.id?.value || null,
    maxAgeSeconds: age === null ? null : String(BigInt(age))
  };
};

/** https://github.com/seaweedfs/seaweedfs/blob/master/weed/s3api/s3api_bucket_cors_handlers.go */
export function save(read: ReadResult): SavingResult {
  const { rules } = read.ruleSet;
  const said = (code: string, rule: number | null): SavingResult =>
    rejection({ status: 400, code, message: null, rule, evidence: 'documented' });
  const ageless = rules.findIndex(
    ({ maxAgeSeconds }) =>
      maxAgeSeconds !== null && maxAgeSeconds.value !== '' && !isAge(maxAgeSeconds.value)
  );
  if (documentFault(read) !== null) return said('MalformedXML', null);
  if (ageless !== -1) return said('MalformedXML', ageless);
  if (rules.length === 0 || rules.length > 100) return said('InvalidRequest', null);
  const rule = rules.findIndex(isRefused);
  if (rule !== -1) return said('InvalidRequest', rule);
  return acceptance(200, rules.map(storedRule), 'documented');
}
