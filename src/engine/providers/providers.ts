import { isForeign } from '../1-read/own-format.ts';
import { alibabaOss } from './alibaba-oss/index.ts';
import { awsS3 } from './aws-s3/index.ts';
import { azureBlob } from './azure-blob/index.ts';
import { azurite } from './azurite/index.ts';
import { backblazeB2 } from './backblaze-b2/index.ts';
import { cephRgwSwift } from './ceph-rgw-swift/index.ts';
import { cephRgw } from './ceph-rgw/index.ts';
import { cloudflareR2 } from './cloudflare-r2/index.ts';
import { digitaloceanSpaces } from './digitalocean-spaces/index.ts';
import { garage } from './garage/index.ts';
import { googleCloudStorage } from './google-cloud-storage/index.ts';
import { huaweiObs } from './huawei-obs/index.ts';
import { localstack } from './localstack/index.ts';
import { minio } from './minio/index.ts';
import { openstackSwift } from './openstack-swift/index.ts';
import type { StoreDefinition } from './provider.ts';
import { s3rver } from './s3rver/index.ts';
import { rejection } from './shared/saving.ts';
import { scalityCloudserver } from './scality-cloudserver/index.ts';
import { seaweedfs } from './seaweedfs/index.ts';
import { tencentCos } from './tencent-cos/index.ts';
import { wasabi } from './wasabi/index.ts';

/** Every store, in the order in which the page lists them. A new one is one folder and one line here, and one in `commands.ts`. */
const STORES = [
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
] as const;

/** The name by which the command line and a link call a store. */
export type ProviderId = (typeof STORES)[number]['id'];

/** A store of the list. */
export type Provider = StoreDefinition<ProviderId>;

export const providers: readonly Provider[] = (STORES as readonly Provider[]).map(withOwnFormats);

/**
 * No store keeps rules in a form that it does not take, whatever can be read in them; what it says where it finds that
 * itself are its own words. Its form is not what a text without rules is asked for: Azurite says yes to any.
 */
function withOwnFormats(store: Provider): Provider {
  const save: Provider['save'] = (read) => {
    const said = store.save(read);
    const keeps = said.stored !== null && said.stored.length > 0;
    if (!keeps || !isForeign(read, store.formats)) return said;
    const unknown = { code: null, message: null, rule: null, evidence: 'inferred' } as const;
    return rejection({ status: 400, ...unknown });
  };
  return { ...store, save };
}

const byId = new Map<string, Provider>(providers.map((provider) => [provider.id, provider]));

/** Whether a text names a store. */
export const isProviderId = (id: string): id is ProviderId => byId.has(id);

/** The store of that id. */
export const providerById = (id: ProviderId): Provider => byId.get(id) as Provider;
