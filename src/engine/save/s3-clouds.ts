/** Clouds with S3's interface and no program of their own for rules. */
import { documented, inferred } from '../2-bucket/evidence.ts';
import { note } from './note.ts';
import { compatibleStore, S3_PERMISSIONS } from './s3-compatible.ts';
import { BUCKET, REGION } from './store.ts';
import { terraformWay } from './terraform-way.ts';

const SPACES = 'https://docs.digitalocean.com/products/spaces/how-to/configure-cors/';
const SPACES_RESOURCE =
  'https://docs.digitalocean.com/reference/terraform/reference/resources/spaces_bucket_cors_configuration/';
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

/** facts/save-commands.md 10 */
export const saveToDigitaloceanSpaces = compatibleStore({
  id: 'digitalocean-spaces',
  profile: 'spaces',
  fields: [BUCKET, REGION],
  endpoint: ({ to }) => `https://${to('region')}.digitaloceanspaces.com`,
  region: () => 'us-east-1',
  permissions: ['fullaccess'],
  fact: inferred(SPACES),
  addresses: [
    {
      host: '{bucket}.{region}.cdn.digitaloceanspaces.com',
      note: note('address-cdn', { cdn: 'Spaces CDN' }, documented(SPACES))
    },
    { host: '{bucket}.{region}.digitaloceanspaces.com' },
    { host: '{region}.digitaloceanspaces.com', path: '/{bucket}' }
  ],
  examples: { bucket: 'bucket', region: 'nyc3' },
  notes: [
    note('replaces-all', {}, inferred(SPACES)),
    note('region-free', { region: 'us-east-1' }, inferred(SPACES)),
    note('delay-unknown', {}, inferred(SPACES)),
    note('cache-cdn', { cdn: 'Spaces CDN' }, inferred(SPACES))
  ],
  terraform: (task) =>
    terraformWay(task, {
      like: 'digitalocean_spaces_bucket_cors_configuration',
      tool: 'Terraform (digitalocean/digitalocean)',
      needs: { bucket: task.to('bucket'), region: task.to('region') },
      fact: documented(SPACES_RESOURCE),
      permissions: ['fullaccess']
    })
});

/** facts/save-commands.md 11 */
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
