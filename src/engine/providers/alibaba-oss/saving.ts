/** What Alibaba Cloud OSS says when rules are saved. */
import type { FormatId, ReadResult } from '../../1-read/format.ts';
import type { Rule } from '../../model.ts';
import type { SavingResult } from '../provider.ts';
import { S3_METHODS } from '../families/s3/words.ts';
import { acceptance, isSendable, rejection, storedAsWritten } from '../shared/saving.ts';

/** The XML of the API, the JSON of ossutil 2, and Terraform. */
export const OSS_FORMATS: readonly FormatId[] = [
  's3-xml',
  'cos-python-json',
  'oss-js-json',
  'terraform-alicloud'
];

/** https://www.alibabacloud.com/help/en/oss/developer-reference/putbucketcors */
const LIMITS = { rules: 10, characters: 16 * 1024 };
/** https://www.alibabacloud.com/help/en/oss/user-guide/0034-00000013 */
const NOT_EXPOSED = /[*<>&'"]/;
/**
 * The live test of the Python SDK sends -1 and is refused; that other texts are refused alike, and the bound, are read off its
 * client libraries. https://github.com/aliyun/aliyun-oss-python-sdk/blob/master/tests/test_bucket.py
 */
const AGE = /^\d{1,9}$/;
const hasStars = ({ value }: { value: string }) => value.indexOf('*') !== value.lastIndexOf('*');

/** The code and the words of most refusals are not documented, only their numbers: EC 0034-00000011 and so on. */
const isRefused = ({
  allowedOrigins,
  allowedMethods,
  allowedHeaders: asked,
  exposeHeaders: shown
}: Rule): boolean =>
  allowedMethods.some(({ value }) => !S3_METHODS.includes(value)) ||
  shown.some(({ value }) => NOT_EXPOSED.test(value)) ||
  [...allowedOrigins, ...asked].some(hasStars);

export function save(read: ReadResult): SavingResult {
  const { problems, ruleSet } = read;
  const { rules, responseVary } = ruleSet;
  const said = (refusal: Partial<SavingResult>, rule: number | null = null): SavingResult =>
    rejection({
      status: 400,
      code: null,
      message: null,
      evidence: 'documented' as const,
      ...refusal,
      rule
    });
  const malformed = { code: 'MalformedXML', evidence: 'inferred' as const };
  const sendable = isSendable(read, ...OSS_FORMATS);
  if (!sendable || problems.some(({ level }) => level === 'error') || rules.length === 0) {
    return said(malformed);
  }
  if (rules.length > LIMITS.rules) {
    return said({ code: 'CORSRuleBeyondLimit', message: 'The CORS Rules num is beyond limit.' });
  }
  if (rules.some(({ span }) => span.to > LIMITS.characters)) return said({});
  if (responseVary !== null && !/^(true|false)$/.test(responseVary.value)) return said({});
  const lacking = rules.findIndex(
    ({ allowedOrigins, allowedMethods: methods }) =>
      allowedOrigins.length === 0 || methods.length === 0
  );
  if (lacking !== -1) return said(malformed, lacking);
  const odd = rules.findIndex(isRefused);
  if (odd !== -1) return said({}, odd);
  const ageless = rules.findIndex(
    ({ maxAgeSeconds }) => maxAgeSeconds !== null && !AGE.test(maxAgeSeconds.value.trim())
  );
  if (ageless === -1) return acceptance(200, rules.map(storedAsWritten), 'documented');
  const tried = rules[ageless]?.maxAgeSeconds?.value.trim() === '-1';
  return said({ code: 'InvalidArgument', evidence: tried ? 'documented' : 'inferred' }, ageless);
}
