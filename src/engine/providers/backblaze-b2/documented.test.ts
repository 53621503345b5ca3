/** What Backblaze says of CORS in B2, by its own API and by that of S3. */
import { describe, expect, test } from 'vitest';
import { ask, rulesXml, save, type ShortRequest } from '../rows.testdata.ts';

const PAGE = 'https://www.backblaze.com/docs/cloud-storage-cross-origin-resource-sharing-rules';
const S3_PAGE =
  'https://www.backblaze.com/docs/cloud-storage-enable-cors-with-the-s3-compatible-api';
const REPORTED =
  'https://github.com/mattwelke/upload-file-to-backblaze-b2-from-browser-example/issues/170';
const API_CALL = 'https://github.com/yakovkhalinsky/backblaze-b2/issues/104';
const UNSAID = 'inferred: no page says so';

interface B2Rule {
  corsRuleName?: string;
  allowedOrigins?: string[];
  allowedOperations?: string[];
  allowedHeaders?: string[];
  exposeHeaders?: string[];
  maxAgeSeconds?: number;
}
const rules = (...list: B2Rule[]): string =>
  JSON.stringify(
    list.map((rule, index) => ({
      corsRuleName: `example-${String(index)}`,
      allowedOrigins: ['https://www.example.com'],
      allowedOperations: ['s3_get'],
      maxAgeSeconds: 3600,
      ...rule
    }))
  );

const DOWNLOAD: B2Rule = {
  allowedOperations: ['b2_download_file_by_name', 'b2_download_file_by_id'],
  allowedHeaders: ['range'],
  exposeHeaders: ['x-bz-content-sha1']
};
const FRIENDLY = { host: 'f001.backblazeb2.com', path: '/file/my-bucket/photo.png' };
const BY_ID = {
  host: 'f001.backblazeb2.com',
  path: '/b2api/v3/b2_download_file_by_id?fileId=4_z'
};
const UPLOAD = {
  host: 'pod-000-1139-09.backblaze.com',
  path: '/b2api/v2/b2_upload_file/2a432ada5d88f9b17f3c0315/c002_v0001139_t0038'
};
const S3 = { host: 's3.us-west-004.backblazeb2.com', path: '/my-bucket/photo.png' };
const SITE = 'https://www.example.com';

const preflight = (
  origin: string,
  asksMethod: string,
  where: Partial<ShortRequest> = S3,
  asksHeaders?: string
): ShortRequest => ({
  method: 'OPTIONS',
  origin,
  asksMethod,
  ...where,
  ...(asksHeaders === undefined ? {} : { asksHeaders })
});

