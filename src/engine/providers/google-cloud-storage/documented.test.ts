/** What Google says of CORS in Cloud Storage, and what its users report. */
import { describe, expect, test } from 'vitest';
import { ask, save, type ShortRequest } from '../rows.testdata.ts';

const OVERVIEW = 'https://cloud.google.com/storage/docs/cross-origin';
const TROUBLE = 'https://cloud.google.com/storage/docs/troubleshooting#cors';
const BUCKETS = 'https://cloud.google.com/storage/docs/json_api/v1/buckets';
const PUT_PAGE = 'https://cloud.google.com/storage/docs/xml-api/put-bucket-cors';
const GSUTIL = 'https://cloud.google.com/storage/docs/gsutil/commands/cors';
const ISSUE = 'https://github.com/googleapis/nodejs-storage/issues/1145';
const UNSAID = 'inferred: no page says so';

/** The example of gsutil's page, with an entry behind it. */
const RULES = JSON.stringify([
  {
    origin: ['http://origin1.example.com'],
    method: ['GET', 'PUT'],
    responseHeader: ['Content-Type', 'x-goog-resumable'],
    maxAgeSeconds: 600
  },
  { origin: ['http://origin1.example.com'], method: ['PUT'], responseHeader: ['x-later'] },
  { origin: ['https://any.test:443'], method: ['*'] },
  { origin: ['*'], method: ['DELETE'], responseHeader: ['*'] },
  { origin: ['https://*.example.com'], method: ['HEAD'], responseHeader: ['x-goog-meta-*'] }
]);

const ORIGIN = 'http://origin1.example.com';
/** The entry's own names among those that are always exposed. */
const EXPOSED =
  'Content-Length, Content-Type, Date, Server, Transfer-Encoding, X-GUploader-UploadID, X-Google-Trace, x-goog-resumable';
const VARY = { vary: 'Origin' };
const FIRST = {
  'access-control-allow-origin': ORIGIN,
  'access-control-max-age': '600',
  'access-control-allow-methods': 'GET,PUT',
  'access-control-allow-headers': 'Content-Type,x-goog-resumable',
  ...VARY
};

const preflight = (
  origin: string,
  asksMethod: string,
  asksHeaders?: string,
  more: Partial<ShortRequest> = {}
): ShortRequest => ({
  method: 'OPTIONS',
  origin,
  asksMethod,
  ...(asksHeaders === undefined ? {} : { asksHeaders }),
  ...more
});

test.each<{
  says: string;
  rules?: string;
  request: ShortRequest;
  rule: number | null;
  status: number | null;
  headers: Record<string, string>;
  code?: string;
  source: string;
}>([
  {
    says: 'the first entry that takes origin and method answers',
    request: preflight(ORIGIN, 'PUT', 'content-type'),
    rule: 0,
    status: 200,
    headers: FIRST,
    source: PUT_PAGE
  },
  {
    says: 'headers do not choose an entry: those of a later one do not help',
    request: preflight(ORIGIN, 'PUT', 'x-later'),
    rule: null,
    status: 200,
    headers: VARY,
    source: PUT_PAGE
  },
  {
    says: 'every requested header must be one of the entry’s',
    request: preflight(ORIGIN, 'PUT', 'content-type,x-other'),
    rule: null,
    status: 200,
    headers: VARY,
    source: TROUBLE
  },
  {
    says: 'what is not allowed is told nothing, and 200',
    request: preflight('http://other.example.com', 'GET'),
    rule: null,
    status: 200,
    headers: VARY,
    source: ISSUE
  },
  {
    says: 'another scheme is another origin',
    request: preflight('https://origin1.example.com', 'GET'),
    rule: null,
    status: 200,
    headers: VARY,
    source: TROUBLE
  },
  {
    says: 'another port is another origin',
    request: preflight('http://origin1.example.com:8080', 'GET'),
    rule: null,
    status: 200,
    headers: VARY,
    source: TROUBLE
  },
  {
    says: 'a host below is another origin',
    request: preflight('http://sub.origin1.example.com', 'GET'),
    rule: null,
    status: 200,
    headers: VARY,
    source: TROUBLE
  },
  {
    says: 'port 80 of http goes without saying',
    request: { method: 'GET', origin: `${ORIGIN}:80` },
    rule: 0,
    status: null,
    headers: {
      'access-control-allow-origin': `${ORIGIN}:80`,
      'access-control-expose-headers': EXPOSED,
      ...VARY
    },
    source: TROUBLE
  },
  {
    says: 'port 443 of https goes without saying; * is every method; an hour is the default',
    request: preflight('https://any.test', 'PATCH'),
    rule: 2,
    status: 200,
    headers: {
      'access-control-allow-origin': 'https://any.test',
      'access-control-max-age': '3600',
      'access-control-allow-methods': '*',
      ...VARY
    },
    source: `${TROUBLE}, ${BUCKETS}`
  },
  {
    says: '* is every origin',
    request: preflight('http://any.other', 'DELETE', 'x-any'),
    rule: 3,
    status: 200,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-max-age': '3600',
      'access-control-allow-methods': 'DELETE',
      'access-control-allow-headers': '*',
      ...VARY
    },
    source: BUCKETS
  },
  {
    says: 'a * inside of an origin is no wildcard',
    request: preflight('https://a.example.com', 'HEAD'),
    rule: null,
    status: 200,
    headers: VARY,
    source: UNSAID
  },
  {
    says: 'an actual request is answered with the response headers to expose, whatever it sends',
    request: { method: 'PUT', origin: ORIGIN, asksHeaders: 'x-other' },
    rule: 0,
    status: null,
    headers: {
      'access-control-allow-origin': ORIGIN,
      'access-control-expose-headers': EXPOSED,
      ...VARY
    },
    source: BUCKETS
  },
  {
    says: 'an actual request that no entry takes is served without headers',
    request: { method: 'POST', origin: ORIGIN },
    rule: null,
    status: null,
    headers: VARY,
    source: OVERVIEW
  },
  {
    says: 'a request without Origin is no CORS request',
    request: { method: 'GET' },
    rule: null,
    status: null,
    headers: {},
    source: OVERVIEW
  },
  {
    says: 'a preflight without a method is told nothing',
    request: { method: 'OPTIONS', origin: ORIGIN },
    rule: null,
    status: 200,
    headers: VARY,
    source: UNSAID
  },
  {
    says: 'a bucket without entries is told nothing',
    rules: '[]',
    request: preflight(ORIGIN, 'GET'),
    rule: null,
    status: 200,
    headers: {},
    source: UNSAID
  },
  {
    says: 'a bucket that is not there',
    request: preflight(ORIGIN, 'GET', undefined, { facts: { bucketExists: false } }),
    rule: null,
    status: 404,
    headers: VARY,
    code: 'NoSuchBucket',
    source: UNSAID
  },
  {
    says: 'the download for people who are signed in never answers CORS',
    request: preflight(ORIGIN, 'GET', undefined, { host: 'storage.cloud.google.com' }),
    rule: null,
    status: 200,
    headers: {},
    source: GSUTIL
  },
  {
    says: 'the JSON API answers every page, whatever the entries',
    request: preflight('http://any.other', 'POST', 'authorization', {
      host: 'storage.googleapis.com',
      path: '/upload/storage/v1/b/bucket/o?name=key'
    }),
    rule: null,
    status: 200,
    headers: {
      'access-control-allow-origin': 'http://any.other',
      'access-control-allow-methods': 'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT',
      'access-control-allow-headers': 'authorization',
      'access-control-max-age': '3600',
      vary: 'Origin, X-Origin'
    },
    source: `${OVERVIEW}#server-side-support`
  },
  {
    says: 'the same path of a bucket’s own host is a key',
    request: {
      method: 'GET',
      origin: 'http://any.other',
      host: 'bucket.storage.googleapis.com',
      path: '/storage/v1/b'
    },
    rule: null,
    status: null,
    headers: VARY,
    source: OVERVIEW
  }
])('$says ($source)', ({ rules = RULES, request, rule, status, headers, code }) => {
  const answer = ask('google-cloud-storage', rules, request);
  expect({ ...answer, error: answer.error?.code, evidence: null }).toEqual({
    rule,
    status,
    headers,
    error: code,
    evidence: null
  });
});

