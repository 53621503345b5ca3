import { documented } from '../../2-bucket/evidence.ts';
import {
  compatibleStore,
  S3_PERMISSIONS,
  selfHosted,
  toEndpoint,
  toRegion,
  unknownDelay,
  usual
} from '../families/s3/commands.ts';
import { note } from '../ways/note.ts';
import { BUCKET, ENDPOINT } from '../ways/store.ts';

const SCALITY = 'https://github.com/scality/cloudserver';

export const saveToScalityCloudserver = compatibleStore({
  id: 'scality-cloudserver',
  profile: 'cloudserver',
  fields: [BUCKET, ENDPOINT, usual('us-east-1')],
  endpoint: toEndpoint,
  region: toRegion,
  permissions: S3_PERMISSIONS,
  fact: documented(SCALITY),
  addresses: selfHosted(SCALITY),
  examples: { port: '8000' },
  notes: [note('replaces-all', {}, documented(SCALITY)), unknownDelay(SCALITY)]
});
