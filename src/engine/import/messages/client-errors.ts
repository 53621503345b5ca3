import { line, type ConsoleLine } from '../../3-browser/engines/console-line.ts';
import type { ProviderId } from '../../providers/providers.ts';
import type { KnownLine } from './known-line.ts';
import type { SymptomCode } from '../symptom.ts';

interface ClientError {
  library: string;
  operation: string;
  says: ConsoleLine;
  /** Empty where the line itself names the header. */
  needs: readonly string[];
  store?: ProviderId;
  /** The request whose answer lacks the header, with the names of what the library sets on it; absent where it may be any. */
  sends?: { method: string; headers: readonly string[] };
  /** What else reads the same, before or after it in likeliness; absent where nothing does. */
  causes?: readonly SymptomCode[];
}

const AWS_PART = [
  'authorization',
  'content-type',
  'amz-sdk-invocation-id',
  'amz-sdk-request',
  'x-amz-checksum-crc32',
  'x-amz-content-sha256',
  'x-amz-date',
  'x-amz-sdk-checksum-algorithm',
  'x-amz-user-agent'
];
const COS_PART = { method: 'PUT', headers: ['authorization'] };
const TUS_CREATE = {
  method: 'POST',
  headers: ['tus-resumable', 'upload-length', 'upload-metadata']
};

/**
 * What libraries say when a response header is not exposed, each recorded in Chromium 156 with the library's own version of
 * November 2026: once with every header exposed, once with none, once with just that one hidden. A key that is temporary adds
 * a security token, which is left out here.
 */
const FAILURES: readonly ClientError[] = [
  {
    library: 'cos-js-sdk-v5',
    operation: 'uploadFile, sliceUploadFile',
    says: line`get ETag error, please add "ETag" to CORS ExposeHeader setting.`,
    needs: ['ETag'],
    store: 'tencent-cos',
    sends: COS_PART
  },
  {
    library: 'cos-js-sdk-v5',
    operation: 'uploadFile, sliceUploadFile',
    says: line`获取ETag失败，请在CORS ExposeHeader设置中添加ETag`,
    needs: ['ETag'],
    store: 'tencent-cos',
    sends: COS_PART
  },
  {
    library: '@aws-sdk/lib-storage',
    operation: 'Upload (UploadPart)',
    says: line`Part ${'part'} is missing ETag in UploadPart response. Missing Bucket CORS configuration for ETag header?`,
    needs: ['ETag'],
    sends: { method: 'PUT', headers: AWS_PART }
  },
  {
    library: 'aws-sdk',
    operation: 'S3.upload (UploadPart)',
    says: line`No access to ETag property on response. Check CORS configuration to expose ETag header.`,
    needs: ['ETag'],
    sends: {
      method: 'PUT',
      headers: [
        'authorization',
        'content-type',
        'x-amz-content-sha256',
        'x-amz-date',
        'x-amz-user-agent'
      ]
    }
  },
  {
    library: 'ali-oss',
    operation: 'multipartUpload',
    says: line`Please set the etag of expose-headers in OSS`,
    needs: ['ETag'],
    store: 'alibaba-oss',
    sends: {
      method: 'PUT',
      headers: ['authorization', 'content-type', 'x-oss-date', 'x-oss-user-agent']
    }
  },
  {
    library: '@uppy/aws-s3',
    operation: 'uploadPart',
    says: line`[s3mini] Missing ETag in uploadPart response headers`,
    needs: ['ETag'],
    sends: { method: 'PUT', headers: [] }
  },
  {
    library: '@uppy/aws-s3',
    operation: 'upload (version 4)',
    says: line`@uppy/aws-s3: Could not read the ${'exposed'} header. This likely means CORS is not configured correctly on the S3 Bucket.`,
    needs: []
  },
  {
    library: '@volcengine/tos-sdk',
    operation: 'uploadFile',
    says: line`No ETag in uploadPart's response headers, please see`,
    needs: ['ETag'],
    sends: {
      method: 'PUT',
      headers: ['authorization', 'x-tos-content-sha256', 'x-tos-date']
    }
  },
  {
    library: 'esdk-obs-browserjs',
    operation: 'uploadFile',
    // The library goes on without the ETag, and the store refuses to complete the upload.
    says: line`One or more of the specified parts could not be found. The part might not have been uploaded, or the specified entity tag might not have matched the part`,
    needs: ['ETag'],
    sends: { method: 'PUT', headers: ['authorization', 'content-type'] },
    causes: ['header-not-exposed', 'http-error']
  },
  {
    library: 'tus-js-client',
    operation: 'Upload (create)',
    says: line`tus: invalid or missing Location header, originated from request (method: ${'method'}, url: ${'url'}, response code: ${'status'},`,
    needs: ['Location'],
    sends: TUS_CREATE
  },
  {
    library: 'tus-js-client',
    operation: 'Upload (chunk)',
    says: line`tus: invalid or missing offset value, originated from request (method: ${'method'}, url: ${'url'}, response code: ${'status'},`,
    needs: ['Upload-Offset'],
    sends: { method: 'PATCH', headers: ['content-type', 'tus-resumable', 'upload-offset'] }
  },
  {
    library: 'tus-js-client',
    operation: 'Upload (resume)',
    says: line`tus: invalid or missing length value, originated from request (method: ${'method'}, url: ${'url'}, response code: ${'status'},`,
    needs: ['Upload-Length'],
    sends: { method: 'HEAD', headers: ['tus-resumable'] }
  }
];

/** The libraries' own errors as lines. */
export const CLIENT_ERRORS: readonly KnownLine[] = FAILURES.map(
  ({ library, operation, says, needs, store, sends, causes = ['header-not-exposed'] }) => ({
    kind: 'client-error',
    engine: null,
    line: says,
    causes,
    ...(causes[0] === 'header-not-exposed' ? { preflight: false } : {}),
    needs,
    client: { library, operation },
    ...(store === undefined ? {} : { store }),
    ...(sends === undefined
      ? {}
      : {
          sends: { method: sends.method, headers: sends.headers.map((name) => [name, ''] as const) }
        })
  })
);
