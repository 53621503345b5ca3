/**
 * What Amazon S3 itself answered in us-east-1 from 2023 to 2025, as the tests of an emulator recorded it:
 * https://github.com/localstack/localstack/blob/main/tests/aws/services/s3/test_s3_cors.snapshot.json
 */
import { describe, expect, test } from 'vitest';
import {
  ask,
  rulesXml,
  save,
  type ExpectedAnswer,
  type ShortRequest,
  type ShortRule
} from '../rows.testdata.ts';

const VARY = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method';
const PAGE = 'https://localhost:4200';

const A: ShortRule = { origins: [PAGE], methods: ['GET', 'PUT'], age: '3000', headers: ['*'] };
const A_STAR: ShortRule = { ...A, origins: ['*'] };
const B: ShortRule = { origins: [PAGE], methods: ['GET'], age: '3000', headers: ['*'] };
const C: ShortRule = {
  ...B,
  headers: [
    'x-amz-expected-bucket-owner',
    'x-amz-server-side-encryption-customer-algorithm',
    'x-AMZ-server-SIDE-encryption'
  ]
};
const D: ShortRule = { origins: ['*'], methods: ['GET'] };
const EXPOSED: ShortRule = {
  ...D,
  expose: ['x-amz-id-2', 'x-amz-request-id', 'x-amz-request-payer']
};
const HTTP_STAR: ShortRule = { origins: ['http*'], methods: ['GET'] };
const SUB: ShortRule = { origins: ['http://*.origin.com'], methods: ['GET'] };

const echo = (origin: string, methods: string, more: Record<string, string> = {}) => ({
  'access-control-allow-origin': origin,
  'access-control-allow-methods': methods,
  'access-control-allow-credentials': 'true',
  vary: VARY,
  ...more
});
const star = (methods: string, more: Record<string, string> = {}) => ({
  'access-control-allow-origin': '*',
  'access-control-allow-methods': methods,
  vary: VARY,
  ...more
});

const asked = (origin: string, method: string, headers?: string): ShortRequest => ({
  method: 'OPTIONS',
  origin,
  asksMethod: method,
  ...(headers === undefined ? {} : { asksHeaders: headers })
});
const sent = (method: string, origin: string): ShortRequest => ({ method, origin });

const AGE = { 'access-control-max-age': '3000' };
const SERVED = { status: null, headers: {}, code: null };
const NOT_ALLOWED = { status: 403, headers: {}, code: 'AccessForbidden' };
const NO_ORIGIN = { status: 400, headers: {}, code: 'BadRequest' };
const ok = (headers: ExpectedAnswer['headers']) => ({ status: 200, headers, code: null });
const served = (headers: ExpectedAnswer['headers']) => ({ ...SERVED, headers });

type RecordedRow = [
  name: string,
  rules: ShortRule[],
  request: ShortRequest,
  expected: { status: number | null; headers: Record<string, string>; code: string | null }
];

