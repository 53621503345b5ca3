/** What the source of SeaweedFS does, of August 2026. */
import { expect, test } from 'vitest';
import { ask, rulesXml, save, type ShortRequest, type ShortRule } from '../rows.testdata.ts';

const CORS = 'https://github.com/seaweedfs/seaweedfs/blob/master/weed/s3api/cors/cors.go';
const MIDDLEWARE =
  'https://github.com/seaweedfs/seaweedfs/blob/master/weed/s3api/cors/middleware.go';
const HANDLERS =
  'https://github.com/seaweedfs/seaweedfs/blob/master/weed/s3api/s3api_bucket_cors_handlers.go';
const SERVER = 'https://github.com/seaweedfs/seaweedfs/blob/master/weed/s3api/s3api_server.go';

const RULES: ShortRule[] = [
  {
    origins: ['https://a.test', 'https://*.b.test'],
    methods: ['GET', 'PUT'],
    headers: ['content-type', 'X-Amz-*'],
    expose: ['ETag'],
    age: '60'
  },
  { origins: ['*'], methods: ['GET', 'DELETE'], age: '5' }
];
const VARY = { vary: 'Origin' };
const FIRST = {
  'access-control-allow-methods': 'GET, PUT',
  'access-control-expose-headers': 'ETag',
  'access-control-max-age': '60',
  ...VARY
};
const FALLBACK = {
  'access-control-allow-methods': 'GET, PUT, POST, DELETE, HEAD',
  'access-control-expose-headers':
    'ETag, Content-Length, Content-Type, Last-Modified, x-amz-request-id, x-amz-version-id',
  ...VARY
};

const origin = (value: string) => ({ 'access-control-allow-origin': value });
const preflight = (from: string, asksMethod: string, asksHeaders?: string): ShortRequest => ({
  method: 'OPTIONS',
  origin: from,
  asksMethod,
  ...(asksHeaders === undefined ? {} : { asksHeaders })
});

