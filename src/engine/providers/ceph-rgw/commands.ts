import { documented, inferred } from '../../2-bucket/evidence.ts';
import {
  compatibleStore,
  S3_PERMISSIONS,
  selfHosted,
  toEndpoint,
  toRegion,
  usual
} from '../families/s3/commands.ts';
import { note } from '../ways/note.ts';
import { BUCKET, ENDPOINT } from '../ways/store.ts';

const CEPH = 'https://docs.ceph.com/en/latest/radosgw/s3/bucketops/';

export const saveToCephRgw = compatibleStore({
  id: 'ceph-rgw',
  profile: 'ceph',
  fields: [BUCKET, ENDPOINT, usual('us-east-1')],
  endpoint: toEndpoint,
  region: toRegion,
  permissions: S3_PERMISSIONS,
  fact: inferred(CEPH),
  addresses: selfHosted(CEPH),
  examples: { port: '7480' },
  notes: [
    note('replaces-all', {}, inferred(CEPH)),
    note('path-style-unless', {}, inferred(CEPH)),
    note('delay-tests', { seconds: 3 }, documented(CEPH))
  ]
});
