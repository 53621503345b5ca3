import { describe, expect, test } from 'vitest';
import { providerById, type ProviderId } from '../providers/providers.ts';
import { endpointAt, PLACES } from './endpoint-at.ts';
import type { EndpointKind } from './endpoint.ts';

type Row = [
  url: string,
  chosen: ProviderId | null,
  kind: EndpointKind,
  store: ProviderId | null,
  name?: string
];

const ROWS: readonly Row[] = [
  // Buckets, by path and by host
  ['https://b.s3.eu-west-1.amazonaws.com/k', null, 'bucket', 'aws-s3'],
  ['https://s3.amazonaws.com/b/k', null, 'bucket', 'aws-s3'],
  ['https://b-1250000000.cos.ap-guangzhou.myqcloud.com/k', null, 'bucket', 'tencent-cos'],
  ['https://acct.blob.core.windows.net/c/k', null, 'bucket', 'azure-blob'],
  ['https://storage.googleapis.com/b/k', null, 'bucket', 'google-cloud-storage'],
  ['https://b.storage.googleapis.com/storage/v1/b', null, 'bucket', 'google-cloud-storage'],
  ['https://id.eu.r2.cloudflarestorage.com/b/k', null, 'bucket', 'cloudflare-r2'],
  // Services on a store's software
  ['https://ewr1.vultrobjects.com/b/k', null, 'bucket', 'ceph-rgw', 'Vultr'],
  ['https://b.fsn1.your-objectstorage.com/k', null, 'bucket', 'ceph-rgw', 'Hetzner'],
  ['https://ewr1.vultrobjects.com/b/k', 'ceph-rgw', 'bucket', 'ceph-rgw', 'Vultr'],
  ['https://ewr1.vultrobjects.com/b/k', 'aws-s3', 'foreign', 'ceph-rgw', 'Vultr'],
  ['https://b.s3.gra.io.cloud.ovh.net/k', null, 'bucket', 'aws-s3', 'OVHcloud'],
  [
    'https://storage.gra.cloud.ovh.net/v1/AUTH_x/c/o',
    null,
    'bucket',
    'openstack-swift',
    'OVHcloud Swift'
  ],
  // Google and Firebase
  ['https://storage.googleapis.com/storage/v1/b/B/o/k', null, 'api-fixed', 'google-cloud-storage'],
  [
    'https://storage.googleapis.com/upload/storage/v1/b/B/o?uploadType=resumable&upload_id=A',
    null,
    'upload-session',
    'google-cloud-storage'
  ],
  ['https://firebasestorage.googleapis.com/v0/b/B/o/k', null, 'api-fixed', 'google-cloud-storage'],
  [
    'https://firebasestorage.googleapis.com/v0/b/B/o/k?alt=media',
    null,
    'bucket',
    'google-cloud-storage'
  ],
  ['https://storage.cloud.google.com/b/k', null, 'other-service', 'google-cloud-storage'],
  // Azure beside its blobs
  ['https://acct.queue.core.windows.net/q', null, 'other-service', 'azure-blob'],
  ['https://acct.z33.web.core.windows.net/', null, 'website', 'azure-blob'],
  ['https://acct.azureedge.net/k', 'azure-blob', 'cdn', null],
  // Consoles, whatever store is chosen
  [
    'https://s3.console.aws.amazon.com/s3/object/b?prefix=k',
    'aws-s3',
    'other-service',
    'aws-s3',
    'the AWS console'
  ],
  ['https://eu-west-1.console.aws.amazon.com/s3/buckets/b', null, 'other-service', 'aws-s3'],
  ['https://portal.azure.com/#view', 'azure-blob', 'other-service', 'azure-blob'],
  ['https://console.cloud.tencent.com/cos/bucket', 'aws-s3', 'other-service', 'tencent-cos'],
  // Amazon
  ['https://s3.amazonaws.com/', 'aws-s3', 'service-root', 'aws-s3'],
  ['https://b.s3-website-us-east-1.amazonaws.com/', null, 'website', 'aws-s3'],
  ['https://b.s3-website.eu-central-1.amazonaws.com/', null, 'website', 'aws-s3'],
  ['https://eu-west-1.amazonaws.com/b/k', null, 'foreign', null],
  ['https://d111.cloudfront.net/k', 'aws-s3', 'cdn', null],
  // China
  ['https://b-1250000000.file.myqcloud.com/k', null, 'cdn', 'tencent-cos'],
  ['https://b-1250000000.cos-website.ap-guangzhou.myqcloud.com/', null, 'website', 'tencent-cos'],
  ['http://1250000000.vod2.myqcloud.com/a.mp4', 'tencent-cos', 'cdn', null],
  // Others
  ['https://b.ams3.cdn.digitaloceanspaces.com/k', null, 'cdn', 'digitalocean-spaces'],
  [
    'https://ns.compat.objectstorage.us-phoenix-1.oraclecloud.com/b/k',
    'aws-s3',
    'other-service',
    null
  ],
  ['https://abc.supabase.co/storage/v1/s3/b/k', null, 'api-fixed', null],
  ['http://minio.example:9001/browser', 'minio', 'other-service', 'minio'],
  ['https://api.example:9001/k', 'tencent-cos', 'unknown', 'tencent-cos'],
  // Names of one's own
  ['https://media.example.com/k', 'aws-s3', 'unknown', 'aws-s3'],
  ['https://media.example.com/k', null, 'unknown', null],
  ['https://rgw.example.com/b/k', 'ceph-rgw', 'bucket', 'ceph-rgw'],
  ['http://localhost:9000/b/k', 'tencent-cos', 'bucket', 'tencent-cos'],
  ['https://b.s3.eu-west-1.amazonaws.com/k', 'tencent-cos', 'foreign', 'aws-s3'],
  ['no address', 'aws-s3', 'unknown', null]
];

test.each(ROWS)('%s with %s: %s', (url, chosen, kind, store, name) => {
  const endpoint = endpointAt(url, chosen === null ? null : providerById(chosen));
  expect(endpoint).toMatchObject({ kind, store, ...(name && { name }) });
});

describe('places', () => {
  test('each is known by a name and a source of its own', () => {
    for (const { name, source } of PLACES) {
      expect(name).not.toBe('');
      expect(source).toMatch(/^https:\/\//);
    }
    expect(new Set(PLACES.map(({ name }) => name)).size).toBe(PLACES.length);
  });
});