test.each<{
  says: string;
  text: string;
  request: ShortRequest;
  rule: number | null;
  status?: number | null;
  headers?: Record<string, string>;
  source: string;
}>([
  {
    says: 'a download from another site, with its range',
    text: rules(DOWNLOAD),
    request: preflight(SITE, 'GET', FRIENDLY, 'range'),
    rule: 0,
    headers: {
      'access-control-allow-origin': SITE,
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'range',
      'access-control-expose-headers': 'x-bz-content-sha1',
      'access-control-max-age': '3600'
    },
    source: PAGE
  },
  {
    says: 'a download by id is an operation of its own',
    text: rules({ ...DOWNLOAD, allowedOperations: ['b2_download_file_by_name'] }),
    request: preflight(SITE, 'GET', BY_ID),
    rule: null,
    source: PAGE
  },
  {
    says: 'an upload is a POST to its operation',
    text: rules({ allowedOperations: ['b2_upload_file'], allowedHeaders: ['x-bz-*'] }),
    request: preflight(SITE, 'POST', UPLOAD, 'x-bz-file-name'),
    rule: 0,
    headers: {
      'access-control-allow-origin': SITE,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'x-bz-file-name',
      'access-control-max-age': '3600'
    },
    source: PAGE
  },
  {
    says: 'a rule for the S3 API does nothing for the native one',
    text: rules({ allowedOperations: ['s3_post'] }),
    request: preflight(SITE, 'POST', UPLOAD),
    rule: null,
    source: PAGE
  },
  {
    says: 'a rule for the native API does nothing for that of S3',
    text: rules({ allowedOperations: ['b2_upload_file'] }),
    request: preflight(SITE, 'PUT'),
    rule: null,
    source: REPORTED
  },
  {
    says: 's3_put is PUT',
    text: rules({ allowedOperations: ['s3_put'], allowedHeaders: ['*'] }),
    request: preflight(SITE, 'PUT', S3, 'content-type'),
    rule: 0,
    headers: {
      'access-control-allow-origin': SITE,
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '3600'
    },
    source: PAGE
  },
  {
    says: 'rules that came by the S3 API count there',
    text: rulesXml([{ origins: ['*'], methods: ['GET'], expose: ['ETag'] }]),
    request: { method: 'GET', origin: SITE, ...S3 },
    rule: 0,
    status: null,
    source: S3_PAGE,
    headers: { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag' }
  },
  {
    says: 'no other call of the native API can be allowed',
    text: rules({ ...DOWNLOAD, allowedOrigins: ['*'] }),
    request: preflight(SITE, 'GET', {
      host: 'api.backblazeb2.com',
      path: '/b2api/v2/b2_authorize_account'
    }),
    rule: null,
    source: API_CALL
  },
  {
    says: 'a rule without headers allows none',
    text: rules({}),
    request: preflight(SITE, 'GET', S3, 'range'),
    rule: null,
    source: PAGE
  },
  {
    says: 'by default preflights are refused',
    text: '[]',
    request: preflight(SITE, 'GET'),
    rule: null,
    source: PAGE
  },
  {
    says: 'an actual request that no rule allows is served without headers',
    text: rules({}),
    request: { method: 'GET', origin: 'https://no.test', ...S3 },
    rule: null,
    status: null,
    source: UNSAID
  },
  {
    says: 'a bucket that is not there',
    text: rules({}),
    request: { ...preflight(SITE, 'GET'), facts: { bucketExists: false } },
    rule: null,
    status: 404,
    source: UNSAID
  }
])('$says ($source)', ({ text, request, rule, headers = {}, ...wanted }) => {
  const { status = rule === null ? 403 : 200 } = wanted;
  const answer = ask('backblaze-b2', text, request);
  expect([answer.rule, answer.status, answer.headers]).toEqual([rule, status, headers]);
});

describe(`allowed origins (${PAGE})`, () => {
  test.each<[string, string, boolean]>([
    ['http://www.example.com:8000', 'http://www.example.com:8000', true],
    ['http://www.example.com:8000', 'http://www.example.com', false],
    ['https://www.example.com:443', 'https://www.example.com', true],
    ['https://*.example.com', 'https://a.example.com', true],
    ['https://*.example.com', 'https://a.example.com:8443', false],
    ['https://*.example.com', 'https://example.com', false],
    ['https://*:8765', 'https://a.test:8765', true],
    ['https://*:8765', 'https://a.test', false],
    ['https://*', 'https://a.test', true],
    ['https://*', 'https://a.test:8443', false],
    ['https', 'https://a.test:8443', true],
    ['https', 'http://a.test', false],
    ['*', 'http://a.test:8080', true]
  ])('%s takes %s: %s', (written, sent, takes) => {
    const { rule } = ask(
      'backblaze-b2',
      rules({ allowedOrigins: [written] }),
      preflight(sent, 'GET')
    );
    expect(rule).toBe(takes ? 0 : null);
  });
});

describe('saving', () => {
  test.each<[string, B2Rule]>([
    ['a short name', { corsRuleName: 'five5' }],
    ['a long name', { corsRuleName: 'n'.repeat(51) }],
    ['a name of Backblaze’s own', { corsRuleName: 'b2-rule' }],
    ['a name with a blank', { corsRuleName: 'my rule' }],
    ['no origin', { allowedOrigins: [] }],
    ['* beside another origin', { allowedOrigins: ['*', 'https://a.test'] }],
    ['an origin that https has covered', { allowedOrigins: ['https', 'https://a.test'] }],
    ['two wildcards', { allowedOrigins: ['https://*.*.test'] }],
    ['a path', { allowedOrigins: ['https://a.test/'] }],
    ['no operation', { allowedOperations: [] }],
    ['a method for an operation', { allowedOperations: ['get'] }],
    ['* beside another header', { allowedHeaders: ['*', 'range'] }],
    ['a header with a * in its middle', { allowedHeaders: ['x-*-a'] }],
    ['an exposed *', { exposeHeaders: ['x-bz-*'] }],
    ['an age above a day', { maxAgeSeconds: 86_401 }],
    ['a rule of 1,000 bytes', { exposeHeaders: ['x'.repeat(962)] }]
  ])(`%s is refused (${PAGE})`, (_, rule) => {
    expect(save('backblaze-b2', rules(rule))).toMatchObject({
      accepted: false,
      status: 400,
      code: 'bad_request',
      rule: 0,
      evidence: 'documented'
    });
  });

  test(`a rule of 999 bytes is accepted (${PAGE})`, () => {
    const text = rules({ exposeHeaders: ['x'.repeat(961)] });
    expect(save('backblaze-b2', text)).toMatchObject({ accepted: true, evidence: 'documented' });
  });

  test(`two rules of one name are refused (${PAGE})`, () => {
    const twice = rules({ corsRuleName: 'my-rule' }, { corsRuleName: 'my-rule' });
    expect(save('backblaze-b2', twice)).toMatchObject({ accepted: false, rule: 1 });
  });

  test(`101 rules are refused, and 100 are not (${PAGE})`, () => {
    const many = (count: number) => rules(...Array.from({ length: count }, () => ({})));
    expect(save('backblaze-b2', many(100)).accepted).toBe(true);
    expect(save('backblaze-b2', many(101)).accepted).toBe(false);
  });

  test(`operations are kept in B2's own words (${PAGE})`, () => {
    const text = rules({ allowedOperations: ['s3_put', 'b2_upload_file'] });
    expect(save('backblaze-b2', text).stored?.[0]?.allowedMethods).toEqual([
      's3_put',
      'b2_upload_file'
    ]);
  });

  test(`the S3 API says what is wrong with an empty origin (${S3_PAGE})`, () => {
    expect(save('backblaze-b2', rulesXml([{ origins: [''], methods: ['GET'] }]))).toMatchObject({
      accepted: false,
      status: 400,
      message: 'illegal empty string in allowedOrigins.'
    });
  });

  test(`the S3 API gives a method back once (${S3_PAGE})`, () => {
    const text = rulesXml([{ origins: ['*'], methods: ['GET', 'PUT', 'GET'] }]);
    expect(save('backblaze-b2', text).stored?.[0]?.allowedMethods).toEqual(['GET', 'PUT']);
  });

  test.each([
    ['0', true],
    ['86400', true],
    ['86401', false]
  ])(`the S3 API takes an age of %s: %s (${S3_PAGE})`, (age, accepted) => {
    const text = rulesXml([{ origins: ['*'], methods: ['GET'], age }]);
    expect(save('backblaze-b2', text).accepted).toBe(accepted);
  });
});
