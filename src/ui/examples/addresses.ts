import type { ProviderId } from '#engine';

/** A bucket of the examples at each store; a store without addresses of its own is at a name that nobody has. */
const BUCKETS: Readonly<Record<ProviderId, string>> = {
  'tencent-cos': 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com',
  'aws-s3': 'https://media.s3.eu-west-1.amazonaws.com',
  'google-cloud-storage': 'https://media.storage.googleapis.com',
  'azure-blob': 'https://media.blob.core.windows.net/files',
  'cloudflare-r2': 'https://media.0123456789abcdef0123456789abcdef.r2.cloudflarestorage.com',
  'alibaba-oss': 'https://media.oss-cn-hangzhou.aliyuncs.com',
  'huawei-obs': 'https://media.obs.cn-north-4.myhuaweicloud.com',
  'backblaze-b2': 'https://media.s3.us-west-004.backblazeb2.com',
  'digitalocean-spaces': 'https://media.fra1.digitaloceanspaces.com',
  wasabi: 'https://media.s3.eu-central-1.wasabisys.com',
  'ceph-rgw': 'https://rgw.example.com/media',
  'ceph-rgw-swift': 'https://rgw.example.com/swift/v1/media',
  minio: 'https://minio.example.com/media',
  'scality-cloudserver': 'https://cloudserver.example.com/media',
  seaweedfs: 'https://seaweedfs.example.com/media',
  garage: 'https://garage.example.com/media',
  'openstack-swift': 'https://swift.example.com/v1/AUTH_media/files',
  azurite: 'https://azurite.example.com/devstoreaccount1/media',
  localstack: 'https://localstack.example.com/media',
  s3rver: 'https://s3rver.example.com/media'
};

export const bucketAt = (store: ProviderId): string => BUCKETS[store];

/** The longest first, since one may begin as another does. */
const ALL = Object.values(BUCKETS).sort((one, other) => other.length - one.length);

/** An address of an example's bucket as it is at that store; any other address, which a person gave, as it is. */
export function exampleAt(store: ProviderId, url: string): string {
  const before = ALL.find((bucket) => url.startsWith(`${bucket}/`));
  return before === undefined ? url : `${BUCKETS[store]}${url.slice(before.length)}`;
}
