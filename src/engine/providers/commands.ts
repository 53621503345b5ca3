import type { ProviderId } from './providers.ts';
import { saveToAlibabaOss } from './alibaba-oss/commands.ts';
import { saveToAwsS3 } from './aws-s3/commands.ts';
import { saveToAzure } from './families/azure/commands.ts';
import { saveToBackblazeB2 } from './backblaze-b2/commands.ts';
import { saveToCloudflareR2 } from './cloudflare-r2/commands.ts';
import { saveToGoogleCloudStorage } from './google-cloud-storage/commands.ts';
import { saveToHuaweiObs } from './huawei-obs/commands.ts';
import { saveToMinio } from './minio/commands.ts';
import { saveToDigitaloceanSpaces } from './digitalocean-spaces/commands.ts';
import { saveToWasabi } from './wasabi/commands.ts';
import { saveToCephRgw } from './ceph-rgw/commands.ts';
import { saveToScalityCloudserver } from './scality-cloudserver/commands.ts';
import { saveToSeaweedfs } from './seaweedfs/commands.ts';
import { saveToGarage } from './garage/commands.ts';
import { saveToLocalstack } from './localstack/commands.ts';
import { saveToS3rver } from './s3rver/commands.ts';
import type { SaveStore } from './ways/store.ts';
import { saveToSwift } from './families/swift/commands.ts';
import { saveToTencentCos } from './tencent-cos/commands.ts';

/** How each store is saved to: one for each of the stores' own list. */
export const SAVE_STORES: readonly SaveStore[] = [
  saveToTencentCos,
  saveToAwsS3,
  saveToGoogleCloudStorage,
  ...saveToAzure,
  saveToCloudflareR2,
  saveToAlibabaOss,
  saveToHuaweiObs,
  saveToBackblazeB2,
  saveToDigitaloceanSpaces,
  saveToWasabi,
  saveToCephRgw,
  saveToScalityCloudserver,
  saveToSeaweedfs,
  saveToGarage,
  saveToLocalstack,
  saveToS3rver,
  ...saveToSwift,
  saveToMinio
];

const byId = new Map(SAVE_STORES.map((store) => [store.id, store]));

/** The store of that id. */
export const storeToSaveTo = (id: ProviderId): SaveStore => byId.get(id) as SaveStore;
