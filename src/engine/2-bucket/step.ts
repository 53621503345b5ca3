/** The closed set of steps on the bucket's side. */
export interface BucketStepArgs {
  'bucket-present': Record<string, never>;
  'bucket-missing': Record<string, never>;
  'object-missing': Record<string, never>;
  'configuration-present': { rules: number };
  'configuration-missing': Record<string, never>;
  'target-in-bucket': Record<string, never>;
  'target-root': Record<string, never>;
  /** An endpoint at which the bucket's rules decide, one that allows every call, and one that never answers CORS. */
  'endpoint-asks-rules': Record<string, never>;
  'endpoint-open': Record<string, never>;
  'endpoint-never': Record<string, never>;
  'signature-accepted': Record<string, never>;
  'signature-malformed': Record<string, never>;
  'signature-wrong': Record<string, never>;
  'origin-present': { origin: string };
  'request-method-present': { method: string };
  'origin-absent': Record<string, never>;
  'request-method-absent': Record<string, never>;
  'request-method-unknown': { method: string; known: string[] };
  /** The store's own setting stands in for the bucket's rules. */
  'store-default': { origins: string[] };
  'store-default-unused': Record<string, never>;
  'origin-any': { origin: string };
  'origin-equal': { origin: string };
  /** `stands` is what the one `*` stood for; it may be empty. */
  'origin-pattern': { origin: string; pattern: string; stands: string };
  'origin-unmatched': { origin: string; listed: string[] };
  'method-listed': { method: string };
  'method-unlisted': { method: string; listed: string[] };
  'headers-none-requested': Record<string, never>;
  'header-any': { header: string };
  'header-listed': { header: string };
  'header-pattern': { header: string; pattern: string };
  'header-unlisted': { header: string; listed: string[] };
  'allow-origin-wildcard': Record<string, never>;
  'allow-origin-echoed': { origin: string };
  'allow-origin-list': { origins: string[] };
  'allow-credentials-echoed': Record<string, never>;
  'allow-credentials-always': Record<string, never>;
  'allow-methods-listed': { methods: string[] };
  'allow-methods-echoed': { method: string };
  'allow-methods-fixed': { methods: string[] };
  'allow-headers-echoed': { headers: string };
  'allow-headers-listed': { headers: string[] };
  'allow-headers-whole': { headers: string[] };
  'allow-headers-granted': { headers: string[] };
  'expose-headers-listed': { headers: string[] };
  'expose-headers-fixed': { headers: string[] };
  'max-age-listed': { seconds: string };
  'vary-origin': Record<string, never>;
  'vary-by-request': { headers: string[] };
}
