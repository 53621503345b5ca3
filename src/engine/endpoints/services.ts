import type { Evidence } from '../model.ts';
import type { ProviderId } from '../providers/providers.ts';

/** A name and its hosts, where the software of a store answers. */
export interface Service {
  /** Proper name, the same in every language. */
  name: string;
  /** Other words by which people look for it; in lower case. */
  aliases?: readonly string[];
  /** Ends of host names; a bucket or a region may stand before each. */
  hosts: readonly string[];
  store: ProviderId;
  /** How sure it is that this store's software answers. */
  evidence: Evidence;
  source: string;
}

/** One line each; whose software answers is mostly an inference. docs/facts/addresses.md */
export const SERVICES: readonly Service[] = [
  {
    name: 'Vultr',
    hosts: ['vultrobjects.com'],
    store: 'ceph-rgw',
    evidence: 'documented',
    source: 'https://docs.vultr.com/products/cloud-storage/object-storage'
  },
  {
    name: 'Hetzner',
    hosts: ['your-objectstorage.com'],
    store: 'ceph-rgw',
    evidence: 'inferred',
    source: 'https://docs.hetzner.com/storage/object-storage'
  },
  {
    name: 'Linode',
    aliases: ['akamai'],
    hosts: ['linodeobjects.com'],
    store: 'ceph-rgw',
    evidence: 'inferred',
    source: 'https://techdocs.akamai.com/cloud-computing/docs/object-storage'
  },
  {
    name: 'OVHcloud',
    hosts: ['io.cloud.ovh.net', 'io.cloud.ovh.us', 'perf.cloud.ovh.net', 'perf.cloud.ovh.us'],
    store: 'aws-s3',
    evidence: 'inferred',
    source: 'https://help.ovhcloud.com/csm/en-public-cloud-storage-s3-setup-cors'
  },
  {
    name: 'OVHcloud Swift',
    hosts: ['cloud.ovh.net', 'cloud.ovh.us'],
    store: 'openstack-swift',
    evidence: 'inferred',
    source: 'https://help.ovhcloud.com/csm/en-public-cloud-storage-pcs-cors'
  },
  {
    name: 'Scaleway',
    hosts: ['scw.cloud'],
    store: 'aws-s3',
    evidence: 'inferred',
    source: 'https://www.scaleway.com/en/docs/object-storage/api-cli/setting-cors-rules/'
  },
  {
    name: 'IBM Cloud Object Storage',
    aliases: ['ibm cos'],
    hosts: ['cloud-object-storage.appdomain.cloud', 'objectstorage.softlayer.net'],
    store: 'aws-s3',
    evidence: 'inferred',
    source: 'https://cloud.ibm.com/docs/cloud-object-storage'
  },
  {
    name: 'IONOS',
    hosts: ['ionoscloud.com', 'profitbricks.com'],
    store: 'aws-s3',
    evidence: 'inferred',
    source: 'https://docs.ionos.com/cloud/storage-and-backup/ionos-object-storage'
  },
  {
    name: 'Yandex Object Storage',
    hosts: ['storage.yandexcloud.net', 'storage.yandexcloud.kz'],
    store: 'aws-s3',
    evidence: 'inferred',
    source: 'https://yandex.cloud/en/docs/storage/cors/configuration'
  },
  {
    name: 'Tigris',
    hosts: ['storage.tigris.dev', 't3.storage.dev', 't3.tigrisfiles.io'],
    store: 'aws-s3',
    evidence: 'inferred',
    source: 'https://www.tigrisdata.com/docs/buckets/cors/'
  },
  {
    name: 'Storj',
    hosts: ['gateway.storjshare.io', 'storjshare.io'],
    store: 'minio',
    evidence: 'documented',
    source: 'https://github.com/storj/edge/blob/main/pkg/minio/cors-handler.go'
  },
  {
    name: 'iDrive e2',
    hosts: ['idrivee2.com'],
    store: 'aws-s3',
    evidence: 'inferred',
    source: 'https://www.idrive.com/s3-storage-e2/'
  },
  {
    name: 'Dell ECS',
    hosts: ['ecstestdrive.com'],
    store: 'ceph-rgw',
    evidence: 'inferred',
    source: 'https://portal.ecstestdrive.com'
  }
];

const isOf = (host: string, { hosts }: Service): boolean =>
  hosts.some((name) => host === name || host.endsWith(`.${name}`));

/** The service of a host name in lower case and without its port; null where there is none. */
export const serviceAt = (host: string): Service | null =>
  SERVICES.find((service) => isOf(host, service)) ?? null;
