import { documented, inferred } from '../../2-bucket/evidence.ts';
import { compatibleStore, S3_PERMISSIONS } from '../families/s3/commands.ts';
import { note } from '../ways/note.ts';
import { BUCKET, REGION } from '../ways/store.ts';

const WASABI = 'https://docs.wasabi.com/docs/cross-origin-resource-sharing-cors';
const WASABI_HOSTS =
  'https://docs.wasabi.com/docs/what-are-the-service-urls-for-wasabi-s-different-storage-regions';
/** Regions that have a second name in addresses. */
const WASABI_ALIASES = {
  'nl-1': 'eu-central-1',
  'de-1': 'eu-central-2',
  'uk-1': 'eu-west-1',
  'fr-1': 'eu-west-2',
  'uk-2': 'eu-west-3',
  'it-1': 'eu-south-1'
};

/** docs/facts/s3-compatible.md 4 */
export const saveToWasabi = compatibleStore({
  id: 'wasabi',
  profile: 'wasabi',
  fields: [BUCKET, REGION],
  endpoint: ({ to }) => `https://s3.${to('region')}.wasabisys.com`,
  region: ({ to }) => to('region'),
  permissions: S3_PERMISSIONS,
  fact: documented(WASABI_HOSTS),
  addresses: [
    ...Object.entries(WASABI_ALIASES).flatMap(([alias, region]) => [
      { host: `{bucket}.s3.${alias}.wasabisys.com`, sets: { region } },
      { host: `s3.${alias}.wasabisys.com`, path: '/{bucket}', sets: { region } }
    ]),
    { host: '{bucket}.s3.{region}.wasabisys.com' },
    { host: 's3.{region}.wasabisys.com', path: '/{bucket}' },
    { host: '{bucket}.s3.wasabisys.com', sets: { region: 'us-east-1' } },
    { host: 's3.wasabisys.com', path: '/{bucket}', sets: { region: 'us-east-1' } }
  ],
  examples: { bucket: 'bucket', region: 'eu-central-1' },
  notes: [
    note('replaces-all', {}, inferred(WASABI)),
    note('default-rules', {}, documented(WASABI)),
    note('delay-unknown', {}, inferred(WASABI))
  ],
  more: (task) => [
    {
      id: 'console',
      tool: 'Wasabi',
      format: 's3-console-json',
      language: 'json',
      steps: { save: task.print('s3-console-json') },
      fact: documented(WASABI),
      permissions: S3_PERMISSIONS,
      notes: [note('console-path', { path: 'Settings → CORS' }, documented(WASABI))]
    }
  ]
});
