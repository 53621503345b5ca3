/** What Cloudflare says of CORS in R2, and what its users tried and printed. */
import { describe, expect, test } from 'vitest';
import { ask, rulesXml, save, type ShortRequest } from '../rows.testdata.ts';

const PAGE = 'https://developers.cloudflare.com/r2/buckets/cors/';
const API =
  'https://developers.cloudflare.com/api/resources/r2/subresources/buckets/subresources/cors';
const RELEASES = 'https://developers.cloudflare.com/r2/platform/release-notes/';
const TRIED = 'https://github.com/cloudflare/cloudflare-docs/issues/32888';
const PRINTED = 'preflights of R2 printed by its users, 2025 and 2026';
const UNSAID = 'inferred: no page says so';

const RULES = JSON.stringify([
  {
    AllowedOrigins: ['http://localhost:3000', 'https://*-myapp.sub.workers.dev'],
    AllowedMethods: ['GET', 'PUT'],
    AllowedHeaders: ['Content-Type'],
    ExposeHeaders: ['ETag'],
    MaxAgeSeconds: 3600
  },
  { AllowedOrigins: ['*'], AllowedMethods: ['GET'], AllowedHeaders: ['*'] }
]);
const REFUSED = { code: 'Unauthorized', message: 'CORS not configured for this bucket' };

const preflight = (origin: string, asksMethod: string, asksHeaders?: string): ShortRequest => ({
  method: 'OPTIONS',
  origin,
  asksMethod,
  ...(asksHeaders === undefined ? {} : { asksHeaders })
});
const answer = (origin: string, headers?: string) => ({
  'access-control-allow-origin': origin,
  'access-control-allow-methods': 'GET, PUT',
  ...(headers === undefined ? {} : { 'access-control-allow-headers': headers }),
  'access-control-expose-headers': 'ETag',
  'access-control-max-age': '3600',
  vary: 'Origin'
});

test.each<{
  says: string;
  rules?: string;
  request: ShortRequest;
  rule: number | null;
  status: number | null;
  headers: Record<string, string>;
  error?: { code: string; message: string };
  evidence: string;
  source: string;
}>([
  {
    says: 'a preflight that is allowed is answered 204',
    request: preflight('http://localhost:3000', 'PUT', 'content-type'),
    rule: 0,
    status: 204,
    headers: answer('http://localhost:3000', 'content-type'),
    evidence: 'inferred',
    source: `${PRINTED}, ${API}`
  },
  {
    says: 'a * in the host takes what it stands for',
    request: { method: 'GET', origin: 'https://a1b2c3d4-myapp.sub.workers.dev' },
    rule: 0,
    status: null,
    evidence: 'inferred',
    source: TRIED,
    headers: {
      'access-control-allow-origin': 'https://a1b2c3d4-myapp.sub.workers.dev',
      'access-control-expose-headers': 'ETag',
      vary: 'Origin'
    }
  },
  {
    says: 'and nothing else',
    rules: RULES.replace('"*"', '"https://no.test"'),
    request: { method: 'GET', origin: 'https://other-worker.sub.workers.dev' },
    rule: null,
    status: null,
    headers: {},
    evidence: 'traced',
    source: TRIED
  },
  {
    says: 'letters’ case of headers does not count; * takes every header',
    request: preflight('https://any.test', 'GET', 'X-Any'),
    rule: 1,
    status: 204,
    evidence: 'inferred',
    source: RELEASES,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET',
      'access-control-allow-headers': 'X-Any',
      vary: 'Origin'
    }
  },
  {
    says: 'a preflight that no rule takes is told that there is no CORS',
    request: preflight('https://any.test', 'PUT'),
    rule: null,
    status: 403,
    headers: {},
    error: REFUSED,
    evidence: 'documented',
    source: PRINTED
  },
  {
    says: 'a bucket without rules says the same',
    rules: '[]',
    request: preflight('http://localhost:3000', 'PUT'),
    rule: null,
    status: 403,
    headers: {},
    error: REFUSED,
    evidence: 'traced',
    source: PRINTED
  },
  {
    says: 'a preflight without Origin has the status 400 since February 2024',
    request: { method: 'OPTIONS', asksMethod: 'PUT' },
    rule: null,
    status: 400,
    headers: {},
    evidence: 'documented',
    source: RELEASES
  },
  {
    says: 'an actual request is never refused for CORS',
    rules: '[]',
    request: { method: 'PUT', origin: 'https://any.test' },
    rule: null,
    status: null,
    headers: {},
    evidence: 'traced',
    source: RELEASES
  },
  {
    says: 'a bucket that is not there',
    request: { ...preflight('https://any.test', 'GET'), facts: { bucketExists: false } },
    rule: null,
    status: 404,
    headers: {},
    evidence: 'inferred',
    source: UNSAID,
    error: { code: 'NoSuchBucket', message: 'The specified bucket does not exist.' }
  }
])('$says ($source)', ({ rules = RULES, request, rule, status, headers, error, evidence }) => {
  expect(ask('cloudflare-r2', rules, request)).toEqual({
    rule,
    status,
    headers,
    error: error ?? null,
    evidence
  });
});

