import type { ClientFamily } from '../providers/provider.ts';

/** What one client library asks of a bucket's rules, over all of its operations. */
export interface ClientHeaders {
  client: string;
  /** `any` is of clients that know no store. */
  store: ClientFamily | 'any';
  /** Names that it sends and that need allowing. `*` stands for what a person names. */
  sends: readonly string[];
  /** Names without which a call fails, or gives the script less, where they are not exposed. */
  reads: readonly string[];
}

/** Recorded in Chromium 156 with the newest version of each library in November 2026; `fetch()` is a script of one's own. */
export const CLIENT_HEADERS: readonly ClientHeaders[] = [
  {
    client: 'cos-js-sdk-v5',
    store: 'cos',
    sends: [
      'authorization',
      'cache-control',
      'content-disposition',
      'content-md5',
      'content-type',
      'x-cos-acl',
      'x-cos-meta-*',
      'x-cos-security-token',
      'x-cos-storage-class'
    ],
    reads: ['etag', 'x-cos-version-id']
  },
  {
    client: '@aws-sdk/client-s3',
    store: 's3',
    sends: [
      'amz-sdk-invocation-id',
      'amz-sdk-request',
      'authorization',
      'cache-control',
      'content-encoding',
      'content-type',
      'x-amz-acl',
      'x-amz-checksum-crc32',
      'x-amz-checksum-mode',
      'x-amz-content-sha256',
      'x-amz-date',
      'x-amz-decoded-content-length',
      'x-amz-meta-*',
      'x-amz-sdk-checksum-algorithm',
      'x-amz-security-token',
      'x-amz-server-side-encryption',
      'x-amz-storage-class',
      'x-amz-tagging',
      'x-amz-trailer',
      'x-amz-user-agent'
    ],
    reads: [
      'accept-ranges',
      'content-range',
      'etag',
      'x-amz-checksum-crc32',
      'x-amz-checksum-type',
      'x-amz-meta-*',
      'x-amz-server-side-encryption',
      'x-amz-version-id'
    ]
  },
  {
    client: '@aws-sdk/lib-storage',
    store: 's3',
    sends: [
      'amz-sdk-invocation-id',
      'amz-sdk-request',
      'authorization',
      'content-type',
      'x-amz-checksum-algorithm',
      'x-amz-checksum-crc32',
      'x-amz-content-sha256',
      'x-amz-date',
      'x-amz-sdk-checksum-algorithm',
      'x-amz-security-token',
      'x-amz-user-agent'
    ],
    reads: [
      'etag',
      'x-amz-checksum-crc32',
      'x-amz-checksum-type',
      'x-amz-server-side-encryption',
      'x-amz-version-id'
    ]
  },
  { client: '@aws-sdk/s3-presigned-post', store: 's3', sends: [], reads: ['etag', 'location'] },
  {
    client: '@aws-sdk/s3-request-presigner',
    store: 's3',
    sends: ['content-type', 'x-amz-acl', 'x-amz-meta-*'],
    reads: ['etag']
  },
  {
    client: '@uppy/aws-s3',
    store: 's3',
    sends: ['content-type'],
    reads: [
      'date',
      'etag',
      'location',
      'x-amz-checksum-crc32',
      'x-amz-checksum-type',
      'x-amz-id-2',
      'x-amz-request-id',
      'x-amz-server-side-encryption',
      'x-amz-version-id'
    ]
  },
  {
    client: 'aws-sdk',
    store: 's3',
    sends: [
      'authorization',
      'content-type',
      'x-amz-content-sha256',
      'x-amz-date',
      'x-amz-security-token',
      'x-amz-user-agent'
    ],
    reads: [
      'accept-ranges',
      'etag',
      'x-amz-checksum-crc32',
      'x-amz-meta-*',
      'x-amz-server-side-encryption',
      'x-amz-version-id'
    ]
  },
  {
    client: 'ali-oss',
    store: 'oss',
    sends: [
      'authorization',
      'cache-control',
      'content-md5',
      'content-type',
      'x-oss-content-sha256',
      'x-oss-date',
      'x-oss-forbid-overwrite',
      'x-oss-meta-*',
      'x-oss-object-acl',
      'x-oss-security-token',
      'x-oss-user-agent'
    ],
    reads: ['etag', 'x-oss-meta-*']
  },
  {
    client: 'esdk-obs-browserjs',
    store: 'obs',
    sends: [
      'authorization',
      'content-type',
      'x-amz-acl',
      'x-amz-date',
      'x-amz-meta-*',
      'x-amz-security-token',
      'x-obs-date',
      'x-obs-security-token'
    ],
    reads: [
      'date',
      'etag',
      'x-amz-bucket-region',
      'x-obs-api',
      'x-obs-id-2',
      'x-obs-meta-*',
      'x-obs-version-id'
    ]
  },
  {
    client: '@azure/storage-blob',
    store: 'azure',
    sends: [
      'content-type',
      'x-ms-blob-content-type',
      'x-ms-blob-type',
      'x-ms-client-request-id',
      'x-ms-meta-*',
      'x-ms-range',
      'x-ms-tags',
      'x-ms-useragent',
      'x-ms-version'
    ],
    reads: [
      'accept-ranges',
      'content-md5',
      'content-range',
      'date',
      'etag',
      'x-ms-blob-type',
      'x-ms-client-request-id',
      'x-ms-content-crc64',
      'x-ms-creation-time',
      'x-ms-lease-state',
      'x-ms-lease-status',
      'x-ms-meta-*',
      'x-ms-request-server-encrypted',
      'x-ms-server-encrypted',
      'x-ms-version'
    ]
  },
  { client: 'fetch()', store: 'azure', sends: ['content-type', 'x-ms-blob-type'], reads: ['etag'] },
  {
    client: 'fetch()',
    store: 'gcs',
    sends: [
      'content-range',
      'content-type',
      'x-goog-acl',
      'x-goog-content-length-range',
      'x-goog-if-generation-match',
      'x-goog-meta-*',
      'x-goog-resumable'
    ],
    reads: ['location', 'range', 'x-goog-generation']
  },
  {
    client: 'firebase',
    store: 'gcs',
    sends: [
      'content-type',
      'x-firebase-storage-version',
      'x-goog-upload-command',
      'x-goog-upload-header-content-length',
      'x-goog-upload-header-content-type',
      'x-goog-upload-offset',
      'x-goog-upload-protocol'
    ],
    reads: ['x-goog-upload-status', 'x-goog-upload-url']
  },
  {
    client: 'fetch()',
    store: 'b2',
    sends: [
      'authorization',
      'content-type',
      'x-bz-content-sha1',
      'x-bz-file-name',
      'x-bz-part-number'
    ],
    reads: ['x-bz-content-sha1', 'x-bz-file-id']
  },
  { client: '@uppy/xhr-upload', store: 'any', sends: ['content-type'], reads: [] },
  { client: 'axios', store: 'any', sends: ['content-type'], reads: [] },
  {
    client: 'dropzone',
    store: 'any',
    sends: ['cache-control', 'content-type', 'x-requested-with'],
    reads: []
  },
  {
    client: 'filepond',
    store: 'any',
    sends: ['content-type', 'upload-length', 'upload-name', 'upload-offset'],
    reads: []
  },
  { client: 'hls.js', store: 'any', sends: ['authorization'], reads: [] },
  { client: 'maplibre-gl', store: 'any', sends: ['authorization'], reads: [] },
  { client: 'openseadragon', store: 'any', sends: ['authorization'], reads: [] },
  { client: 'pdfjs-dist', store: 'any', sends: ['authorization'], reads: [] },
  { client: 'pmtiles', store: 'any', sends: [], reads: ['etag'] },
  {
    client: 'tus-js-client',
    store: 'any',
    sends: [
      'authorization',
      'content-type',
      'tus-resumable',
      'upload-length',
      'upload-metadata',
      'upload-offset',
      'x-upsert'
    ],
    reads: ['location', 'upload-length', 'upload-offset']
  }
];
