import type { RuleSet } from '../../model.ts';
import { jsonFormat } from './json-format.ts';
import { placeAlone, placeInList, reportBareRule } from '../tree/place.ts';
import type { TreeObject } from '../tree/node.ts';
import { plainRule } from '../plain.ts';
import { keyOfName, type FieldNames } from '../rule-key.ts';

/**
 * The names of a bucket's `cors` entries. `responseHeader` does double duty: a preflight may ask for these headers, and a
 * script may read them, so it is read into allowed and exposed headers alike, and a change of either is one of both.
 * https://cloud.google.com/storage/docs/json_api/v1/buckets, https://cloud.google.com/storage/docs/troubleshooting#cors
 */
export const GCS_NAMES: FieldNames = {
  allowedOrigins: 'origin',
  allowedMethods: 'method',
  allowedHeaders: 'responseHeader',
  exposeHeaders: 'responseHeader',
  maxAgeSeconds: 'maxAgeSeconds'
};

/** False where a rule has an id, or exposes other headers than it allows: here both are one list. */
export const holdsForGcs = ({ rules }: RuleSet): boolean =>
  rules.every((rule) => {
    const { id, allowedHeaders, exposeHeaders } = plainRule(rule);
    return (
      id === null &&
      allowedHeaders.length === exposeHeaders.length &&
      allowedHeaders.every((header, index) => header === exposeHeaders[index])
    );
  });

/** True for a name that no other store's rules have. */
const tells = (name: string): boolean =>
  name !== GCS_NAMES.maxAgeSeconds && keyOfName(GCS_NAMES, name) !== null;

export const isGcsRule = ({ members }: TreeObject): boolean =>
  members.some(({ key }) => tells(key));

/** The file of `gcloud storage buckets update --cors-file` and `gsutil cors set`. https://cloud.google.com/storage/docs/gsutil/commands/cors */
export const gcsJson = jsonFormat({
  id: 'gcs-json',
  strict: true,
  needsLists: true,
  holdsResponseVary: false,
  holds: holdsForGcs,
  names: [GCS_NAMES],
  place: (document) => placeInList(document) ?? placeAlone(document),
  claims: ({ rules }) => rules.some(isGcsRule),
  inspect: reportBareRule,
  wrap: (rules) => rules
});
