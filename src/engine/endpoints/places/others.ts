import { isBelow, type Place } from '../endpoint.ts';

const SPACES_CDN = 'https://docs.digitalocean.com/products/spaces/how-to/enable-cdn/';
const ORACLE = 'https://docs.oracle.com/en-us/iaas/Content/Object/Tasks/s3compatibleapi.htm';
const SUPABASE = 'https://github.com/supabase/storage/blob/master/src/app.ts';
const STORJ = 'https://github.com/storj/edge/blob/main/pkg/linksharing/middleware/preflight.go';
const B2_API = 'https://www.backblaze.com/docs/cloud-storage-cross-origin-resource-sharing-rules';

/** Clouds of which little stands before, or instead of, a bucket. */
export const others: readonly Place[] = [
  {
    kind: 'cdn',
    name: 'DigitalOcean Spaces CDN',
    at: ({ host }) =>
      isBelow(host, 'cdn.digitaloceanspaces.com') || /\.cdn\.digitaloceanspaces\.com$/.test(host),
    bucketHost: (host) => host.replace('.cdn.digitaloceanspaces.', '.digitaloceanspaces.'),
    answers: 'unknown',
    store: 'digitalocean-spaces',
    evidence: 'documented',
    source: SPACES_CDN
  },
  {
    kind: 'other-service',
    name: 'Oracle Cloud Object Storage',
    at: ({ host }) =>
      /(^|\.)objectstorage\.[a-z0-9-]+\.(oci\.customer-oci|oraclecloud)\.com$/.test(host),
    answers: 'unknown',
    store: null,
    evidence: 'documented',
    source: ORACLE
  },
  {
    kind: 'api-fixed',
    name: 'Supabase Storage',
    at: ({ host, path }) =>
      isBelow(host, 'supabase.co', 'supabase.in') && path.startsWith('/storage/'),
    answers: 'unknown',
    store: null,
    evidence: 'documented',
    source: SUPABASE
  },
  {
    kind: 'api-fixed',
    name: 'Storj link sharing',
    at: ({ host }) => isBelow(host, 'link.storjshare.io'),
    answers: 'unknown',
    store: null,
    evidence: 'documented',
    source: STORJ
  },
  {
    kind: 'other-service',
    name: "MinIO's console",
    // Any host may use the port; that of a MinIO server is its console's.
    at: ({ port }, chosen) => port === '9001' && chosen === 'minio',
    answers: 'unknown',
    store: 'minio',
    evidence: 'documented',
    source: 'https://min.io/docs/minio/linux/administration/minio-console.html'
  },
  {
    kind: 'other-service',
    name: 'Backblaze B2, native API',
    at: ({ host, path }) =>
      /^api\d*\.backblazeb2\.com$/.test(host) ||
      (isBelow(host, 'backblazeb2.com') && /^\/b2api\/v\d+\/b2_(authorize|get_upload)/.test(path)),
    answers: 'store',
    store: 'backblaze-b2',
    evidence: 'documented',
    source: B2_API
  }
];
