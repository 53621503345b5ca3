import { documented, inferred } from '../../2-bucket/evidence.ts';
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

const SEAWEEDFS = 'https://github.com/seaweedfs/seaweedfs/blob/master/weed/command/s3.go';

export const saveToSeaweedfs = compatibleStore({
  id: 'seaweedfs',
  profile: 'seaweedfs',
  fields: [BUCKET, ENDPOINT, usual('us-east-1')],
  endpoint: toEndpoint,
  region: toRegion,
  permissions: S3_PERMISSIONS,
  fact: documented(SEAWEEDFS),
  addresses: selfHosted(SEAWEEDFS),
  examples: { port: '8333' },
  notes: [
    note('replaces-all', {}, inferred(SEAWEEDFS)),
    note('cli-none', { programs: ['weed shell'] }, documented(SEAWEEDFS)),
    note(
      'server-default',
      { setting: 'weed s3 -allowedOrigins=https://app.example.com' },
      documented(SEAWEEDFS)
    ),
    unknownDelay(SEAWEEDFS)
  ]
});
