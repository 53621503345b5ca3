/** What Backblaze B2 says when rules are saved, by its own API and by the API of S3. */
import { operationOf } from '../../1-read/formats/b2-json.ts';
import type { ReadResult } from '../../1-read/format.ts';
import type { Rule } from '../../model.ts';
import type { SavingResult, StoredRule } from '../provider.ts';
import { S3_METHODS } from '../families/s3/words.ts';
import { acceptance, isSendable, rejection, storedAsWritten } from '../shared/saving.ts';
import { byteLength, valuesOf } from '../../written.ts';

/** Operations of the native API that a rule can allow. */
export const NATIVE_OPERATIONS = [
  'b2_download_file_by_name',
  'b2_download_file_by_id',
  'b2_upload_file',
  'b2_upload_part'
];

/** https://www.backblaze.com/docs/cloud-storage-cross-origin-resource-sharing-rules, https://www.backblaze.com/docs/cloud-storage-enable-cors-with-the-s3-compatible-api */
const LIMITS = { rules: 100, ruleBytes: 1_000, xmlCharacters: 100 * 1024, maxAge: 86_400 };

/** `b2-` is kept for Backblaze's own. */
const NAME = /^(?!b2-)[A-Za-z0-9-]{6,50}$/;
/** A scheme and a host, and perhaps a port. */
const ORIGIN = /^https?:\/\/([^/?#@:\s]+|\[[0-9a-f:.]+\])(:\d+)?$/i;
const FULL_NAME = /^[!#$%&'+\-.^_`|~0-9A-Za-z]+$/;
const HEADER = /^([!#$%&'+\-.^_`|~0-9A-Za-z]+\*?|\*)$/;

/** The bytes of all strings of a rule; what else the page counts is cut off where it could be read. */
function bytesOf(rule: StoredRule): number {
  const { id, allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders } = rule;
  const strings = [id ?? '', ...allowedOrigins, ...allowedMethods.map(operationOf)];
  return byteLength([...strings, ...allowedHeaders, ...exposeHeaders].join(''));
}

/** The host may hold one `*`. */
function isOrigin(value: string): boolean {
  const [, host] = ORIGIN.exec(value) ?? [];
  return host !== undefined && host.indexOf('*') === host.lastIndexOf('*');
}

/** `*` stands alone; `https` stands once and no origin of that scheme after it. */
function areOrigins(origins: readonly string[]): boolean {
  if (origins.includes('*')) return origins.length === 1;
  const https = origins.indexOf('https');
  const covered = https !== -1 && origins.slice(https + 1).some((one) => one.startsWith('https'));
  const each = origins.every((one) => one === 'https' || isOrigin(one));
  return origins.length > 0 && each && !covered;
}

const areHeaders = (names: readonly string[]): boolean =>
  names.every((name) => HEADER.test(name)) && (!names.includes('*') || names.length === 1);

const isAge = (text: string): boolean => /^\d+$/.test(text) && Number(text) <= LIMITS.maxAge;

/** What both APIs ask of a rule; operations are methods where they are of the S3 API. */
const isRefused = (rule: Rule, methods: readonly string[]): boolean =>
  !areOrigins(valuesOf(rule.allowedOrigins)) ||
  rule.allowedMethods.length === 0 ||
  rule.allowedMethods.some(({ value }) => !methods.includes(value)) ||
  !areHeaders(valuesOf(rule.allowedHeaders)) ||
  rule.exposeHeaders.some(({ value }) => !FULL_NAME.test(value)) ||
  (rule.maxAgeSeconds !== null && !isAge(rule.maxAgeSeconds.value)) ||
  bytesOf(storedAsWritten(rule)) >= LIMITS.ruleBytes;

/** Every rule of the native API has an age and a name of its own. */
const lacksNative = ({ id, maxAgeSeconds }: Rule, rule: number, rules: readonly Rule[]): boolean =>
  maxAgeSeconds === null ||
  id === null ||
  !NAME.test(id.value) ||
  rules.findIndex((other) => other.id?.value === id.value) !== rule;

/** Operations are kept in B2's own words, and given back so by the native API; the S3 API names a method once. */
function stored(rule: Rule, native: boolean): StoredRule {
  const kept = storedAsWritten(rule);
  const methods = native ? kept.allowedMethods.map(operationOf) : [...new Set(kept.allowedMethods)];
  return { ...kept, allowedMethods: methods };
}

export function save(read: ReadResult): SavingResult {
  const { format, problems, ruleSet } = read;
  const { rules } = ruleSet;
  const native =
    format === 'b2-json' ||
    format === 'terraform-b2' ||
    (rules.length === 0 && format === 's3-console-json');
  const said = (
    rule: number | null,
    evidence: SavingResult['evidence'],
    message?: string
  ): SavingResult => {
    const code = native ? 'bad_request' : null;
    return rejection({ status: 400, code, message: message ?? null, rule, evidence });
  };
  const sendable = native || isSendable(read, 's3-xml', 's3-json');
  const broken = problems.some(({ level }) => level === 'error') || !read.complete;
  if (!sendable || broken || (!native && rules.length === 0)) return said(null, 'inferred');
  const long = !native && rules.some(({ span }) => span.to > LIMITS.xmlCharacters);
  if (rules.length > LIMITS.rules || long) return said(null, 'documented');
  const empty = rules.findIndex(({ allowedOrigins }) => valuesOf(allowedOrigins).includes(''));
  if (empty !== -1 && !native) {
    return said(empty, 'documented', 'illegal empty string in allowedOrigins.');
  }
  const methods = native ? [...S3_METHODS, ...NATIVE_OPERATIONS] : S3_METHODS;
  const odd = rules.findIndex(
    (rule, index) => isRefused(rule, methods) || (native && lacksNative(rule, index, rules))
  );
  return odd === -1
    ? acceptance(
        200,
        rules.map((rule) => stored(rule, native)),
        'documented'
      )
    : said(odd, 'documented');
}
