/** What the pages of Azure Storage say, and, where they are silent, its emulators. */
import { describe, expect, test } from 'vitest';
import { ask, save, type ShortRequest, type ShortRule } from '../rows.testdata.ts';

const CORS_PAGE =
  'https://learn.microsoft.com/en-us/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services';
const PREFLIGHT_PAGE =
  'https://learn.microsoft.com/en-us/rest/api/storageservices/preflight-blob-request';
const EMULATOR =
  'https://github.com/Azure/Azurite/blob/main/src/blob/middlewares/PreflightMiddlewareFactory.ts';

const element = (name: string, value: string): string => `<${name}>${value}</${name}>`;

function properties(rules: readonly ShortRule[]): string {
  const written = rules.map(({ origins, methods, headers = [], expose = [], age = '5' }) =>
    element(
      'CorsRule',
      [
        element('AllowedOrigins', origins.join(', ')),
        element('AllowedMethods', methods.join(',')),
        element('MaxAgeInSeconds', age),
        element('ExposedHeaders', expose.join(', ')),
        element('AllowedHeaders', headers.join(', '))
      ].join('')
    )
  );
  return element('StorageServiceProperties', element('Cors', written.join('')));
}

const CONTENT = ['x-ms-blob-content-type', 'x-ms-blob-content-disposition'];
/** The worked example of the CORS page. */
const EXAMPLE = properties([
  { origins: ['http://www.contoso.com'], methods: ['PUT', 'HEAD'], headers: CONTENT },
  { origins: ['*'], methods: ['PUT', 'GET'], headers: CONTENT },
  { origins: ['http://www.contoso.com'], methods: ['GET'], headers: ['x-ms-client-request-id'] }
]);
const EXACT = properties([{ origins: ['http://a.test'], methods: ['GET', 'PUT'] }]);
const ANY = properties([{ origins: ['*'], methods: ['GET', 'PUT'], expose: ['ETag'] }]);
const EXPOSING = properties([
  {
    origins: ['http://a.test'],
    methods: ['GET'],
    expose: ['x-ms-meta-*', 'x-ms-blob-*', 'ETag', 'x-a']
  }
]);
const MATCHING = properties([
  {
    origins: ['http://*.a.test', 'http://b.test'],
    methods: ['PUT'],
    headers: ['x-ms-meta-*', 'range']
  }
]);
const ODD = properties([{ origins: ['http*://a.test'], methods: ['GET'] }]);

const preflight = (origin: string, asksMethod: string, asksHeaders?: string): ShortRequest => ({
  method: 'OPTIONS',
  origin,
  asksMethod,
  ...(asksHeaders === undefined ? {} : { asksHeaders })
});
const allowed = (origin: string, method: string, headers?: string) => ({
  'access-control-allow-origin': origin,
  'access-control-allow-methods': method,
  'access-control-max-age': '5',
  'access-control-allow-credentials': 'true',
  ...(headers === undefined ? {} : { 'access-control-allow-headers': headers })
});
const NOT_MATCHED = {
  code: 'CorsPreflightFailure',
  message: 'CORS not enabled or no matching rule found for this request.'
};
const MISSING = {
  code: 'InvalidHeaderValue',
  message: 'A required CORS header is not present.'
};
const VARY = { vary: 'Origin' };

interface DocumentedRow {
  says: string;
  text: string;
  request: ShortRequest;
  rule: number | null;
  status: number | null;
  headers: Record<string, string>;
  error?: { code: string; message: string };
  evidence?: 'inferred';
  source: string;
}

