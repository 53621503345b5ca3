/** What Google Cloud Storage, or its own tool before it, says when rules are saved. */
import type { FormatId, ReadResult } from '../../1-read/format.ts';
import type { Rule } from '../../model.ts';
import type { SavingResult } from '../provider.ts';
import { isAge } from '../families/s3/lineage.ts';
import { acceptance, isSendable, rejection, storedAsWritten } from '../shared/saving.ts';

/** What gsutil says before it sends anything. https://github.com/GoogleCloudPlatform/gsutil/blob/master/gslib/utils/translation_helper.py */
const NO_LIST =
  'CORS JSON should be formatted as a list containing one or more JSON objects.\nSee "gsutil help cors".';

export const GCS_FORMATS: readonly FormatId[] = [
  'gcs-json',
  'gcs-api-json',
  'gcs-xml',
  'gcs-yaml',
  'gcs-code-json',
  'terraform-google'
];

/** Formats of other stores whose rules stand in an object. */
const OBJECTS: readonly FormatId[] = ['s3-json', 'cos-python-json', 'r2-wrangler-json'];

export const GCS_METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'];
const isOrigin = (value: string): boolean => value === '*' || /^https?:\/\/[^/*]+$/.test(value);

/** True where every value is of a kind that the documentation shows. */
const isPlain = ({ allowedOrigins, allowedMethods }: Rule): boolean =>
  allowedOrigins.every(({ value }) => isOrigin(value)) &&
  allowedMethods.every(({ value }) => value === '*' || GCS_METHODS.includes(value));

/** Every field may be left out, and nothing is known of a value that the service refuses, but for an age that is no number. */
export function save(read: ReadResult): SavingResult {
  const { format, problems, ruleSet } = read;
  const none = ruleSet.rules.length === 0 && format === 's3-console-json';
  const sendable = none || isSendable(read, ...GCS_FORMATS);
  if (!sendable || problems.some(({ level }) => level === 'error')) {
    const said = OBJECTS.some((one) => one === format) ? NO_LIST : null;
    const evidence = said === null ? 'inferred' : 'documented';
    return rejection({ status: 400, code: null, message: said, rule: null, evidence });
  }
  const ageless = ruleSet.rules.findIndex(
    ({ maxAgeSeconds }) => maxAgeSeconds !== null && !isAge(maxAgeSeconds.value)
  );
  if (ageless !== -1) {
    const said = { status: 400, code: null, message: null };
    return rejection({ ...said, rule: ageless, evidence: 'inferred' });
  }
  const evidence = ruleSet.rules.every(isPlain) ? 'documented' : 'inferred';
  return acceptance(200, ruleSet.rules.map(storedAsWritten), evidence);
}
