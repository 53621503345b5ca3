import { alibabaOss } from './alibaba-oss.ts';
import { awsS3 } from './aws-s3.ts';
import { azureBlob } from './azure-blob.ts';
import { azurite } from './azurite.ts';
import { backblazeB2 } from './backblaze-b2.ts';
import { cephRgwSwift } from './ceph-rgw-swift.ts';
import { cephRgw } from './ceph-rgw.ts';
import { cloudflareR2 } from './cloudflare-r2.ts';
import { digitaloceanSpaces } from './digitalocean-spaces.ts';
import { garage } from './garage.ts';
import { googleCloudStorage } from './google-cloud-storage.ts';
import { huaweiObs } from './huawei-obs.ts';
import { localstack } from './localstack.ts';
import { minio } from './minio.ts';
import { openstackSwift } from './openstack-swift.ts';
import type { Provider, ProviderId } from './provider.ts';
import { s3rver } from './s3rver.ts';
import { scalityCloudserver } from './scality-cloudserver.ts';
import { seaweedfs } from './seaweedfs.ts';
import { tencentCos } from './tencent-cos.ts';
import { wasabi } from './wasabi.ts';

/** Every store, in the order in which the page lists them. A new one is one file and one line. */
export const providers = [
  tencentCos,
  awsS3,
  googleCloudStorage,
  azureBlob,
  cloudflareR2,
  alibabaOss,
  huaweiObs,
  backblazeB2,
  digitaloceanSpaces,
  wasabi,
  cephRgw,
  cephRgwSwift,
  openstackSwift,
  minio,
  scalityCloudserver,
  seaweedfs,
  garage,
  azurite,
  localstack,
  s3rver
] as readonly Provider[];

const byId = new Map<string, Provider>(providers.map((provider) => [provider.id, provider]));

/** Whether a text names a store. */
export const isProviderId = (id: string): id is ProviderId => byId.has(id);

/** The store of that id. */
export const providerById = (id: ProviderId): Provider => byId.get(id) as Provider;
