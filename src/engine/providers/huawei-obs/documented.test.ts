/** What Huawei says of CORS in OBS, and the answers that its pages print. */
import { describe, expect, test } from 'vitest';
import { ask, rulesXml, save, type ShortRequest, type ShortRule } from '../rows.testdata.ts';

const OPTIONS_PAGE = 'https://support.huaweicloud.com/intl/en-us/api-obs/obs_04_0077.html';
const PUT_PAGE = 'https://support.huaweicloud.com/intl/en-us/api-obs/obs_04_0074.html';
const HEAD_PAGE = 'https://support.huaweicloud.com/intl/en-us/api-obs/obs_04_0023.html';
const ERRORS = 'https://support.huaweicloud.com/intl/en-us/api-obs/obs_04_0115.html';
const UNSAID = 'inferred: no page says so';

/** The rules behind the printed answers. */
const RULES: ShortRule[] = [
  {
    origins: ['www.example.com'],
    methods: ['POST', 'GET', 'HEAD', 'PUT', 'DELETE'],
    headers: ['AllowedHeader_1'],
    expose: ['ExposeHeader_1', 'ExposeHeader_2'],
    age: '100'
  },
  { origins: ['*'], methods: ['GET'], headers: ['x-obs-*'] }
];
const PRINTED = {
  'access-control-allow-origin': 'www.example.com',
  'access-control-allow-methods': 'POST,GET,HEAD,PUT,DELETE',
  'access-control-max-age': '100',
  'access-control-expose-headers': 'ExposeHeader_1,ExposeHeader_2',
  'access-control-allow-credentials': 'true'
};
const STAR = { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET' };
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
  rules?: ShortRule[];
  request: ShortRequest;
  rule: number | null;
  status: number | null;
  headers: Record<string, string>;
  error?: { code: string; message: string };
  evidence: string;
  source: string;
}>([
  {
    says: 'the printed preflight',
    request: preflight('www.example.com', 'PUT'),
    rule: 0,
    status: 200,
    headers: PRINTED,
    evidence: 'traced',
    source: OPTIONS_PAGE
  },
  {
    says: 'requested headers are given back as they were asked for',
    request: preflight('www.example.com', 'PUT', 'AllowedHeader_1'),
    rule: 0,
    status: 200,
    headers: { ...PRINTED, 'access-control-allow-headers': 'AllowedHeader_1' },
    evidence: 'documented',
    source: OPTIONS_PAGE
  },
  {
    says: 'the printed answer to HEAD has all of them but the credentials, of which nothing is sure',
    request: {
      method: 'HEAD',
      origin: 'www.example.com',
      asksHeaders: 'AllowedHeader_1'
    },
    rule: 0,
    status: null,
    headers: { ...PRINTED, 'access-control-allow-headers': 'AllowedHeader_1' },
    evidence: 'inferred',
    source: HEAD_PAGE
  },
  {
    says: 'one * in a header and for an origin',
    request: preflight('http://any.test', 'GET', 'x-obs-acl'),
    rule: 1,
    status: 200,
    headers: { ...STAR, 'access-control-allow-headers': 'x-obs-acl' },
    evidence: 'inferred',
    source: PUT_PAGE
  },
  {
    says: 'a header in other letters’ case',
    request: preflight('www.example.com', 'PUT', 'allowedheader_1'),
    rule: 0,
    status: 200,
    headers: { ...PRINTED, 'access-control-allow-headers': 'allowedheader_1' },
    evidence: 'inferred',
    source: UNSAID
  },
  {
    says: 'no rule holds',
    request: preflight('http://any.test', 'PUT'),
    rule: null,
    status: 403,
    headers: {},
    evidence: 'documented',
    source: OPTIONS_PAGE,
    error: { code: 'AccessForbidden', message: NOT_ALLOWED }
  },
  {
    says: 'a bucket without rules',
    rules: [],
    request: preflight('www.example.com', 'PUT'),
    rule: null,
    status: 403,
    headers: {},
    evidence: 'documented',
    source: ERRORS,
    error: {
      code: 'AccessForbidden',
      message: 'CORSResponse: CORS is not enabled for this bucket.'
    }
  },
  {
    says: 'a preflight without Origin',
    request: { method: 'OPTIONS', asksMethod: 'PUT' },
    rule: null,
    status: 400,
    headers: {},
    evidence: 'documented',
    source: OPTIONS_PAGE,
    error: {
      code: 'Bad Request',
      message: 'Insufficient information. Origin request header needed.'
    }
  },
  {
    says: 'a preflight without a method',
    request: { method: 'OPTIONS', origin: 'www.example.com' },
    rule: null,
    status: 400,
    headers: {},
    evidence: 'documented',
    source: OPTIONS_PAGE,
    error: { code: 'Bad Request', message: 'Invalid Access-Control-Request-Method: null' }
  },
  {
    says: 'a bucket that is not there',
    request: { ...preflight('www.example.com', 'PUT'), facts: { bucketExists: false } },
    rule: null,
    status: 404,
    headers: {},
    evidence: 'inferred',
    source: UNSAID,
    error: { code: 'NoSuchBucket', message: 'The specified bucket does not exist.' }
  },
  {
    says: 'an actual request that no rule allows is served without headers',
    request: { method: 'PUT', origin: 'http://any.test' },
    rule: null,
    status: null,
    headers: {},
    evidence: 'documented',
    source: HEAD_PAGE
  }
])('$says ($source)', ({ rules = RULES, request, rule, status, headers, error, evidence }) => {
  expect(ask('huawei-obs', rulesXml(rules), request)).toEqual({
    rule,
    status,
    headers,
    error: error ?? null,
    evidence
  });
});

const one = (more: Partial<ShortRule>): string =>
  rulesXml([{ origins: ['*'], methods: ['GET'], ...more }]);

describe('saving', () => {
  test.each<[string, string, string]>([
    ['no rule', rulesXml([]), 'MalformedXML'],
    [
      '101 rules',
      rulesXml(Array.from({ length: 101 }, () => RULES[1] as ShortRule)),
      'MalformedXML'
    ],
    ['an age in words', one({ age: 'soon' }), 'MalformedXML'],
    ['a method of none', one({ methods: ['PATCH'] }), 'InvalidArgument'],
    ['a long id', one({ id: 'i'.repeat(256) }), 'InvalidArgument'],
    ['an empty id', one({ id: '' }), 'InvalidArgument'],
    ['two wildcards', one({ origins: ['http://*.*.com'] }), 'InvalidArgument'],
    ['a long origin', one({ origins: ['a'.repeat(20_481)] }), 'InvalidArgument'],
    ['a blank in a header', one({ headers: ['x a'] }), 'InvalidArgument'],
    ['Chinese in a header', one({ headers: ['头域'] }), 'InvalidArgument'],
    ['an exposed *', one({ expose: ['x-*'] }), 'InvalidArgument']
  ])(`%s is refused (${PUT_PAGE})`, (_, text, code) => {
    expect(save('huawei-obs', text)).toMatchObject({ accepted: false, code, evidence: 'inferred' });
  });

  test(`100 rules, and a negative age, are accepted (${PUT_PAGE})`, () => {
    const rules = Array.from({ length: 100 }, () => ({ ...RULES[1], age: '-1' }) as ShortRule);
    expect(save('huawei-obs', rulesXml(rules)).stored).toHaveLength(100);
  });
});