const preflights: DocumentedRow[] = [
  {
    says: 'the first rule that names origin and method',
    text: EXAMPLE,
    request: preflight('http://www.contoso.com', 'PUT', 'x-ms-blob-content-type'),
    rule: 0,
    status: 200,
    headers: allowed('http://www.contoso.com', 'PUT', 'x-ms-blob-content-type'),
    source: CORS_PAGE
  },
  {
    says: 'the next one where the method is another',
    text: EXAMPLE,
    request: preflight('http://www.contoso.com', 'GET', 'x-ms-blob-content-type'),
    rule: 1,
    status: 200,
    headers: allowed('http://www.contoso.com', 'GET', 'x-ms-blob-content-type'),
    source: CORS_PAGE
  },
  {
    says: 'no later rule is tried where the headers do not hold',
    text: EXAMPLE,
    request: preflight('http://www.contoso.com', 'GET', 'x-ms-client-request-id'),
    rule: null,
    status: 403,
    headers: {},
    error: NOT_MATCHED,
    source: CORS_PAGE
  },
  {
    says: 'without Access-Control-Request-Headers no allowed header counts',
    text: EXAMPLE,
    request: preflight('http://o.test', 'GET'),
    rule: 1,
    status: 200,
    headers: allowed('http://o.test', 'GET'),
    source: PREFLIGHT_PAGE
  },
  {
    says: 'no rules',
    text: properties([]),
    request: preflight('http://a.test', 'GET'),
    rule: null,
    status: 403,
    headers: {},
    error: NOT_MATCHED,
    source: CORS_PAGE
  },
  {
    says: 'no Origin',
    text: EXACT,
    request: { method: 'OPTIONS', asksMethod: 'GET' },
    rule: null,
    status: 400,
    headers: {},
    error: MISSING,
    source: CORS_PAGE
  },
  {
    says: 'no Access-Control-Request-Method',
    text: EXACT,
    request: { method: 'OPTIONS', origin: 'http://a.test' },
    rule: null,
    status: 400,
    headers: {},
    error: MISSING,
    source: CORS_PAGE
  },
  {
    says: 'container and blob need not exist, nor does a signature count',
    text: EXACT,
    request: {
      ...preflight('http://a.test', 'PUT'),
      facts: { bucketExists: false, objectExists: false, signature: 'bad' }
    },
    rule: 0,
    status: 200,
    headers: allowed('http://a.test', 'PUT'),
    source: PREFLIGHT_PAGE
  },
  {
    says: "letters' case of an origin counts",
    text: EXACT,
    request: preflight('http://A.test', 'GET'),
    rule: null,
    status: 403,
    headers: {},
    error: NOT_MATCHED,
    source: CORS_PAGE
  },
  {
    says: "letters' case of a method counts",
    text: EXACT,
    request: preflight('http://a.test', 'get'),
    rule: null,
    status: 403,
    headers: {},
    error: NOT_MATCHED,
    evidence: 'inferred',
    source: EMULATOR
  },
  {
    says: 'every subdomain, and beginnings of names in any case',
    text: MATCHING,
    request: preflight('http://x.a.test', 'PUT', 'X-Ms-Meta-Colour, Range'),
    rule: 0,
    status: 200,
    headers: allowed('http://x.a.test', 'PUT', 'X-Ms-Meta-Colour, Range'),
    source: CORS_PAGE
  },
  {
    says: 'the domain itself is no subdomain',
    text: MATCHING,
    request: preflight('http://a.test', 'PUT'),
    rule: null,
    status: 403,
    headers: {},
    error: NOT_MATCHED,
    source: CORS_PAGE
  },
  {
    says: 'a name that no beginning covers',
    text: MATCHING,
    request: preflight('http://b.test', 'PUT', 'x-ms-meta-a,x-ms-blob-type'),
    rule: null,
    status: 403,
    headers: {},
    error: NOT_MATCHED,
    source: CORS_PAGE
  },
  {
    says: 'what a * elsewhere in an origin does is not told',
    text: ODD,
    request: preflight('https://a.test', 'GET'),
    rule: null,
    status: 403,
    headers: {},
    error: NOT_MATCHED,
    evidence: 'inferred',
    source: CORS_PAGE
  }
];

