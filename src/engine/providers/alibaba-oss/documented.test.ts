/** What Alibaba says of CORS in OSS, and what its tools and tests print. */
import { describe, expect, test } from 'vitest';
import { ask, rulesXml, save, type ShortRequest, type ShortRule } from '../rows.testdata.ts';

const PUT_PAGE = 'https://www.alibabacloud.com/help/en/oss/developer-reference/putbucketcors';
const OPTIONS_PAGE = 'https://www.alibabacloud.com/help/doc-detail/32004.html';
const PRINTED = 'https://www.alibabacloud.com/help/doc-detail/122573.htm';
const ERRORS = 'https://github.com/AlibabaCloudDocs/oss, error responses 400 and 403';
const TESTED = 'https://github.com/aliyun/aliyun-oss-go-sdk/blob/master/oss/bucket_test.go';
const GUIDE = 'https://www.alibabacloud.com/help/en/oss/user-guide/cors-settings';
const UNSAID = 'inferred: no page says so';

const RULES: ShortRule[] = [
  {
    origins: ['http://www.example.com', 'www.aliyun.com'],
    methods: ['PUT', 'GET'],
    headers: ['x-oss-meta-author', 'Content-Type'],
    expose: ['x-oss-test', 'ETag'],
    age: '100'
  },
  { origins: ['http://*.example.com'], methods: ['PUT'], headers: ['x-oss-*'], age: '0' },
  { origins: ['*'], methods: ['GET', 'POST', 'PUT'], headers: ['*'] }
];
const SITE = 'http://www.example.com';
const FIRST = {
  'access-control-allow-origin': SITE,
  'access-control-allow-methods': 'PUT, GET',
  'access-control-expose-headers': 'x-oss-test, ETag',
  'access-control-max-age': '100'
};
const STAR = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT'
};
const NOT_ALLOWED =
  'CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / ' +
  "Access-Control-Request-Method or Access-Control-Requet-Headers are not whitelisted by the resource's CORS spec.";

const preflight = (origin: string, asksMethod: string, asksHeaders?: string): ShortRequest => ({
  method: 'OPTIONS',
  origin,
  asksMethod,
  ...(asksHeaders === undefined ? {} : { asksHeaders })
});

test.each<{
  says: string;
  rules?: string;
  request: ShortRequest;
  rule: number | null;
  status: number | null;
  headers: Record<string, string>;
  error?: { code: string; message: string };
  source: string;
}>([
  {
    says: 'the sample: a PUT from the site that the rule names',
    request: preflight(SITE, 'PUT'),
    rule: 0,
    status: 200,
    headers: FIRST,
    source: OPTIONS_PAGE
  },
  {
    says: 'an origin without a scheme is compared as it is',
    request: preflight('www.aliyun.com', 'PUT', 'x-oss-meta-author'),
    rule: 0,
    status: 200,
    headers: {
      ...FIRST,
      'access-control-allow-origin': 'www.aliyun.com',
      'access-control-allow-headers': 'x-oss-meta-author'
    },
    source: TESTED
  },
  {
    says: 'a longer header name is another one, and the next rule that holds answers',
    request: preflight(SITE, 'PUT', 'x-oss-meta-author-1'),
    rule: 1,
    status: 200,
    headers: {
      'access-control-allow-origin': SITE,
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'x-oss-meta-author-1',
      'access-control-max-age': '0'
    },
    source: `${TESTED}, ${PUT_PAGE}`
  },
  {
    says: 'letters’ case of header names does not count',
    request: preflight(SITE, 'PUT', 'CONTENT-TYPE'),
    rule: 0,
    status: 200,
    headers: { ...FIRST, 'access-control-allow-headers': 'CONTENT-TYPE' },
    source: GUIDE
  },
  {
    says: 'a rule for every origin says *, and lists its methods',
    request: preflight('http://any.test', 'PUT', 'x-any'),
    rule: 2,
    status: 200,
    headers: { ...STAR, 'access-control-allow-headers': 'x-any' },
    source: PRINTED
  },
  {
    says: 'no rule holds',
    request: preflight('http://any.test', 'DELETE'),
    rule: null,
    status: 403,
    headers: {},
    error: { code: 'AccessForbidden', message: NOT_ALLOWED },
    source: ERRORS
  },
  {
    says: 'a bucket without rules says the same',
    rules: rulesXml([]),
    request: preflight(SITE, 'PUT'),
    rule: null,
    status: 403,
    headers: {},
    error: { code: 'AccessForbidden', message: NOT_ALLOWED },
    source: ERRORS
  },
  {
    says: 'a preflight without Origin',
    request: { method: 'OPTIONS', asksMethod: 'PUT' },
    rule: null,
    status: 400,
    headers: {},
    error: {
      code: 'BadRequest',
      message: 'Insufficient information. Origin request header needed.'
    },
    source: ERRORS
  },
  {
    says: 'a preflight without a method',
    request: { method: 'OPTIONS', origin: SITE },
    rule: null,
    status: 400,
    headers: {},
    error: {
      code: 'BadRequest',
      message: 'Insufficient information. Request Access-Control-Request-Method header needed.'
    },
    source: ERRORS
  },
  {
    says: 'a bucket that is not there',
    request: { ...preflight(SITE, 'PUT'), facts: { bucketExists: false } },
    rule: null,
    status: 404,
    headers: {},
    error: { code: 'NoSuchBucket', message: 'The specified bucket does not exist.' },
    source: UNSAID
  },
  {
    says: 'an object need not be there',
    request: { ...preflight(SITE, 'PUT'), facts: { objectExists: false, target: 'bucket' } },
    rule: 0,
    status: 200,
    headers: FIRST,
    source: TESTED
  },
  {
    says: 'an actual request is answered by origin and method',
    request: { method: 'GET', origin: SITE },
    rule: 0,
    status: null,
    headers: FIRST,
    source: PUT_PAGE
  },
  {
    says: 'an actual request that no rule allows is served without CORS headers',
    request: { method: 'DELETE', origin: SITE },
    rule: null,
    status: null,
    headers: {},
    source: PUT_PAGE
  },
  {
    says: 'ResponseVary is said to everybody: allowed',
    rules: rulesXml(RULES).replace('</CORSConfiguration>', '<ResponseVary>true</ResponseVary>$&'),
    request: preflight(SITE, 'PUT'),
    rule: 0,
    status: 200,
    headers: { ...FIRST, vary: 'Origin' },
    source: PUT_PAGE
  },
  {
    says: 'ResponseVary is said to everybody: no CORS request',
    rules: rulesXml(RULES).replace('</CORSConfiguration>', '<ResponseVary>true</ResponseVary>$&'),
    request: { method: 'GET' },
    rule: null,
    status: null,
    headers: { vary: 'Origin' },
    source: PUT_PAGE
  },
  {
    says: 'ResponseVary without rules has no effect',
    rules: '<CORSConfiguration><ResponseVary>true</ResponseVary></CORSConfiguration>',
    request: { method: 'GET', origin: SITE },
    rule: null,
    status: null,
    headers: {},
    source: PUT_PAGE
  }
])('$says ($source)', ({ rules = rulesXml(RULES), request, rule, status, headers, error }) => {
  const answer = ask('alibaba-oss', rules, request);
  expect({ ...answer, evidence: null }).toEqual({
    rule,
    status,
    headers,
    error: error ?? null,
    evidence: null
  });
});

