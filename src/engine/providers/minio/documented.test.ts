/** What the source of MinIO's community server does, of February 2026. */
import { expect, test } from 'vitest';
import { ask, rulesXml, save, type ShortRequest } from '../rows.testdata.ts';

const ROUTER = 'https://github.com/minio/minio/blob/master/cmd/api-router.go';
const LIBRARY = 'https://github.com/rs/cors/blob/v1.11.1/cors.go';
const FORWARDING = 'https://github.com/minio/minio/blob/master/cmd/generic-handlers.go';

const SETTING = 'MINIO_API_CORS_ALLOW_ORIGIN=https://a.test,https://*.b.*\n';
const VARY = 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers';
const EXPOSED =
  'Date, Etag, Server, Connection, Accept-Ranges, Content-Range, Content-Encoding, Content-Length, Content-Type, ' +
  'Content-Disposition, Last-Modified, Content-Language, Cache-Control, Retry-After, X-Amz-Bucket-Region, Expires, ' +
  'X-Amz*, X-Amz*, *';

const preflight = (origin: string, asksMethod: string, asksHeaders?: string): ShortRequest => ({
  method: 'OPTIONS',
  origin,
  asksMethod,
  ...(asksHeaders === undefined ? {} : { asksHeaders })
});
const allowed = (origin: string, method: string) => ({
  'access-control-allow-origin': origin,
  'access-control-allow-methods': method,
  'access-control-allow-credentials': 'true',
  vary: VARY
});
const served = (origin: string) => ({
  'access-control-allow-origin': origin,
  'access-control-expose-headers': EXPOSED,
  'access-control-allow-credentials': 'true',
  vary: 'Origin'
});

test.each<{
  says: string;
  text: string;
  request: ShortRequest;
  rule: number | null;
  status: number | null;
  headers: Record<string, string>;
  source: string;
}>([
  {
    says: 'an unset list lets everybody in, by an echo',
    text: '',
    request: preflight('https://any.test', 'PUT'),
    rule: null,
    status: 204,
    headers: allowed('https://any.test', 'PUT'),
    source: ROUTER
  },
  {
    says: 'requested headers come back as they were sent',
    text: '',
    request: preflight('https://any.test', 'PUT', 'X-B,content-type'),
    rule: null,
    status: 204,
    headers: {
      ...allowed('https://any.test', 'PUT'),
      'access-control-allow-headers': 'X-B,content-type'
    },
    source: LIBRARY
  },
  {
    says: 'an origin of the list',
    text: SETTING,
    request: preflight('https://a.test', 'PATCH'),
    rule: 0,
    status: 204,
    headers: allowed('https://a.test', 'PATCH'),
    source: ROUTER
  },
  {
    says: 'any number of wildcards',
    text: SETTING,
    request: preflight('https://x.b.test', 'GET'),
    rule: 0,
    status: 204,
    headers: allowed('https://x.b.test', 'GET'),
    source: ROUTER
  },
  {
    says: 'a refused preflight is 204 as well, and says only by what it differs',
    text: SETTING,
    request: preflight('https://A.test', 'GET'),
    rule: null,
    status: 204,
    headers: { vary: VARY },
    source: LIBRARY
  },
  {
    says: 'a method that the server does not know',
    text: '',
    request: preflight('https://a.test', 'TRACE'),
    rule: null,
    status: 204,
    headers: { vary: VARY },
    source: LIBRARY
  },
  {
    says: 'a bucket that does not exist is not looked up',
    text: SETTING,
    request: { ...preflight('https://a.test', 'GET'), facts: { bucketExists: false } },
    rule: 0,
    status: 204,
    headers: allowed('https://a.test', 'GET'),
    source: ROUTER
  },
  {
    says: 'an actual request exposes a fixed list',
    text: SETTING,
    request: { method: 'GET', origin: 'https://a.test' },
    rule: 0,
    status: null,
    headers: served('https://a.test'),
    source: ROUTER
  },
  {
    says: 'Vary stands there without an Origin too',
    text: SETTING,
    request: { method: 'GET' },
    rule: null,
    status: null,
    headers: { vary: 'Origin' },
    source: LIBRARY
  },
  {
    says: 'the opaque origin is told * on an actual request',
    text: '',
    request: { method: 'GET', origin: 'null' },
    rule: null,
    status: null,
    headers: served('*'),
    source: FORWARDING
  },
  {
    says: 'rules of a bucket are not kept, so the setting decides',
    text: rulesXml([{ origins: ['https://only.test'], methods: ['GET'] }]),
    request: preflight('https://any.test', 'PUT'),
    rule: null,
    status: 204,
    headers: allowed('https://any.test', 'PUT'),
    source: 'https://github.com/minio/minio/blob/master/cmd/dummy-handlers.go'
  }
])('$says ($source)', ({ text, request, rule, status, headers }) => {
  const answer = ask('minio', text, request);
  expect([answer.rule, answer.status, answer.headers]).toEqual([rule, status, headers]);
  expect([answer.error, answer.evidence]).toEqual([null, 'documented']);
});

test.each<{ says: string; text: string; saved: object; source: string }>([
  {
    says: 'rules of a bucket are not implemented',
    text: rulesXml([{ origins: ['*'], methods: ['GET'] }]),
    saved: { accepted: false, status: 501, code: 'NotImplemented', stored: null },
    source: 'https://github.com/minio/minio/blob/master/cmd/dummy-handlers.go'
  },
  {
    says: 'a list of origins',
    text: SETTING,
    saved: { accepted: true, stored: [{ allowedOrigins: ['https://a.test', 'https://*.b.*'] }] },
    source: 'https://github.com/minio/minio/blob/master/internal/config/api/api.go'
  },
  {
    says: 'an empty member keeps the server from starting',
    text: 'MINIO_API_CORS_ALLOW_ORIGIN=https://a.test,\n',
    saved: { accepted: false, message: 'invalid cors value', rule: 0 },
    source: 'https://github.com/minio/minio/blob/master/internal/config/api/api.go'
  }
])('saving: $says ($source)', ({ text, saved }) => {
  expect(save('minio', text)).toMatchObject(saved);
});
