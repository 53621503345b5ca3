import { valueOf } from '../3-browser/syntax.ts';
import { endpointAt } from '../endpoints/endpoint-at.ts';
import type { Header } from '../model.ts';
import type { ProviderId } from '../providers/providers.ts';

/** The store whose software answers at an address, or before which something else answers there; null where it tells none. */
export const storeOfAddress = (url: string | undefined): ProviderId | null =>
  url === undefined ? null : endpointAt(url, null).store;

/** How a store's software names itself in `Server`. */
const SERVERS: readonly (readonly [begins: string, ProviderId])[] = [
  ['tencent-cos', 'tencent-cos'],
  ['amazons3', 'aws-s3'],
  ['aliyunoss', 'alibaba-oss'],
  ['obs', 'huawei-obs'],
  ['uploadserver', 'google-cloud-storage'],
  ['windows-azure-blob', 'azure-blob'],
  ['azurite', 'azurite'],
  ['minio', 'minio'],
  ['wasabis3', 'wasabi'],
  ['seaweedfs', 'seaweedfs']
];
/** Headers that only one store's answers have. */
const OWN_HEADERS: readonly (readonly [name: string, ProviderId])[] = [
  ['x-cos-request-id', 'tencent-cos'],
  ['x-oss-request-id', 'alibaba-oss'],
  ['x-obs-request-id', 'huawei-obs'],
  ['x-guploader-uploadid', 'google-cloud-storage'],
  ['x-ms-request-id', 'azure-blob']
];

/** The store whose headers an answer has; null where they are anybody's. */
export function storeOfHeaders(headers: readonly Header[]): ProviderId | null {
  const server = valueOf(headers, 'Server')?.toLowerCase() ?? '';
  const named = SERVERS.find(([begins]) => server.startsWith(begins));
  const own = OWN_HEADERS.find(([name]) => valueOf(headers, name) !== null);
  return (named ?? own)?.[1] ?? null;
}