describe('a mark says how sure an answer is', () => {
  test.each<[string, ShortRequest, string]>([
    ['inferred wherever entries stand, for Vary is', preflight(ORIGIN, 'PUT'), 'inferred'],
    [
      'documented: an endpoint that never answers',
      preflight(ORIGIN, 'GET', undefined, { host: 'storage.cloud.google.com' }),
      'documented'
    ]
  ])('%s', (_, request, evidence) => {
    expect(ask('google-cloud-storage', RULES, request).evidence).toBe(evidence);
  });
});

const NO_LIST =
  'CORS JSON should be formatted as a list containing one or more JSON objects.\nSee "gsutil help cors".';

describe('saving', () => {
  test.each<{ says: string; text: string; accepted: boolean; message?: string; source: string }>([
    { says: 'a file of entries', text: RULES, accepted: true, source: GSUTIL },
    { says: 'a file with [], which removes them', text: '[]', accepted: true, source: GSUTIL },
    { says: 'the body of a PATCH', text: `{"cors": ${RULES}}`, accepted: true, source: BUCKETS },
    {
      says: 'the body of the XML API',
      text: '<CorsConfig><Cors><Origins><Origin>*</Origin></Origins><Methods><Method>GET</Method></Methods></Cors></CorsConfig>',
      accepted: true,
      source: PUT_PAGE
    },
    {
      says: 'an object where a list is wanted',
      text: '{"CORSRules": [{"AllowedOrigins": ["*"]}]}',
      accepted: false,
      message: NO_LIST,
      source: GSUTIL
    },
    {
      says: 'the XML of S3',
      text: '<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>',
      accepted: false,
      source: UNSAID
    },
    {
      says: 'an age in words',
      text: '[{"origin": ["*"], "maxAgeSeconds": "soon"}]',
      accepted: false,
      source: UNSAID
    }
  ])('$says ($source)', ({ text, accepted, message }) => {
    const saved = save('google-cloud-storage', text);
    expect([saved.accepted, saved.message]).toEqual([accepted, message ?? null]);
  });

  test('entries are kept as they are sent, response headers as both', () => {
    expect(save('google-cloud-storage', RULES).stored?.[0]).toEqual({
      id: null,
      allowedOrigins: [ORIGIN],
      allowedMethods: ['GET', 'PUT'],
      allowedHeaders: ['Content-Type', 'x-goog-resumable'],
      exposeHeaders: ['Content-Type', 'x-goog-resumable'],
      maxAgeSeconds: '600'
    });
  });
});