test.each<{
  says: string;
  rules: ShortRule[];
  request: ShortRequest;
  rule: number | null;
  status: number | null;
  headers: Record<string, string>;
  code?: string;
  source: string;
}>([
  {
    says: 'the origin is echoed, and the headers as they were sent',
    rules: RULES,
    request: preflight('https://a.test', 'PUT', 'Content-Type, x-amz-date'),
    rule: 0,
    status: 200,
    headers: {
      ...origin('https://a.test'),
      ...FIRST,
      'access-control-allow-headers': 'Content-Type, x-amz-date'
    },
    source: CORS
  },
  {
    says: 'a * behind the scheme',
    rules: RULES,
    request: preflight('https://x.b.test', 'GET'),
    rule: 0,
    status: 200,
    headers: { ...origin('https://x.b.test'), ...FIRST },
    source: CORS
  },
  {
    says: 'also for * the origin is echoed, without credentials',
    rules: RULES,
    request: preflight('https://any.test', 'DELETE', 'x-any'),
    rule: 1,
    status: 200,
    headers: {
      ...origin('https://any.test'),
      'access-control-allow-methods': 'GET, DELETE',
      'access-control-allow-headers': 'x-any',
      'access-control-max-age': '5',
      ...VARY
    },
    source: CORS
  },
  {
    says: 'a method that the first rule with the origin lacks is answered 200 without a grant',
    rules: RULES,
    request: preflight('https://a.test', 'DELETE'),
    rule: 0,
    status: 200,
    headers: { ...origin('https://a.test'), ...VARY },
    source: CORS
  },
  {
    says: 'so is a header that it lacks',
    rules: RULES,
    request: preflight('https://a.test', 'PUT', 'x-other'),
    rule: 0,
    status: 200,
    headers: { ...origin('https://a.test'), ...VARY },
    source: CORS
  },
  {
    says: 'no rule with the origin',
    rules: RULES.slice(0, 1),
    request: preflight('https://c.test', 'GET'),
    rule: null,
    status: 403,
    headers: VARY,
    code: 'AccessDenied',
    source: MIDDLEWARE
  },
  {
    says: 'an OPTIONS without Origin',
    rules: RULES,
    request: { method: 'OPTIONS', asksMethod: 'GET' },
    rule: null,
    status: 200,
    headers: VARY,
    source: MIDDLEWARE
  },
  {
    says: 'a bucket without rules is open by the server setting',
    rules: [],
    request: preflight('https://any.test', 'PUT', 'x-a'),
    rule: null,
    status: 200,
    headers: {
      ...origin('https://any.test'),
      ...FALLBACK,
      'access-control-allow-headers': 'x-a'
    },
    source: HANDLERS
  },
  {
    says: 'so is one that does not exist',
    rules: RULES,
    request: { ...preflight('https://any.test', 'PUT'), facts: { bucketExists: false } },
    rule: null,
    status: 200,
    headers: { ...origin('https://any.test'), ...FALLBACK },
    source: MIDDLEWARE
  },
  {
    says: 'an actual request passes over a rule without its method, and is told its list of headers',
    rules: RULES,
    request: { method: 'DELETE', origin: 'https://a.test' },
    rule: 1,
    status: null,
    headers: {
      ...origin('https://a.test'),
      'access-control-allow-methods': 'GET, DELETE',
      'access-control-max-age': '5',
      ...VARY
    },
    source: CORS
  },
  {
    says: 'the list of headers of an actual request',
    rules: RULES,
    request: { method: 'GET', origin: 'https://a.test' },
    rule: 0,
    status: null,
    headers: {
      ...origin('https://a.test'),
      ...FIRST,
      'access-control-allow-headers': 'content-type, X-Amz-*'
    },
    source: CORS
  },
  {
    says: 'the service itself is open',
    rules: [],
    request: { method: 'GET', origin: 'https://any.test', facts: { target: 'root' } },
    rule: null,
    status: null,
    headers: {
      ...origin('*'),
      'access-control-expose-headers': '*',
      'access-control-allow-methods': '*',
      'access-control-allow-headers': '*',
      'access-control-allow-credentials': 'true'
    },
    source: SERVER
  }
])('$says ($source)', ({ rules, request, rule, status, headers, code }) => {
  const answer = ask('seaweedfs', rulesXml(rules), request);
  expect([answer.rule, answer.status, answer.headers]).toEqual([rule, status, headers]);
  expect([answer.error?.code, answer.evidence]).toEqual([code, 'documented']);
});

const saved = (rule: Partial<ShortRule>) =>
  rulesXml([{ origins: ['https://a.test'], methods: ['GET'], ...rule }]);

test.each<{ says: string; text: string; code: string | null; source: string }>([
  { says: 'a plain rule', text: saved({}), code: null, source: CORS },
  { says: 'an exposed *', text: saved({ expose: ['*'] }), code: null, source: CORS },
  {
    says: 'a wildcard without a scheme',
    text: saved({ origins: ['*.a.test'] }),
    code: 'InvalidRequest',
    source: CORS
  },
  {
    says: 'two wildcards',
    text: saved({ origins: ['http://*.*'] }),
    code: 'InvalidRequest',
    source: CORS
  },
  { says: 'an empty origin', text: saved({ origins: [''] }), code: 'InvalidRequest', source: CORS },
  { says: 'OPTIONS', text: saved({ methods: ['OPTIONS'] }), code: 'InvalidRequest', source: CORS },
  { says: 'no method', text: saved({ methods: [] }), code: 'InvalidRequest', source: CORS },
  { says: 'a negative age', text: saved({ age: '-1' }), code: 'InvalidRequest', source: CORS },
  { says: 'an age in words', text: saved({ age: 'abc' }), code: 'MalformedXML', source: HANDLERS },
  { says: 'no rule', text: '<CORSConfiguration/>', code: 'InvalidRequest', source: CORS },
  { says: 'no XML', text: '<CORSConfiguration>', code: 'MalformedXML', source: HANDLERS }
])('saving: $says ($source)', ({ text, code }) => {
  const { accepted, code: found } = save('seaweedfs', text);
  expect([accepted, found]).toEqual([code === null, code]);
});
