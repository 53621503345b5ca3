import { holdsForGcs } from '../gcs-json.ts';
import { jsonFormat } from '../json-format.ts';
import { hasName, placeOfRule } from '../../tree/place.ts';

const PLURAL = new Set(['origins', 'methods', 'responseHeaders', 'response_headers']);
const PLAN = new Set(['response_header']);

/**
 * Rules of Cloud Storage as Pulumi spells them, and as `terraform show -json` prints them.
 * https://www.pulumi.com/registry/packages/gcp/api-docs/storage/bucket/
 */
export const gcsCodeJson = jsonFormat({
  id: 'gcs-code-json',
  strict: false,
  holdsResponseVary: false,
  lists: 'arrays',
  holds: holdsForGcs,
  names: [
    names('origins', 'methods', 'responseHeaders', 'maxAgeSeconds'),
    names('origins', 'methods', 'response_headers', 'max_age_seconds'),
    names('origin', 'method', 'response_header', 'max_age_seconds')
  ],
  place: placeOfRule((one) => hasName(PLURAL)(one) || hasName(PLAN)(one), 'cors'),
  claims: ({ key, rules }) => rules.length > 0 && key?.key !== 'allowed',
  wrap: (rules) => ({ cors: rules })
});

function names(origins: string, methods: string, headers: string, age: string) {
  return {
    allowedOrigins: origins,
    allowedMethods: methods,
    allowedHeaders: headers,
    exposeHeaders: headers,
    maxAgeSeconds: age
  };
}
