/** What Cloudflare R2 says when rules are saved: by its own API, by the dashboard and by the API of S3. */
import type { FormatId, ReadResult } from '../../1-read/format.ts';
import type { Rule } from '../../model.ts';
import type { SavingResult } from '../provider.ts';
import { S3_METHODS } from '../families/s3/words.ts';
import { acceptance, isSendable, rejection, storedAsWritten } from '../shared/saving.ts';

export const R2_FORMATS: readonly FormatId[] = [
  's3-console-json',
  'r2-wrangler-json',
  's3-xml',
  's3-json',
  'terraform-cloudflare'
];

/** Seconds. https://developers.cloudflare.com/api/resources/r2/subresources/buckets/subresources/cors */
const LIMITS = { maxAge: 86_400 };

/**
 * `scheme://host`, perhaps a port, and nothing behind it; one `*` in the host and none in the port.
 * https://developers.cloudflare.com/r2/platform/release-notes/ of 2023-10-23, https://github.com/cloudflare/cloudflare-docs/issues/32888
 */
function isOrigin(value: string): boolean {
  if (value === '*') return true;
  const [, host] =
    /^[a-z][a-z0-9+.-]*:\/\/([^/?#@:\s]+|\[[0-9a-f:.]+\])(?::\d+)?$/i.exec(value) ?? [];
  return host !== undefined && host.indexOf('*') === host.lastIndexOf('*');
}

const isAge = (text: string): boolean => /^\d+$/.test(text.trim()) && Number(text) <= LIMITS.maxAge;

/** An empty name of a header is refused since January 2024, an unknown name of a field since November 2022. */
const isRefused = ({
  allowedOrigins,
  allowedMethods,
  allowedHeaders,
  maxAgeSeconds
}: Rule): boolean =>
  allowedOrigins.length === 0 ||
  allowedMethods.length === 0 ||
  allowedMethods.some(({ value }) => !S3_METHODS.includes(value)) ||
  allowedOrigins.some(({ value }) => !isOrigin(value)) ||
  allowedHeaders.some(({ value }) => value === '') ||
  (maxAgeSeconds !== null && !isAge(maxAgeSeconds.value));

/**
 * What the API says of a body that is not of its shape, whoever sends it. https://github.com/cloudflare/workers-sdk/issues/8486,
 * https://github.com/cloudflare/terraform-provider-cloudflare/issues/5260
 */
const NO_JSON = { code: '10040', message: 'The JSON you provided was not well formed.' };

/** Which words stand for which fault is known of two: names of S3 in the file of wrangler, and an origin's port that is `*`. */
export function save(read: ReadResult): SavingResult {
  const { format, problems, ruleSet } = read;
  const fault = format === 's3-xml' || format === 's3-json' ? 'MalformedXML' : null;
  const byApi = format === 'r2-wrangler-json' || format === 'terraform-cloudflare';
  const words = byApi ? NO_JSON : { code: fault, message: null };
  const said = (rule: number | null, evidence: SavingResult['evidence']): SavingResult =>
    rejection({ status: 400, ...words, rule, evidence });
  const strange = problems.some(({ code }) => code === 'name-unknown' || code === 'name-misspelt');
  if (strange) return said(null, 'traced');
  if (!isSendable(read, ...R2_FORMATS) || problems.some(({ level }) => level === 'error'))
    return said(null, 'inferred');
  if (fault !== null && ruleSet.rules.length === 0) return said(null, 'inferred');
  const odd = ruleSet.rules.findIndex(isRefused);
  return odd === -1
    ? acceptance(200, ruleSet.rules.map(storedAsWritten), 'documented')
    : said(odd, 'documented');
}
