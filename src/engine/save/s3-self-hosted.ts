/** Stores with S3's interface on machines of one's own. facts/save-commands.md 12, 15 to 17, 19 and 20 */
import { documented, inferred, traced } from '../2-bucket/evidence.ts';
import type { AddressForm } from './address.ts';
import { command } from './command.ts';
import { note } from './note.ts';
import { compatibleStore, S3_PERMISSIONS } from './s3-compatible.ts';
import {
  BUCKET,
  ENDPOINT,
  fileOf,
  REGION,
  type SaveStore,
  type SaveTask,
  type WayDraft
} from './store.ts';
import type { FieldSpec } from './target.ts';

const CEPH = 'https://docs.ceph.com/en/latest/radosgw/s3/bucketops/';
const SCALITY = 'https://github.com/scality/cloudserver';
const SEAWEEDFS = 'https://github.com/seaweedfs/seaweedfs/blob/master/weed/command/s3.go';
const GARAGE = 'https://garagehq.deuxfleurs.fr/documentation/connect/apps/';
const LOCALSTACK = 'https://docs.localstack.cloud/aws/services/s3/';
const S3RVER = 'https://github.com/jamhall/s3rver';

/** On the own machine the bucket stands in the path; on a name of one's own that is only usual. */
const selfHosted = (source: string): AddressForm[] => [
  ...['localhost:{port}', '127.0.0.1:{port}'].map((host) => ({
    host,
    path: '/{bucket}',
    sets: { endpoint: '{origin}' }
  })),
  {
    host: null,
    path: '/{bucket}/{key}',
    sets: { endpoint: '{origin}' },
    note: note('address-path-style-guess', {}, inferred(source))
  }
];

const toEndpoint = ({ to }: SaveTask): string => to('endpoint');
const toRegion = ({ to }: SaveTask): string => to('region');
const usual = (usually: string): FieldSpec => ({ ...REGION, usually });
const unknownDelay = (source: string) => note('delay-unknown', {}, inferred(source));

const cephRgw = compatibleStore({
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

const scalityCloudserver = compatibleStore({
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

const seaweedfs = compatibleStore({
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

const garage = compatibleStore({
  id: 'garage',
  profile: 'garage',
  fields: [BUCKET, ENDPOINT, usual('garage')],
  endpoint: toEndpoint,
  region: toRegion,
  permissions: ['owner'],
  fact: documented(GARAGE),
  others: inferred(GARAGE),
  addresses: selfHosted(GARAGE),
  examples: { port: '3900' },
  notes: [
    note('replaces-all', {}, inferred(GARAGE)),
    note('cli-none', { programs: ['garage'] }, documented(GARAGE)),
    note(
      'owner-key',
      { command: 'garage bucket allow --read --write --owner BUCKET --key KEY' },
      documented(GARAGE)
    ),
    note('no-rules-empty', {}, documented(GARAGE)),
    unknownDelay(GARAGE)
  ]
});

const localstack = compatibleStore({
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

/** The rules may also be given when it starts. */
const s3rverStart = ({ shell, to, print }: SaveTask): WayDraft[] => {
  const { now } = fileOf('xml');
  const start = command(shell, `s3rver --directory ${shell.word('./s3rver-data')}`, [
    '--configure-bucket',
    to('bucket'),
    now
  ]);
  return [
    {
      id: 'start',
      tool: 's3rver',
      format: 's3-xml',
      steps: { save: `${shell.file(now, print('s3-xml'))}\n${start}` },
      fact: traced(S3RVER),
      permissions: []
    }
  ];
};

const s3rver = compatibleStore({
  id: 's3rver',
  profile: 's3rver',
  fields: [BUCKET, { ...ENDPOINT, usually: 'http://localhost:4568' }, usual('us-east-1')],
  endpoint: toEndpoint,
  region: toRegion,
  permissions: [],
  fact: traced(S3RVER),
  others: inferred(S3RVER),
  addresses: selfHosted(S3RVER),
  examples: { port: '4568' },
  notes: [
    note('replaces-all', {}, traced(S3RVER)),
    note('any-credentials', { id: 'S3RVER', secret: 'S3RVER' }, traced(S3RVER)),
    note('signature-unproven', {}, traced(S3RVER))
  ],
  more: s3rverStart
});

export const saveToSelfHosted: readonly SaveStore[] = [
  cephRgw,
  scalityCloudserver,
  seaweedfs,
  garage,
  localstack,
  s3rver
];
