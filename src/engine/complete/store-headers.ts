/** Whose headers belong to which store. */
import type { ProviderId } from '../providers/provider.ts';
import { CLIENT_HEADERS, type HeaderFamily } from './client-headers.ts';

interface Family {
  /** What the store's own headers begin with. */
  prefix: string;
  /** The header by which the store's support finds a request. */
  requestId: string;
}

const FAMILIES: Readonly<Record<Exclude<HeaderFamily, 'any'>, Family>> = {
  cos: { prefix: 'x-cos-', requestId: 'x-cos-request-id' },
  s3: { prefix: 'x-amz-', requestId: 'x-amz-request-id' },
  oss: { prefix: 'x-oss-', requestId: 'x-oss-request-id' },
  obs: { prefix: 'x-obs-', requestId: 'x-obs-request-id' },
  azure: { prefix: 'x-ms-', requestId: 'x-ms-request-id' },
  gcs: { prefix: 'x-goog-', requestId: 'x-guploader-uploadid' },
  b2: { prefix: 'x-bz-', requestId: 'x-amz-request-id' },
  swift: { prefix: 'x-object-', requestId: 'x-trans-id' }
};

/** The families whose clients speak to a store; the headers of the first are its own. */
const FAMILIES_OF: Readonly<
  Record<ProviderId, readonly [Exclude<HeaderFamily, 'any'>, ...Exclude<HeaderFamily, 'any'>[]]>
> = {
  'tencent-cos': ['cos'],
  'aws-s3': ['s3'],
  'google-cloud-storage': ['gcs'],
  'azure-blob': ['azure'],
  'cloudflare-r2': ['s3'],
  'alibaba-oss': ['oss'],
  'huawei-obs': ['obs'],
  'backblaze-b2': ['s3', 'b2'],
  'digitalocean-spaces': ['s3'],
  wasabi: ['s3'],
  'ceph-rgw': ['s3'],
  'ceph-rgw-swift': ['swift'],
  'openstack-swift': ['swift'],
  minio: ['s3'],
  'scality-cloudserver': ['s3'],
  seaweedfs: ['s3'],
  garage: ['s3'],
  azurite: ['azure'],
  localstack: ['s3'],
  s3rver: ['s3']
};

export const familyOf = (id: ProviderId): Family => FAMILIES[FAMILIES_OF[id][0]];

/** The spelling in which vendors' pages have a name; names of the stores themselves are in lower case. */
const SPELLED = new Map(
  ['ETag', 'Accept-Ranges', 'Content-MD5', 'Content-Range', 'Date', 'Location', 'Range'].map(
    (name) => [name.toLowerCase(), name]
  )
);

export const spelled = (name: string): string => SPELLED.get(name) ?? name;

/** Each header that clients of a store send, or read, with those clients: the store's own, then those of any store. */
export function clientsBy(id: ProviderId, what: 'sends' | 'reads'): Map<string, string[]> {
  return clientsOf([...FAMILIES_OF[id], 'any'], what);
}

/** The headers that a store's own clients send, or read. */
export const ownHeaders = (id: ProviderId, what: 'sends' | 'reads'): string[] => [
  ...clientsOf(FAMILIES_OF[id], what).keys()
];

function clientsOf(families: readonly HeaderFamily[], what: 'sends' | 'reads') {
  const found = new Map<string, string[]>();
  for (const family of families) {
    for (const one of CLIENT_HEADERS) {
      if (one.store !== family) continue;
      for (const name of one[what]) found.set(name, [...(found.get(name) ?? []), one.client]);
    }
  }
  return found;
}