/** The table of the CORS page: is Vary set, is Access-Control-Allow-Origin, and what is exposed. */
const actuals: DocumentedRow[] = [
  {
    says: 'no Origin, no rules',
    text: properties([]),
    request: { method: 'GET' },
    rule: null,
    status: null,
    headers: {},
    source: CORS_PAGE
  },
  {
    says: 'no Origin, a rule for other origins',
    text: EXACT,
    request: { method: 'GET' },
    rule: null,
    status: null,
    headers: VARY,
    source: CORS_PAGE
  },
  {
    says: 'no Origin, a rule for every origin',
    text: ANY,
    request: { method: 'GET' },
    rule: 0,
    status: null,
    headers: { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag' },
    evidence: 'inferred',
    source: CORS_PAGE
  },
  {
    says: 'an Origin, no rules',
    text: properties([]),
    request: { method: 'HEAD', origin: 'http://a.test' },
    rule: null,
    status: null,
    headers: {},
    source: CORS_PAGE
  },
  {
    says: 'an Origin that a rule names',
    text: EXACT,
    request: { method: 'GET', origin: 'http://a.test' },
    rule: 0,
    status: null,
    headers: {
      ...VARY,
      'access-control-allow-origin': 'http://a.test',
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': ''
    },
    evidence: 'inferred',
    source: CORS_PAGE
  },
  {
    says: 'an Origin that no rule names',
    text: EXACT,
    request: { method: 'HEAD', origin: 'http://b.test' },
    rule: null,
    status: null,
    headers: VARY,
    source: CORS_PAGE
  },
  {
    says: 'an Origin and a rule for every one',
    text: ANY,
    request: { method: 'GET', origin: 'http://a.test' },
    rule: 0,
    status: null,
    headers: { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag' },
    evidence: 'inferred',
    source: CORS_PAGE
  },
  {
    says: 'methods but GET and HEAD have no Vary',
    text: EXACT,
    request: { method: 'PUT', origin: 'http://a.test' },
    rule: 0,
    status: null,
    headers: {
      'access-control-allow-origin': 'http://a.test',
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': ''
    },
    evidence: 'inferred',
    source: CORS_PAGE
  },
  {
    says: 'nor where no rule answers',
    text: EXACT,
    request: { method: 'DELETE', origin: 'http://a.test' },
    rule: null,
    status: null,
    headers: {},
    source: CORS_PAGE
  },
  {
    says: 'a beginning of a name exposes what the answer has',
    text: EXPOSING,
    request: { method: 'GET', origin: 'http://a.test' },
    rule: 0,
    status: null,
    headers: {
      ...VARY,
      'access-control-allow-origin': 'http://a.test',
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'ETag,x-ms-blob-type,x-a'
    },
    evidence: 'inferred',
    source: EMULATOR
  }
];

test.each([...preflights, ...actuals])('$says ($source)', (row) => {
  const answer = ask('azure-blob', row.text, row.request);
  expect([answer.rule, answer.status, answer.headers]).toEqual([row.rule, row.status, row.headers]);
  expect(answer.error).toEqual(row.error ?? null);
  expect(answer.evidence).toBe(row.evidence ?? 'documented');
});

describe('saving', () => {
  const plain: ShortRule = { origins: ['http://a.test'], methods: ['GET'] };
  const list = (length: number, name: (index: number) => string): string[] =>
    Array.from({ length }, (_, index) => name(index));
  const MESSAGES = {
    InvalidXmlDocument: 'XML specified is not syntactically valid.',
    InvalidXmlNodeValue: 'The value for one of the XML nodes is not in the correct format.'
  };
  const refused = (code: keyof typeof MESSAGES, rule: number) => ({
    accepted: false,
    status: 400,
    code,
    message: MESSAGES[code],
    rule,
    stored: null
  });

  test.each<{ says: string; text: string; saved: object }>([
    {
      says: 'five rules',
      text: properties(list(5, String).map(() => plain)),
      saved: { accepted: true, status: 202 }
    },
    {
      says: 'six rules',
      text: properties(list(6, String).map(() => plain)),
      saved: refused('InvalidXmlDocument', 5)
    },
    {
      says: '65 origins',
      text: properties([plain, { ...plain, origins: list(65, (index) => `a${String(index)}`) }]),
      saved: refused('InvalidXmlNodeValue', 1)
    },
    {
      says: 'a long origin',
      text: properties([{ ...plain, origins: ['a'.repeat(257)] }]),
      saved: refused('InvalidXmlNodeValue', 0)
    },
    {
      says: 'an empty origin',
      text: properties([{ ...plain, origins: ['a', ''] }]),
      saved: refused('InvalidXmlNodeValue', 0)
    },
    {
      says: '* beside others',
      text: properties([{ ...plain, origins: ['*', 'http://a.test'] }]),
      saved: refused('InvalidXmlNodeValue', 0)
    },
    {
      says: 'every method',
      text: properties([
        {
          ...plain,
          methods: ['DELETE', 'GET', 'HEAD', 'MERGE', 'POST', 'OPTIONS', 'PUT', 'PATCH']
        }
      ]),
      saved: { accepted: true }
    },
    {
      says: 'an unknown method',
      text: properties([{ ...plain, methods: ['GET', 'FOO'] }]),
      saved: refused('InvalidXmlNodeValue', 0)
    },
    {
      says: 'a method in small letters',
      text: properties([{ ...plain, methods: ['get'] }]),
      saved: refused('InvalidXmlNodeValue', 0)
    },
    {
      says: 'an age that is no whole number',
      text: properties([{ ...plain, age: '1.5' }]),
      saved: refused('InvalidXmlNodeValue', 0)
    },
    {
      says: '64 names and two beginnings',
      text: properties([
        { ...plain, headers: ['x-*', 'y-*', ...list(64, (index) => `a${String(index)}`)] }
      ]),
      saved: { accepted: true }
    },
    {
      says: '67 names',
      text: properties([{ ...plain, expose: list(67, (index) => `a${String(index)}`) }]),
      saved: refused('InvalidXmlNodeValue', 0)
    },
    {
      says: 'three beginnings',
      text: properties([{ ...plain, headers: ['a*', 'b*', 'c*'] }]),
      saved: refused('InvalidXmlNodeValue', 0)
    },
    {
      says: '65 whole names',
      text: properties([{ ...plain, headers: list(65, (index) => `a${String(index)}`) }]),
      saved: refused('InvalidXmlNodeValue', 0)
    },
    {
      says: 'a * in the middle of a name',
      text: properties([{ ...plain, headers: ['x-*-y'] }]),
      saved: refused('InvalidXmlNodeValue', 0)
    },
    {
      says: 'an empty name',
      text: properties([{ ...plain, headers: ['a', ''] }]),
      saved: refused('InvalidXmlNodeValue', 0)
    },
    {
      says: 'more than 2048 characters',
      text: properties([{ ...plain, origins: list(9, (index) => String(index).repeat(250)) }]),
      saved: refused('InvalidXmlDocument', 0)
    },
    {
      says: 'a field that is missing',
      text: properties([plain]).replace('<AllowedHeaders></AllowedHeaders>', ''),
      saved: refused('InvalidXmlDocument', 0)
    },
    {
      says: 'a field that is there twice',
      text: properties([plain]).replace(
        '</CorsRule>',
        '<AllowedMethods>PUT</AllowedMethods></CorsRule>'
      ),
      saved: refused('InvalidXmlDocument', 0)
    },
    {
      says: 'a name that is none of a rule',
      text: properties([plain]).replace('</CorsRule>', '<Foo>1</Foo></CorsRule>'),
      saved: { accepted: false, code: 'InvalidXmlDocument' }
    },
    {
      says: 'properties that say nothing of CORS',
      text: '<StorageServiceProperties><Logging/></StorageServiceProperties>',
      saved: { accepted: true, status: 202, stored: [] }
    },
    {
      says: 'an empty list takes every rule away',
      text: '<StorageServiceProperties><Cors/></StorageServiceProperties>',
      saved: { accepted: true, status: 202, stored: [] }
    },
    {
      says: 'an empty body',
      text: '',
      saved: { accepted: false, code: 'InvalidXmlDocument' }
    },
    {
      says: 'rules of S3',
      text: '<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>',
      saved: {
        accepted: false,
        status: 400,
        code: 'InvalidXmlDocument',
        rule: null,
        message: 'XML specified is not syntactically valid.'
      }
    },
    {
      says: 'what the service gives back',
      text: properties([
        {
          origins: ['http://a.test', 'http://a.test'],
          methods: ['GET', 'PUT', 'GET'],
          headers: ['x-*', 'A', 'a', 'b'],
          age: ' 007 '
        }
      ]),
      saved: {
        stored: [
          {
            id: null,
            allowedOrigins: ['http://a.test'],
            allowedMethods: ['GET', 'PUT'],
            allowedHeaders: ['A', 'b', 'x-*'],
            exposeHeaders: [],
            maxAgeSeconds: '7'
          }
        ]
      }
    },
    {
      says: 'a template of the resource manager',
      text: JSON.stringify({
        properties: {
          cors: {
            corsRules: [
              {
                allowedOrigins: ['*'],
                allowedMethods: ['GET'],
                allowedHeaders: [],
                exposedHeaders: [],
                maxAgeInSeconds: 0
              }
            ]
          }
        }
      }),
      saved: { accepted: true, stored: [{ maxAgeSeconds: '0' }] }
    }
  ])(`$says (${CORS_PAGE})`, ({ text, saved }) => {
    expect(save('azure-blob', text)).toMatchObject(saved);
  });
});
