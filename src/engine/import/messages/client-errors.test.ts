import { expect, test } from 'vitest';
import { readSymptom } from '../read-symptom.ts';

/** Each library's own words, as recorded with no header exposed. */
test.each<[library: string, method: string | undefined, needs: string[], text: string]>([
  [
    'cos-js-sdk-v5',
    'PUT',
    ['ETag'],
    'get ETag error, please add "ETag" to CORS ExposeHeader setting.( 获取ETag失败，请在CORS ExposeHeader设置中添加ETag，请参考文档：https://cloud.tencent.com/document/product/436/13318 )'
  ],
  ['cos-js-sdk-v5', 'PUT', ['ETag'], '获取ETag失败，请在CORS ExposeHeader设置中添加ETag'],
  [
    '@aws-sdk/lib-storage',
    'PUT',
    ['ETag'],
    'Error: Part 12 is missing ETag in UploadPart response. Missing Bucket CORS configuration for ETag header?'
  ],
  [
    'aws-sdk',
    'PUT',
    ['ETag'],
    'ETagMissing: No access to ETag property on response. Check CORS configuration to expose ETag header.'
  ],
  [
    'ali-oss',
    'PUT',
    ['ETag'],
    'Failed to upload some parts with error: Error: Please set the etag of expose-headers in OSS \n https://help.aliyun.com/document_detail/32069.html part_num: 1'
  ],
  [
    '@uppy/aws-s3',
    'PUT',
    ['ETag'],
    'Refused to get unsafe header "etag"\n[Uppy] [18:47:33] [s3mini] Missing ETag in uploadPart response headers'
  ],
  [
    '@uppy/aws-s3',
    undefined,
    ['ETag'],
    '@uppy/aws-s3: Could not read the ETag header. This likely means CORS is not configured correctly on the S3 Bucket. See https://uppy.io/docs/aws-s3/#setting-up-your-s3-bucket'
  ],
  [
    '@uppy/aws-s3',
    undefined,
    ['Location', 'ETag'],
    '@uppy/aws-s3: Could not read the Location header. This likely means CORS is not configured correctly on the S3 Bucket. See https://uppy.io\n@uppy/aws-s3: Could not read the ETag header. This likely means CORS is not configured correctly on the S3 Bucket. See https://uppy.io'
  ],
  [
    '@volcengine/tos-sdk',
    'PUT',
    ['ETag'],
    "No ETag in uploadPart's response headers, please see https://www.volcengine.com/docs/6349/127737 to fix CORS problem"
  ],
  [
    'esdk-obs-browserjs',
    'PUT',
    ['ETag'],
    '{"Status":400,"Code":"InvalidPart","Message":"One or more of the specified parts could not be found. The part might not have been uploaded, or the specified entity tag might not have matched the part '
  ],
  [
    'tus-js-client',
    'POST',
    ['Location'],
    'tus: invalid or missing Location header, originated from request (method: POST, url: http://files.example/files/, response code: 201, response text: , request id: n/a)'
  ],
  [
    'tus-js-client',
    'PATCH',
    ['Upload-Offset'],
    'tus: invalid or missing offset value, originated from request (method: PATCH, url: http://files.example/files/1, response code: 204, response text: , request id: n/a)'
  ],
  [
    'tus-js-client',
    'POST',
    ['Upload-Offset'],
    'tus: invalid or missing offset value, originated from request (method: POST, url: http://files.example/files/, response code: 201, response text: , request id: n/a)'
  ],
  [
    'tus-js-client',
    'HEAD',
    ['Upload-Length'],
    'tus: invalid or missing length value, originated from request (method: HEAD, url: http://files.example/files/1, response code: 200, response text: , request id: n/a)'
  ]
])('%s, %s', (library, method, needs, text) => {
  const { symptom } = readSymptom(text);
  expect(symptom?.client?.library).toBe(library);
  expect(symptom?.causes[0]).toBe('header-not-exposed');
  expect(symptom?.request.method).toBe(method);
  expect(symptom?.request.needs?.map((name) => name.toLowerCase())).toEqual(
    needs.map((name) => name.toLowerCase())
  );
});

test('what the library sends is known too, and need not be asked for', () => {
  const { symptom } = readSymptom(
    'get ETag error, please add "ETag" to CORS ExposeHeader setting.'
  );
  expect(symptom).toMatchObject({
    kind: 'client-error',
    store: 'tencent-cos',
    request: { method: 'PUT', headers: [['authorization', '']], needs: ['ETag'] },
    missing: ['rules', 'origin', 'url']
  });
});

test('a request that the library makes in several ways keeps the method of the text, and no headers', () => {
  const { symptom } = readSymptom(
    'tus: invalid or missing offset value, originated from request (method: POST, url: http://files.example/files/, response code: 201,'
  );
  expect(symptom?.request).toEqual({
    url: 'http://files.example/files/',
    method: 'POST',
    needs: ['Upload-Offset']
  });
});

test.each([
  'FirebaseError: Firebase Storage: An unknown error occurred, please check the error payload for server response. (storage/unknown)',
  'storage/unknown'
])(
  'Firebase says the same of every failure, so nothing of the call is taken for known: %s',
  (text) => {
    expect(readSymptom(text).symptom).toMatchObject({
      causes: ['call-failed', 'http-error', 'header-not-exposed'],
      request: {},
      preflight: null
    });
  }
);
