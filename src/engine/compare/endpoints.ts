import type { Provider } from '../providers/provider.ts';

/** One address of each form that the stores' pages name. */
const ADDRESSES = [
  'bucket-1250000000.cos.ap-guangzhou.myqcloud.com',
  'bucket-1250000000.cos.accelerate.myqcloud.com',
  'bucket-1250000000.cos.ap-guangzhou.tencentcos.cn',
  'bucket.s3.eu-west-1.amazonaws.com',
  's3.eu-west-1.amazonaws.com',
  'bucket.s3-accelerate.amazonaws.com',
  'storage.googleapis.com',
  'bucket.storage.googleapis.com',
  'storage.cloud.google.com',
  'account.blob.core.windows.net',
  'account.r2.cloudflarestorage.com',
  'bucket.account.r2.cloudflarestorage.com',
  'pub-0123456789abcdef0123456789abcdef.r2.dev',
  'bucket.oss-cn-hangzhou.aliyuncs.com',
  'bucket.obs.cn-north-4.myhuaweicloud.com',
  'bucket.s3.us-west-004.backblazeb2.com',
  'f004.backblazeb2.com',
  'bucket.nyc3.digitaloceanspaces.com',
  'bucket.nyc3.cdn.digitaloceanspaces.com',
  'bucket.s3.eu-central-1.wasabisys.com',
  'localhost:9000',
  'localhost:8000',
  'localhost:8333',
  'localhost:3900',
  'localhost:3902',
  '127.0.0.1:10000',
  'localhost:10000',
  'localhost:4566',
  'bucket.s3.localhost.localstack.cloud:4566',
  'localhost:4568'
];

/** Examples of the addresses by which a store is told; empty where it has none of its own. */
export const endpointsOf = (provider: Provider): string[] =>
  ADDRESSES.filter((address) => provider.servesHost(address));
