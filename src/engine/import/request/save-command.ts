import type { Clue } from '../symptom.ts';

/** What commands, SDKs and infrastructure code call the saving, reading and deleting of a bucket's rules. */
const SIGNS: readonly RegExp[] = [
  // aws, ossutil 2; boto3, the SDKs for JavaScript and COS's, OSS's and OBS's
  /\b(?:put|get|delete)-bucket-cors\b/,
  /\b(?:put|get|set|delete)_?bucket_?cors(?:command|request)?\b/i,
  /\.(?:put|get|set|delete)_cors\b|\bset_?cors(?:configuration|rules)?\b/i,
  // gcloud, gsutil and Google's SDKs
  /\bgsutil cors\b|--(?:cors-file|clear-cors)\b|\bbucket\.cors\b|\bsetCorsConfiguration\b/,
  // az, and Azure's SDKs and module
  /\baz storage cors\b|\bset_?service_?properties\b|-AzStorageCORSRule\b/i,
  // ossutil 1, obsutil, coscli, mc, wrangler, b2, s3cmd, swift, garage, weed
  /\b(?:ossutil(?:64)?|obsutil|coscli|mc|wrangler r2 bucket|weed)\b[^\n]{0,80}\bcors\b/,
  /\bb2 (?:bucket update|update-bucket)\b|\bs3cmd (?:set|del)cors\b|\bs3\.cors\b|\bset_?properties\b[^\n]{0,80}cors/i,
  /X-Container-Meta-Access-Control-/i,
  /\bMINIO_API_CORS_ALLOW_ORIGIN\b|\bapi cors_allow_origin\b/,
  // Terraform
  /\bresource "[a-z0-9_]+" "[^"\n]{1,200}"/,
  // s3rver, when it starts
  /--configure-bucket\b/,
  // A store's own interface
  /[?&]cors\b|\/cors(?:["'\s]|$)/
];

/** Commands that save, read or delete rules: a call that has not been made. Null where the text is something else. */
export function saveCommandIn(text: string): Clue | null {
  const isOne = /cors|Access-Control-/i.test(text) && SIGNS.some((sign) => sign.test(text));
  return isOne
    ? { kind: 'save-command', span: { from: 0, to: text.length }, engine: null, causes: [] }
    : null;
}
