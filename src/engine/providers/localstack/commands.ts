import { documented, inferred } from '../../2-bucket/evidence.ts';
import {
  compatibleStore,
  selfHosted,
  toEndpoint,
  toRegion,
  usual
} from '../families/s3/commands.ts';
import { note } from '../ways/note.ts';
import { BUCKET, ENDPOINT } from '../ways/store.ts';

const LOCALSTACK = 'https://docs.localstack.cloud/aws/services/s3/';

export const saveToLocalstack = compatibleStore({
  id: 'localstack',
  profile: 'localstack',
  fields: [BUCKET, { ...ENDPOINT, usually: 'http://localhost:4566' }, usual('us-east-1')],
  endpoint: toEndpoint,
  region: toRegion,
  permissions: [],
  fact: inferred(LOCALSTACK),
  addresses: [
    {
      host: '{bucket}.s3.{region}.localhost.localstack.cloud:{port}',
      sets: { endpoint: 'http://localhost:{port}' }
    },
    {
      host: '{bucket}.s3.localhost.localstack.cloud:{port}',
      sets: { endpoint: 'http://localhost:{port}' }
    },
    {
      host: 'localhost.localstack.cloud:{port}',
      path: '/{bucket}',
      sets: { endpoint: 'http://localhost:{port}' }
    },
    ...selfHosted(LOCALSTACK)
  ],
  examples: { bucket: 'bucket', region: 'us-east-1', port: '4566' },
  notes: [
    note('replaces-all', {}, inferred(LOCALSTACK)),
    note('any-credentials', { id: 'test', secret: 'test' }, inferred(LOCALSTACK)),
    note('server-default', { setting: 'EXTRA_CORS_ALLOWED_ORIGINS' }, documented(LOCALSTACK))
  ]
});