const rows: RecordedRow[] = [
  ['a preflight without Origin', [A], { method: 'OPTIONS', asksMethod: 'PUT' }, NO_ORIGIN],
  ['an OPTIONS without anything', [A], { method: 'OPTIONS' }, NO_ORIGIN],
  ['a preflight that is allowed', [A], asked(PAGE, 'PUT'), ok(echo(PAGE, 'GET, PUT', AGE))],
  ['its GET', [A], sent('GET', PAGE), served(echo(PAGE, 'GET, PUT', AGE))],
  ['another scheme', [A], asked('http://localhost:4200', 'PUT'), NOT_ALLOWED],
  ['its GET, served all the same', [A], sent('GET', 'http://localhost:4200'), SERVED],
  ['a GET without Origin, and without Vary', [A], { method: 'GET' }, SERVED],
  ['any origin', [A_STAR], asked('https://any.test', 'PUT'), ok(star('GET, PUT', AGE))],
  ['its GET', [A_STAR], sent('GET', 'https://any.test'), served(star('GET, PUT', AGE))],
  ['the method of the rule', [B], asked(PAGE, 'GET'), ok(echo(PAGE, 'GET', AGE))],
  ['its GET', [B], sent('GET', PAGE), served(echo(PAGE, 'GET', AGE))],
  ['another method', [B], asked(PAGE, 'PUT'), NOT_ALLOWED],
  ['a PUT that no rule allows is stored', [B], sent('PUT', PAGE), SERVED],
  ['a GET that names another method', [B], { ...sent('GET', PAGE), asksMethod: 'PUT' }, SERVED],
  [
    'a header where all are allowed',
    [B],
    asked(PAGE, 'GET', 'x-amz-request-payer'),
    ok(echo(PAGE, 'GET', { ...AGE, 'access-control-allow-headers': 'x-amz-request-payer' }))
  ],
  [
    'two of them',
    [B],
    asked(PAGE, 'GET', 'x-amz-request-payer, x-amz-expected-bucket-owner'),
    ok(
      echo(PAGE, 'GET', {
        ...AGE,
        'access-control-allow-headers': 'x-amz-request-payer, x-amz-expected-bucket-owner'
      })
    )
  ],
  [
    'header names in any case',
    [C],
    asked(PAGE, 'GET', 'x-AMZ-expected-BUCKET-owner, x-amz-server-side-encryption'),
    ok(
      echo(PAGE, 'GET', {
        ...AGE,
        'access-control-allow-headers': 'x-amz-expected-bucket-owner, x-amz-server-side-encryption'
      })
    )
  ],
  ['another header', [C], asked(PAGE, 'GET', 'x-amz-request-payer'), NOT_ALLOWED],
  [
    'a GET that asks for another header',
    [C],
    { ...sent('GET', PAGE), asksHeaders: 'x-amz-request-payer' },
    SERVED
  ],
  ['a GET that asks for none', [C], sent('GET', PAGE), served(echo(PAGE, 'GET', AGE))],
  ['an origin that is none', [D], asked('localhost:4566', 'GET'), ok(star('GET'))],
  [
    'a header where the rule has none',
    [D],
    asked('localhost:4566', 'GET', 'x-amz-request-payer'),
    NOT_ALLOWED
  ],
  [
    'exposed headers on a preflight',
    [EXPOSED],
    asked('localhost:4566', 'GET'),
    ok(
      star('GET', {
        'access-control-expose-headers': 'x-amz-id-2, x-amz-request-id, x-amz-request-payer'
      })
    )
  ],
  [
    'a pattern echoes',
    [HTTP_STAR],
    asked('http://a.test', 'GET'),
    ok(echo('http://a.test', 'GET'))
  ],
  [
    'a subdomain',
    [SUB],
    asked('http://test.origin.com', 'GET'),
    ok(echo('http://test.origin.com', 'GET'))
  ],
  ['a subdomain with a slash', [SUB], asked('http://test.origin.com/', 'GET'), NOT_ALLOWED],
  ['no bucket', [A], { ...asked(PAGE, 'PUT'), facts: { bucketExists: false } }, { ...NOT_ALLOWED }],
  ['no rules', [], asked(PAGE, 'PUT'), NOT_ALLOWED],
  ['no rules, and no method', [], { method: 'OPTIONS', origin: PAGE }, NOT_ALLOWED],
  ['no rules: the GET', [], sent('GET', PAGE), SERVED],
  // https://github.com/ceph/s3-tests: these pass against Amazon's own as well.
  [
    'a star that stands for nothing',
    [{ origins: ['start*end'], methods: ['GET'] }],
    sent('GET', 'startend'),
    served(echo('startend', 'GET'))
  ],
  [
    'a star in the middle',
    [{ origins: ['start*end'], methods: ['GET'] }],
    sent('GET', 'start12end'),
    served(echo('start12end', 'GET'))
  ],
  [
    'anchored at both ends',
    [{ origins: ['start*end'], methods: ['GET'] }],
    sent('GET', '0start12end'),
    SERVED
  ],
  [
    'a PUT that asks for GET',
    [D],
    { ...sent('PUT', PAGE), asksMethod: 'GET' },
    served(star('GET'))
  ],
  [
    'an object that does not exist',
    [D],
    { ...sent('GET', PAGE), facts: { objectExists: false } },
    served(star('GET'))
  ],
  [
    'a preflight for a presigned address',
    [D],
    { ...asked(PAGE, 'GET'), facts: { signature: 'query' } },
    ok(star('GET'))
  ]
];

test.each(rows)('%s', (_, rules, request, expected) => {
  const { status, headers, error } = ask('aws-s3', rulesXml(rules), request);
  expect({ status, headers, code: error?.code ?? null }).toEqual(expected);
});

const REASON =
  'This CORS request is not allowed. This is usually because the evalution of Origin, request method / ' +
  "Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";

test.each<[string, ShortRule[], ShortRequest, string]>([
  ['no rule', [A], asked('http://localhost:4200', 'PUT'), `CORSResponse: ${REASON}`],
  ['no rules', [], asked(PAGE, 'PUT'), 'CORSResponse: CORS is not enabled for this bucket.'],
  [
    'no bucket',
    [A],
    { ...asked(PAGE, 'PUT'), facts: { bucketExists: false } },
    'CORSResponse: Bucket not found'
  ],
  [
    'no Origin',
    [A],
    { method: 'OPTIONS', asksMethod: 'PUT', facts: { bucketExists: false } },
    'Insufficient information. Origin request header needed.'
  ],
  [
    'a method that no rule can name',
    [A],
    asked(PAGE, 'PATCH'),
    'Invalid Access-Control-Request-Method: PATCH'
  ],
  [
    'no method',
    [A],
    { method: 'OPTIONS', origin: PAGE },
    'Invalid Access-Control-Request-Method: null'
  ]
])('words of a refusal: %s', (_, rules, request, message) => {
  expect(ask('aws-s3', rulesXml(rules), request).error?.message).toBe(message);
});

