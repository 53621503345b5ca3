import { GCS_NAMES, holdsForGcs, isGcsRule } from './gcs-json.ts';
import { jsonFormat } from './json-format.ts';
import { placeUnder } from '../tree/place.ts';

/** The bucket of the JSON API, or the part of it that a PATCH sends. https://cloud.google.com/storage/docs/json_api/v1/buckets/patch */
export const gcsApiJson = jsonFormat({
  id: 'gcs-api-json',
  strict: true,
  needsLists: true,
  holdsResponseVary: false,
  holds: holdsForGcs,
  names: [GCS_NAMES],
  place: (document) => placeUnder('cors_config', document) ?? placeUnder('cors', document),
  claims: ({ node, rules }) =>
    node?.type === 'array' && (node.items.length === 0 || rules.some(isGcsRule)),
  wrap: (rules) => ({ cors: rules })
});