const one = (more: Partial<ShortRule>): ShortRule[] => [
  { origins: ['*'], methods: ['GET'], ...more }
];

describe('saving', () => {
  test.each<{
    says: string;
    text: string;
    code?: string | null;
    message?: string | null;
    source: string;
  }>([
    {
      says: '11 rules',
      text: rulesXml(Array.from({ length: 11 }, () => one({})).flat()),
      code: 'CORSRuleBeyondLimit',
      message: 'The CORS Rules num is beyond limit.',
      source: ERRORS
    },
    { says: 'no rule', text: rulesXml([]), code: 'MalformedXML', source: UNSAID },
    {
      says: 'a method that is none of the five',
      text: rulesXml(one({ methods: ['GET', 'TEST'] })),
      source: 'https://www.alibabacloud.com/help/en/oss/user-guide/0034-00000011'
    },
    {
      says: 'an empty method',
      text: rulesXml(one({ methods: [''] })),
      source: 'https://www.alibabacloud.com/help/en/oss/user-guide/0034-00000011'
    },
    {
      says: 'an exposed *',
      text: rulesXml(one({ expose: ['*'] })),
      source: 'https://www.alibabacloud.com/help/en/oss/user-guide/0034-00000013'
    },
    {
      says: 'ResponseVary in capitals',
      text: rulesXml(one({})).replace(
        '</CORSConfiguration>',
        '<ResponseVary>TRUE</ResponseVary>$&'
      ),
      source: 'https://www.alibabacloud.com/help/en/oss/user-guide/0034-00000004'
    },
    {
      says: 'two wildcards in a header',
      text: rulesXml(one({ headers: ['x-*-*'] })),
      source: PUT_PAGE
    },
    {
      says: 'more than 16 KB',
      text: rulesXml(one({ origins: Array.from({ length: 500 }, () => 'https://a.example.com') })),
      source: PUT_PAGE
    },
    {
      says: 'the JSON of the AWS command line',
      text: '{"CORSRules": [{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]}',
      code: 'MalformedXML',
      source: UNSAID
    }
  ])('$says is refused ($source)', ({ text, code = null, message = null }) => {
    expect(save('alibaba-oss', text)).toMatchObject({
      accepted: false,
      status: 400,
      code,
      message,
      stored: null
    });
  });

  test.each<{ says: string; text: string; source: string }>([
    {
      says: 'the JSON of ossutil 2',
      text: '{"CORSRule": [{"AllowedOrigin": ["*"], "AllowedMethod": ["GET"], "AllowedHeader": "*"}], "ResponseVary": true}',
      source: 'https://help.aliyun.com/en/oss/developer-reference/put-bucket-cors'
    },
    { says: 'an origin without a scheme', text: rulesXml(RULES), source: TESTED }
  ])('$says is accepted ($source)', ({ text }) => {
    expect(save('alibaba-oss', text).accepted).toBe(true);
  });
});