describe('a mark says how sure an answer is', () => {
  test.each<[string, ShortRule[], ShortRequest, string]>([
    ['recorded', [A], asked(PAGE, 'PUT'), 'traced'],
    [
      'documented: a pattern of header names',
      [{ ...D, headers: ['x-amz-*'] }],
      asked(PAGE, 'GET', 'x-amz-date'),
      'documented'
    ],
    ['inferred: the case of an origin', [A], asked('https://LOCALHOST:4200', 'PUT'), 'inferred'],
    [
      'inferred: the origin beside *',
      [{ origins: [PAGE, '*'], methods: ['GET'] }],
      asked(PAGE, 'GET'),
      'inferred'
    ],
    ['inferred: a list with a hole', [A], asked(PAGE, 'PUT', 'x-a,'), 'inferred'],
    ['inferred: an age of 0', [{ ...D, age: '0' }], asked(PAGE, 'GET'), 'inferred']
  ])('%s', (_, rules, request, evidence) => {
    expect(ask('aws-s3', rulesXml(rules), request).evidence).toBe(evidence);
  });
});

const rule = (more: Partial<ShortRule>): ShortRule[] => [
  { origins: ['https://a.test'], methods: ['GET'], ...more }
];
const MALFORMED = [
  'MalformedXML',
  'The XML you provided was not well-formed or did not validate against our published schema'
];
const unsupported = (method: string) => [
  'InvalidRequest',
  `Found unsupported HTTP method in CORS config. Unsupported method is ${method}`
];

/** https://github.com/versity/versitygw/issues/1863 and 1870 for what the emulator's tests do not have. */
describe('saving', () => {
  test.each<[string, string, (string | null)[], string]>([
    [
      'an unknown method',
      rulesXml(rule({ methods: ['MYMETHOD'] })),
      unsupported('MYMETHOD'),
      'traced'
    ],
    ['OPTIONS', rulesXml(rule({ methods: ['GET', 'OPTIONS'] })), unsupported('OPTIONS'), 'traced'],
    ['lower case', rulesXml(rule({ methods: ['get'] })), unsupported('get'), 'traced'],
    ['no rule', '<CORSConfiguration/>', MALFORMED, 'traced'],
    ['an empty rule', '<CORSConfiguration><CORSRule/></CORSConfiguration>', MALFORMED, 'traced'],
    ['no method', rulesXml(rule({ methods: [] })), MALFORMED, 'traced'],
    ['no origin', rulesXml(rule({ origins: [] })), MALFORMED, 'traced'],
    [
      'one key in each rule',
      '{"CORSRules":[{"AllowedOrigins":["*"]},{"AllowedMethods":["GET"]}]}',
      MALFORMED,
      'traced'
    ],
    ['no XML', '<CORSConfiguration><CORSRule>', MALFORMED, 'traced'],
    [
      'two wildcards',
      rulesXml(rule({ origins: ['*example*.com'] })),
      ['InvalidRequest', 'AllowedOrigin "*example*.com" can not have more than one wildcard.'],
      'traced'
    ],
    [
      'two wildcards in a header',
      rulesXml(rule({ headers: ['HELLO*WORLD*'] })),
      ['InvalidRequest', 'AllowedHeader "HELLO*WORLD*" can not have more than one wildcard.'],
      'inferred'
    ],
    [
      'an exposed *',
      rulesXml(rule({ expose: ['*'] })),
      [
        'InvalidRequest',
        'ExposeHeader "*" contains wildcard. We currently do not support wildcard for ExposeHeader.'
      ],
      'inferred'
    ],
    [
      '101 rules',
      rulesXml(Array.from({ length: 101 }, () => rule({})).flat()),
      ['InvalidRequest', 'The number of CORS rules should not exceed allowed limit of 100 rules.'],
      'inferred'
    ],
    ['a long id', rulesXml(rule({ id: 'i'.repeat(256) })), MALFORMED, 'inferred'],
    ['an age in words', rulesXml(rule({ age: 'abc' })), MALFORMED, 'inferred']
  ])('refuses %s', (_, text, error, evidence) => {
    const { accepted, status, code, message, stored, evidence: mark } = save('aws-s3', text);
    expect({ accepted, status, error: [code, message], stored, mark }).toEqual({
      accepted: false,
      status: 400,
      error,
      stored: null,
      mark: evidence
    });
  });

  test.each([
    ['an empty origin', ['']],
    ['a port', ['http://test.com:80']],
    ['no scheme', ['localhost:4566']],
    ['a bare prefix', ['prefix*']],
    ['a trailing slash, and capitals', ['HTTP://Example.COM/', 'http://b.test']]
  ])('keeps origins as they are sent: %s', (_, origins) => {
    const { accepted, stored } = save('aws-s3', rulesXml(rule({ origins })));
    expect([accepted, stored?.map(({ allowedOrigins }) => allowedOrigins)]).toEqual([
      true,
      [origins]
    ]);
  });
});
