import { documented, inferred } from '../../2-bucket/evidence.ts';
import { compatibleStore } from '../families/s3/commands.ts';
import { note } from '../ways/note.ts';
import { BUCKET, REGION } from '../ways/store.ts';
import { terraformWay } from '../ways/terraform.ts';

const SPACES = 'https://docs.digitalocean.com/products/spaces/how-to/configure-cors/';
const SPACES_RESOURCE =
  'https://docs.digitalocean.com/reference/terraform/reference/resources/spaces_bucket_cors_configuration/';

/** docs/facts/s3-compatible.md 3 */
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
