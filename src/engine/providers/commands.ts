import { saveToAlibabaOss } from './alibaba-oss/commands.ts';
import { saveToAwsS3 } from './aws-s3/commands.ts';
import { saveToAzureBlob } from './azure-blob/commands.ts';
import { saveToAzurite } from './azurite/commands.ts';
import { saveToBackblazeB2 } from './backblaze-b2/commands.ts';
import { saveToCephRgw } from './ceph-rgw/commands.ts';
import { saveToCephRgwSwift } from './ceph-rgw-swift/commands.ts';
import { saveToCloudflareR2 } from './cloudflare-r2/commands.ts';
import { saveToDigitaloceanSpaces } from './digitalocean-spaces/commands.ts';
import { saveToGarage } from './garage/commands.ts';
import { saveToGoogleCloudStorage } from './google-cloud-storage/commands.ts';
import { saveToHuaweiObs } from './huawei-obs/commands.ts';
import { saveToLocalstack } from './localstack/commands.ts';
import { saveToMinio } from './minio/commands.ts';
import { saveToOpenstackSwift } from './openstack-swift/commands.ts';
import { saveToS3rver } from './s3rver/commands.ts';
import { saveToScalityCloudserver } from './scality-cloudserver/commands.ts';
import { saveToSeaweedfs } from './seaweedfs/commands.ts';
import { saveToTencentCos } from './tencent-cos/commands.ts';
import { saveToWasabi } from './wasabi/commands.ts';
import type { ProviderId } from './providers.ts';
import type { SaveStore } from './ways/store.ts';

/** How each store is saved to, apart from what it decides, since only those who save need it. A store that is missing is a type error. */
const COMMANDS: Readonly<Record<ProviderId, SaveStore>> = {
  'tencent-cos': saveToTencentCos,
  'aws-s3': saveToAwsS3,
  'google-cloud-storage': saveToGoogleCloudStorage,
  'azure-blob': saveToAzureBlob,
  azurite: saveToAzurite,
  'cloudflare-r2': saveToCloudflareR2,
  'alibaba-oss': saveToAlibabaOss,
  'huawei-obs': saveToHuaweiObs,
  'backblaze-b2': saveToBackblazeB2,
  'digitalocean-spaces': saveToDigitaloceanSpaces,
  wasabi: saveToWasabi,
  'ceph-rgw': saveToCephRgw,
  'scality-cloudserver': saveToScalityCloudserver,
  seaweedfs: saveToSeaweedfs,
  garage: saveToGarage,
  localstack: saveToLocalstack,
  s3rver: saveToS3rver,
  'ceph-rgw-swift': saveToCephRgwSwift,
  'openstack-swift': saveToOpenstackSwift,
  minio: saveToMinio
};

/** The store of that id. */
export const storeToSaveTo = (id: ProviderId): SaveStore => COMMANDS[id];
