/**
 * Headers whose values are known to give nobody access: the only ones that are kept. Names in lower case, as the standards, the
 * stores' own documentation and recorded clients have them. What is in no list here is taken for a secret.
 */

/** RFC 9110 and 9111, Fetch, RFC 9530, and what browsers set on their own. */
const STANDARD = [
  ...['accept', 'accept-charset', 'accept-encoding', 'accept-language', 'accept-ranges', 'age'],
  ...['allow', 'alt-svc', 'cache-control', 'connection', 'content-digest', 'content-disposition'],
  ...['content-encoding', 'content-language', 'content-length', 'content-md5', 'content-range'],
  ...['content-type', 'date', 'digest', 'dnt', 'etag', 'expect', 'expires', 'host', 'if-match'],
  ...['if-modified-since', 'if-none-match', 'if-range', 'if-unmodified-since', 'keep-alive'],
  ...['last-modified', 'origin', 'pragma', 'priority', 'purpose', 'range', 'referrer-policy'],
  ...['repr-digest', 'retry-after', 'save-data', 'server', 'strict-transport-security', 'te'],
  ...['timing-allow-origin', 'trailer', 'transfer-encoding', 'upgrade-insecure-requests', 'vary'],
  ...['user-agent', 'via', 'want-digest', 'x-content-type-options', 'x-frame-options'],
  ...['cross-origin-embedder-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy'],
  ...['device-memory', 'downlink', 'dpr', 'ect', 'rtt', 'viewport-width', 'width'],
  ...['x-http-method-override', 'x-requested-with'],
  // Of HTTP/2, as tools show them.
  ...[':authority', ':method', ':scheme', ':status']
];

/** Of CDNs and of upload libraries. */
const COMMON = [
  ...['cf-cache-status', 'cf-ray', 'x-cache', 'x-log', 'x-reqid', 'x-served-by'],
  ...['tus-extension', 'tus-max-size', 'tus-resumable', 'tus-version', 'upload-checksum'],
  ...['upload-defer-length', 'upload-expires', 'upload-length', 'upload-offset'],
  ...['x-client-info', 'x-upsert']
];

/** What several stores have under a prefix of their own. */
const OF_EACH_STORE = [
  ...['acl', 'content-sha256', 'date', 'forbid-overwrite', 'hash-crc64ecma', 'id-2'],
  ...['metadata-directive', 'next-append-position', 'object-acl', 'object-type', 'request-id'],
  ...['server-side-encryption', 'server-side-encryption-customer-algorithm', 'storage-class'],
  ...['tagging-directive', 'traffic-limit', 'user-agent', 'version-id']
];
const PREFIXES = ['amz', 'bce', 'cos', 'obs', 'oss', 'tos'];

const S3 = [
  ...['amz-sdk-invocation-id', 'amz-sdk-request'],
  ...[
    ...['bucket-region', 'bypass-governance-retention', 'checksum-algorithm', 'checksum-crc32'],
    ...['checksum-crc32c', 'checksum-crc64nvme', 'checksum-mode', 'checksum-sha1'],
    ...['checksum-sha256', 'checksum-type', 'decoded-content-length', 'delete-marker'],
    ...['missing-meta', 'mp-parts-count', 'object-attributes', 'object-lock-legal-hold'],
    ...['object-lock-mode', 'object-lock-retain-until-date', 'replication-status'],
    ...['request-charged', 'request-payer', 'restore', 'sdk-checksum-algorithm'],
    ...['server-side-encryption-bucket-key-enabled', 'signatureversion', 'tagging-count'],
    ...['trailer', 'write-offset-bytes']
  ].map((name) => `x-amz-${name}`)
];

const OTHER_STORES = [
  ...['x-bce-content-crc32', 'x-bce-debug-id'],
  ...['x-cos-content-sha1', 'x-cos-force-download', 'x-cos-storage-tier', 'x-cos-trace-id'],
  ...['x-obs-api', 'x-oss-server-time'],
  ...['x-openstack-request-id', 'x-timestamp', 'x-trans-id', 'x-delete-after', 'x-delete-at']
];

const AZURE = [
  ...['access-tier', 'blob-cache-control', 'blob-content-disposition', 'blob-content-encoding'],
  ...['blob-content-language', 'blob-content-length', 'blob-content-md5', 'blob-content-type'],
  ...['blob-sequence-number', 'blob-type', 'client-request-id', 'content-crc64', 'copy-status'],
  ...['creation-time', 'date', 'delete-type-permanent', 'encryption-algorithm', 'error-code'],
  ...['lease-state', 'lease-status', 'page-write', 'range', 'range-get-content-md5'],
  ...['request-id', 'request-server-encrypted', 'server-encrypted', 'useragent', 'version']
].map((name) => `x-ms-${name}`);

const GOOGLE = [
  ...['acl', 'api-client', 'content-length-range', 'content-sha256', 'date', 'generation'],
  ...['encryption-algorithm', 'hash', 'if-generation-match', 'if-metageneration-match'],
  ...['metadata-directive', 'metageneration', 'resumable', 'storage-class'],
  ...['stored-content-encoding', 'stored-content-length', 'upload-chunk-granularity'],
  ...['upload-command', 'upload-header-content-length', 'upload-header-content-type'],
  ...['upload-offset', 'upload-protocol', 'upload-size-received', 'upload-status']
].map((name) => `x-goog-${name}`);

const BACKBLAZE = [
  ...['content-sha1', 'file-id', 'file-name', 'part-number', 'server-side-encryption'],
  ...['server-side-encryption-customer-algorithm', 'upload-timestamp']
].map((name) => `x-bz-${name}`);

const HARMLESS: ReadonlySet<string> = new Set([
  ...STANDARD,
  ...COMMON,
  ...PREFIXES.flatMap((store) => OF_EACH_STORE.map((name) => `x-${store}-${name}`)),
  ...S3,
  ...OTHER_STORES,
  ...AZURE,
  ...GOOGLE,
  ...['x-firebase-storage-version'],
  ...BACKBLAZE
]);

/** What a browser says of itself and of the page, and what an answer says of CORS. */
const HARMLESS_FAMILIES = ['access-control-', 'sec-ch-', 'sec-fetch-'];

/** Headers that name an address: it stays, without what is secret in it. */
const ADDRESSES: ReadonlySet<string> = new Set([
  ...['content-location', 'location', ':path', 'x-copy-from', 'x-amz-website-redirect-location'],
  ...['amz', 'bce', 'cos', 'goog', 'ms', 'obs', 'oss', 'tos'].map(
    (store) => `x-${store}-copy-source`
  )
]);

/** What is known of the value of a header; `name` in any case. */
export function kindOfHeader(name: string): 'harmless' | 'address' | 'unknown' {
  const lower = name.toLowerCase();
  if (ADDRESSES.has(lower)) return 'address';
  const isHarmless =
    HARMLESS.has(lower) || HARMLESS_FAMILIES.some((family) => lower.startsWith(family));
  return isHarmless ? 'harmless' : 'unknown';
}
