import type { ProviderId } from '../providers/provider.ts';
import { saveToAlibabaOss } from './alibaba-oss.ts';
import { saveToAwsS3 } from './aws-s3.ts';
import { saveToAzure } from './azure.ts';
import { saveToBackblazeB2 } from './backblaze-b2.ts';
import { saveToCloudflareR2 } from './cloudflare-r2.ts';
import { saveToGoogleCloudStorage } from './google-cloud-storage.ts';
import { saveToHuaweiObs } from './huawei-obs.ts';
import { saveToMinio } from './minio.ts';
import { saveToDigitaloceanSpaces, saveToWasabi } from './s3-clouds.ts';
import { saveToSelfHosted } from './s3-self-hosted.ts';
import type { SaveStore } from './store.ts';
import { saveToSwift } from './swift.ts';
import { saveToTencentCos } from './tencent-cos.ts';

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
  ...saveToSelfHosted,
  ...saveToSwift,
  saveToMinio
];

const byId = new Map(SAVE_STORES.map((store) => [store.id, store]));

/** The store of that id. */
export const storeToSaveTo = (id: ProviderId): SaveStore => byId.get(id) as SaveStore;
