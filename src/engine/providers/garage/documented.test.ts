/** What the source of Garage does, of June 2025. */
import { expect, test } from 'vitest';
import { ask, rulesXml, save, type ShortRequest, type ShortRule } from '../rows.testdata.ts';

const TREE = 'https://git.deuxfleurs.fr/Deuxfleurs/garage/src/branch/main-v1/src/api/';
const CORS = `${TREE}common/cors.rs`;
const SERVER = `${TREE}s3/api_server.rs`;
const PUT = `${TREE}s3/cors.rs`;

const RULES: ShortRule[] = [
  {
    origins: ['https://a.test', 'https://b.test'],
    methods: ['GET', 'PUT'],
    headers: ['content-type', 'X-A'],
    expose: ['ETag'],
    age: '60'
  },
  { origins: ['*'], methods: ['*'], headers: ['*'] }
];
const FIRST = {
  'access-control-allow-origin': 'https://a.test, https://b.test',
  'access-control-allow-methods': 'GET, PUT',
  'access-control-allow-headers': 'content-type, X-A',
  'access-control-expose-headers': 'ETag'
};
const SECOND = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': ''
};

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
  message?: string;
  source: string;
}>([
  {
    says: 'every header is the whole list of the rule, without age, Vary and credentials',
    request: preflight('https://a.test', 'PUT', 'content-type'),
    rule: 0,
    status: 200,
    headers: FIRST,
    source: CORS
  },
  {
    says: 'an empty list is an empty header',
    request: preflight('https://any.test', 'PATCH', 'x-any'),
    rule: 1,
    status: 200,
    headers: SECOND,
    source: CORS
  },
  {
    says: 'names are compared letter for letter, so the next rule answers',
    request: preflight('https://a.test', 'PUT', 'x-a'),
    rule: 1,
    status: 200,
    headers: SECOND,
    source: CORS
  },
  {
    says: 'there are no patterns',
    rules: [{ origins: ['https://*.a.test'], methods: ['GET'] }],
    request: preflight('https://x.a.test', 'GET'),
    rule: null,
    status: 403,
    headers: {},
    message: 'Forbidden: This CORS request is not allowed.',
    source: CORS
  },
  {
    says: 'no rules',
    rules: [],
    request: preflight('https://a.test', 'GET'),
    rule: null,
    status: 403,
    headers: {},
    message: 'Forbidden: This CORS request is not allowed.',
    source: CORS
  },
  {
    says: 'no Origin',
    request: { method: 'OPTIONS', asksMethod: 'GET' },
    rule: null,
    status: 400,
    headers: {},
    message: 'Bad request: Missing Origin header',
    source: CORS
  },
  {
    says: 'no method',
    request: { method: 'OPTIONS', origin: 'https://a.test' },
    rule: null,
    status: 400,
    headers: {},
    message: 'Bad request: Missing Access-Control-Request-Method header',
    source: CORS
  },
  {
    says: 'an unknown bucket may be one that only a key knows',
    request: { ...preflight('https://a.test', 'GET'), facts: { bucketExists: false } },
    rule: null,
    status: 200,
    headers: { 'access-control-allow-origin': '*', 'access-control-allow-methods': '*' },
    source: CORS
  },
  {
    says: 'buckets may be listed from anywhere',
    request: { ...preflight('https://a.test', 'GET'), facts: { target: 'root' } },
    rule: null,
    status: 200,
    headers: { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET' },
    source: CORS
  },
  {
    says: 'an actual request that succeeds',
    request: { method: 'GET', origin: 'https://b.test' },
    rule: 0,
    status: null,
    headers: FIRST,
    source: SERVER
  },
  {
    says: 'one that fails has no CORS headers',
    request: { method: 'GET', origin: 'https://b.test', facts: { objectExists: false } },
    rule: null,
    status: null,
    headers: {},
    source: SERVER
  },
  {
    says: 'an object that does not exist yet may be written',
    request: { method: 'PUT', origin: 'https://b.test', facts: { objectExists: false } },
    rule: 0,
    status: null,
    headers: FIRST,
    source: SERVER
  }
])('$says ($source)', ({ rules = RULES, request, rule, status, headers, message }) => {
  const answer = ask('garage', rulesXml(rules), request);
  expect([answer.rule, answer.status, answer.headers]).toEqual([rule, status, headers]);
  expect([answer.error?.message, answer.evidence]).toEqual([message, 'documented']);
});

const saved = (rule: Partial<ShortRule>) =>
  rulesXml([{ origins: ['https://a.test'], methods: ['GET'], ...rule }]);

test.each<{ says: string; text: string; code: string | null; source: string }>([
  {
    says: 'any token is a method',
    text: saved({ methods: ['*', 'OPTIONS', 'FOO'] }),
    code: null,
    source: PUT
  },
  {
    says: 'any text is an origin',
    text: saved({ origins: ['not a url', '**'] }),
    code: null,
    source: PUT
  },
  {
    says: '101 rules',
    text: rulesXml(Array.from({ length: 101 }, () => RULES).flat()),
    code: null,
    source: PUT
  },
  {
    says: 'a method with a blank',
    text: saved({ methods: ['GET PUT'] }),
    code: 'InvalidRequest',
    source: PUT
  },
  {
    says: 'a header with a blank',
    text: saved({ headers: ['x a'] }),
    code: 'InvalidRequest',
    source: PUT
  },
  {
    says: 'an empty exposed header',
    text: saved({ expose: [''] }),
    code: 'InvalidRequest',
    source: PUT
  },
  { says: 'no origin', text: saved({ origins: [] }), code: 'MalformedXML', source: PUT },
  { says: 'an age in words', text: saved({ age: 'abc' }), code: 'MalformedXML', source: PUT },
  { says: 'no XML', text: '<CORSConfiguration>', code: 'MalformedXML', source: PUT }
])('saving: $says ($source)', ({ text, code }) => {
  const { accepted, code: found } = save('garage', text);
  expect([accepted, found]).toEqual([code === null, code]);
});