const wrangler = (rule: object): string => JSON.stringify({ rules: [rule] });
const RULE = { allowed: { origins: ['https://a.test'], methods: ['GET'] } };
const origin = (value: string) =>
  rulesXml([{ origins: [value], methods: ['GET'], headers: ['x-a'] }]);

describe('saving', () => {
  test.each<{ says: string; text: string; code: string | null; source: string }>([
    {
      says: 'names of S3 in the file of wrangler',
      text: '{"rules": [{"AllowedOrigins": ["http://example.com"], "AllowedMethods": ["GET"]}]}',
      code: '10040',
      source: 'https://github.com/cloudflare/workers-sdk/issues/8486'
    },
    {
      says: 'a method beyond the five',
      text: wrangler({ allowed: { ...RULE.allowed, methods: ['OPTIONS'] } }),
      code: '10040',
      source: API
    },
    {
      says: 'no origins',
      text: wrangler({ allowed: { methods: ['GET'] } }),
      code: '10040',
      source: API
    },
    {
      says: 'an age above a day',
      text: wrangler({ ...RULE, maxAgeSeconds: 86_401 }),
      code: '10040',
      source: API
    },
    {
      says: 'a port that is *',
      text: origin('http://localhost:*'),
      code: 'MalformedXML',
      source: TRIED
    },
    {
      says: 'an origin with a slash behind it',
      text: origin('https://a.test/'),
      code: 'MalformedXML',
      source: RELEASES
    },
    {
      says: 'an origin without a scheme',
      text: origin('a.test'),
      code: 'MalformedXML',
      source: RELEASES
    },
    {
      says: 'an unknown element',
      text: origin('*').replace('<CORSRule>', '$&<Method>GET</Method>'),
      code: 'MalformedXML',
      source: RELEASES
    },
    {
      says: 'an allowed header that is empty',
      text: origin('*').replace('x-a', ''),
      code: 'MalformedXML',
      source: RELEASES
    },
    {
      says: 'OPTIONS in the dashboard',
      text: '[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET", "OPTIONS"]}]',
      code: null,
      source: 'https://github.com/cloudflare/workerd/issues/4280'
    }
  ])('$says is refused ($source)', ({ text, code }) => {
    expect(save('cloudflare-r2', text)).toMatchObject({ accepted: false, status: 400, code });
  });

  test.each([
    ['the JSON of the dashboard', RULES, PAGE],
    ['the file of wrangler', wrangler({ ...RULE, id: 'r', maxAgeSeconds: 86_400 }), API],
    ['a * for a host below', origin('https://*.sub.workers.dev'), TRIED],
    ['an origin with a port', origin('http://localhost:5173'), PAGE]
  ])('%s is accepted (%s)', (_, text) => {
    expect(save('cloudflare-r2', text)).toMatchObject({ accepted: true, evidence: 'documented' });
  });
});
