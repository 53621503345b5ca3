/**
 * Query parameters whose values are known to give nobody access: the only ones that are kept. Names in lower case, from the
 * stores' own documentation. `uploadId`, which whoever holds it can add to, is not among them.
 */
import { kindOfHeader } from './harmless-headers.ts';

/** Names of what is asked for, which stand without a value: `Policy=` is another parameter. */
const SUBRESOURCES: ReadonlySet<string> = new Set([
  ...['accelerate', 'acl', 'analytics', 'append', 'attributes', 'cors', 'delete'],
  ...['encryption', 'inventory', 'legal-hold', 'lifecycle', 'location', 'logging', 'metrics'],
  ...['notification', 'object-lock', 'objectmeta', 'ownershipcontrols', 'policy', 'policystatus'],
  ...['publicaccessblock', 'replication', 'requestpayment', 'restore', 'retention', 'select'],
  ...['session', 'stat', 'symlink', 'tagging', 'torrent', 'uploads', 'versioning', 'versions'],
  ...['website']
]);

const S3 = [
  ...['continuation', 'delimiter', 'encoding-type', 'fetch-owner', 'key-marker', 'list-type'],
  ...['marker', 'max-keys', 'max-parts', 'max-uploads', 'part-number-marker', 'partnumber'],
  ...['position', 'prefix', 'response-cache-control', 'response-content-disposition'],
  ...['response-content-encoding', 'response-content-language', 'response-content-type'],
  ...['response-expires', 'start-after', 'version-id-marker', 'versionid', 'x-id'],
  ...['x-amz-algorithm', 'x-amz-expires', 'x-amz-signedheaders', 'expires', 'signatureversion']
];

const OTHER_STORES = [
  ...['q-header-list', 'q-key-time', 'q-sign-algorithm', 'q-sign-time', 'q-url-param-list'],
  ...['x-oss-additional-headers', 'x-oss-expires', 'x-oss-process', 'x-oss-signature-version'],
  ...['x-tos-algorithm', 'x-tos-expires', 'x-tos-signedheaders'],
  // Azure's shared access signature, but for the signature
  ...['blockid', 'include', 'maxresults', 'restype', 'rscc', 'rscd', 'rsce', 'rscl', 'rsct', 'se'],
  ...['sdd', 'ske', 'sks', 'skt', 'skv', 'snapshot', 'sp', 'spr', 'sr', 'srt', 'ss', 'st', 'sv'],
  ...['comp', 'timeout'],
  // Google's
  ...['alt', 'fields', 'generation', 'ifgenerationmatch', 'ifgenerationnotmatch', 'projection'],
  ...['ifmetagenerationmatch', 'predefinedacl', 'prettyprint', 'uploadtype', 'x-goog-algorithm'],
  ...['x-goog-expires', 'x-goog-signedheaders'],
  // Swift's
  ...['filename', 'format', 'inline', 'multipart-manifest', 'temp_url_expires']
];

const HARMLESS: ReadonlySet<string> = new Set([...S3, ...OTHER_STORES]);

/** Whether the value of a query parameter is known to be no secret; a signed address holds headers as parameters. */
export function isHarmlessParameter(name: string): boolean {
  const lower = name.toLowerCase();
  return HARMLESS.has(lower) || (lower.startsWith('x-') && kindOfHeader(lower) === 'harmless');
}

/** Whether what stands in a query without a value is known to be the name of something that is asked for. */
export const isHarmlessName = (name: string): boolean => SUBRESOURCES.has(name.toLowerCase());
