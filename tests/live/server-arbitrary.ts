/** What a server may answer: a store by its rules, or a script of headers, most of them right. */
import fc from 'fast-check';
import { providers, type Header, type PlainRule } from '#engine';
import type { Answer, Answers, Store } from './call.ts';
import { mixed, of } from './script-arbitrary.ts';

const listOf = (values: fc.Arbitrary<string>, minLength: number, maxLength: number) =>
  fc.uniqueArray(values, { minLength, maxLength });

const origins = mixed(
  [6, of('$page')],
  [3, of('*')],
  [2, of('http://localhost:*', 'http://127.0.0.1:*', 'http://*', 'http*://localhost:*', 'http*')],
  [2, of('null', '$page/', 'HTTP://LOCALHOST', 'https://a.test', 'localhost', '*://*')]
);
const methods = mixed(
  [9, of('GET', 'PUT', 'POST', 'DELETE', 'HEAD')],
  [1, of('PATCH', 'OPTIONS', '*', 'get', 'put')]
);
const requestHeaders = mixed(
  [4, of('*')],
  [4, of('content-type', 'Content-Type', 'x-a', 'X-B', 'range', 'Authorization')],
  [2, of('x-*', 'x-amz-*', '*-type', 'accept', 'content-*')]
);
const exposed = mixed(
  [5, of('ETag', 'etag', 'x-amz-request-id', 'Date', 'Server')],
  [1, of('*', 'x-*')]
);

const rule: fc.Arbitrary<PlainRule> = fc.record({
  id: fc.constant(null),
  allowedOrigins: listOf(origins, 1, 2),
  allowedMethods: listOf(methods, 1, 4),
  allowedHeaders: listOf(requestHeaders, 0, 3),
  exposeHeaders: listOf(exposed, 0, 2),
  maxAgeSeconds: fc.option(of('0', '5', '600', '86400', '-1'))
});

export const store: fc.Arbitrary<Store> = fc.record({
  provider: of(...providers.map(({ id }) => id)),
  rules: fc.record({
    rules: mixed([1, fc.constant([])], [12, fc.array(rule, { minLength: 1, maxLength: 3 })]),
    responseVary: fc.option(fc.boolean(), { freq: 3 })
  }),
  facts: mixed(
    [6, fc.constant({})],
    [
      1,
      fc.record({
        target: of('object', 'bucket', 'root'),
        bucketExists: fc.boolean(),
        objectExists: fc.boolean()
      })
    ]
  )
});

/** A header that is usually right, sometimes absent, sometimes odd, and now and then there twice. */
function header(
  name: string,
  right: string[],
  odd: string[],
  absent: number
): fc.Arbitrary<Header[]> {
  const line = (values: string[]) => of(...values).map((value): Header => [name, value]);
  return mixed<Header[]>(
    [12, fc.tuple(line(right))],
    [absent, fc.constant([])],
    [3, fc.tuple(line(odd))],
    [1, fc.tuple(line([...right, ...odd]), line([...right, ...odd]))]
  );
}

const allowOrigin = header(
  'Access-Control-Allow-Origin',
  ['{reqorigin}', '{reqorigin}', '*'],
  [
    ...[
      '$page/',
      'null',
      'NULL',
      '',
      '"*"',
      '**',
      '*, *',
      '*,',
      ' *',
      '{reqorigin},',
      'http://*',
      'true'
    ],
    ...[
      '{reqorigin}, {reqorigin}',
      '{reqorigin} *',
      'https://a.test',
      'a.test',
      '$target',
      'caf\xe9',
      '\t*\t'
    ],
    ...[
      'http://[',
      'http://a b',
      'a:b',
      '//x',
      'HTTP://LOCALHOST',
      '{reqorigin}\xa0',
      'x\x01y',
      "'*'"
    ]
  ],
  2
);
const allowCredentials = header(
  'Access-Control-Allow-Credentials',
  ['true'],
  ['True', 'TRUE', 'false', '', ' true ', 'true,', '"true"', '1', 'tru\xe9', 'true, true'],
  6
);
const allowMethods = header(
  'Access-Control-Allow-Methods',
  ['{acrm}', '*', 'GET, PUT, POST, DELETE, HEAD, PATCH'],
  [
    ...[
      '',
      'get, put',
      ',PUT',
      'PUT,,GET',
      'P UT',
      '"PUT"',
      'PUT;GET',
      'GET',
      '*, GET',
      'p\xfct',
      'PUT\t,GET'
    ],
    ...[',', ' ', 'PATCH', 'patch', '{acrm}, [', 'GET PUT', '{acrm}, \xa0']
  ],
  2
);
const allowHeaders = header(
  'Access-Control-Allow-Headers',
  ['{acrh}', '*', 'content-type, x-a, x-b, authorization, range'],
  [
    ...[
      '',
      'X-A',
      'x-a,',
      ',x-a',
      'x-a,,x-b',
      'x a',
      '"x-a"',
      'x-a;x-b',
      'x-*',
      '*, authorization',
      'x-a\t,\tx-b'
    ],
    ...[
      '{acrh}, (',
      'caf\xe9',
      'CONTENT-TYPE',
      'authorization',
      'accept',
      '{acrh}, *',
      ' {acrh} ',
      '{acrh}:'
    ]
  ],
  2
);
const maxAge = header(
  'Access-Control-Max-Age',
  ['600', '86400'],
  [
    '0',
    '-1',
    '-0',
    '5.5',
    'abc',
    '',
    '600 ',
    '+600',
    '1e3',
    '0x10',
    '600, 600',
    '99999999999999999999',
    '007',
    '- 1',
    '-1.5',
    '-a'
  ],
  6
);
const exposeHeaders = header(
  'Access-Control-Expose-Headers',
  ['ETag', '*', 'x-one, X-Two'],
  [
    '',
    '*, etag',
    'x-*',
    '"*"',
    'x-one,,x-two',
    ',x-one',
    'x one',
    'set-cookie',
    'x-one;x-two',
    'x-one, \xe9',
    'x-one\t',
    'content-encoding'
  ],
  4
);
const OWN: Header[] = [
  ['ETag', '"1"'],
  ['X-One', '1'],
  ['X-Two', '2'],
  ['Set-Cookie', 'seen=1']
];
const own = mixed<Header[]>([1, fc.constant([])], [1, fc.subarray(OWN)]);
const policy = header(
  'Cross-Origin-Resource-Policy',
  ['cross-origin'],
  ['same-origin', 'same-site', 'Same-Origin', 'bogus', '', ' same-site '],
  40
);

const lines = (...parts: fc.Arbitrary<Header[]>[]): fc.Arbitrary<Header[]> =>
  fc.tuple(...parts).map((all) => all.flat());

const closed: fc.Arbitrary<Answer> = fc.constant({ close: true });
const answer = (
  status: fc.Arbitrary<number>,
  ...parts: fc.Arbitrary<Header[]>[]
): fc.Arbitrary<Answer> =>
  mixed<Answer>([60, fc.record({ status, headers: lines(...parts) })], [1, closed]);

const redirectStatus = of(301, 302, 303, 307, 308);
const LOCATIONS = [
  ...['$target/c/$id/h', '$target/c/$id/h', '$third/c/$id/h', '$third/c/$id/h', '$named/c/$id/h'],
  ...['$own/c/$id/h', '/c/$id/h', '$third/c/$id/h2', './$id/h', '', '$third/c/$id/h#f'],
  ...[
    '$keyed/c/$id/h',
    'ftp://a.test/c/$id',
    'data:text/plain,/c/$id',
    'foo:x/c/$id',
    'http://[/c/$id',
    '$target/c/$id'
  ]
];
const line = of(...LOCATIONS).map((value): Header => ['Location', value]);
/** Kept out of the HTTP cache, which would follow a permanent redirect a second time without asking. */
const location = mixed<Header[]>(
  [20, fc.tuple(line)],
  [1, fc.tuple(line, line)],
  [1, line.map((twice) => [twice, twice])],
  [1, fc.constant([])]
).map((lines): Header[] => [...lines, ['Cache-Control', 'no-store']]);

/** A 300 is kept out of the HTTP cache too. */
const uncached = (given: Answer): Answer =>
  'status' in given && given.status === 300
    ? { ...given, headers: [...given.headers, ['Cache-Control', 'no-store']] }
    : given;

const preflightStatus = mixed(
  [14, of(200, 204)],
  [2, of(201, 203, 206, 226, 299)],
  [3, of(300, 304, 400, 401, 403, 404, 405, 407, 418, 500, 503, 599)]
);
const actualStatus = mixed(
  [14, of(200)],
  [2, of(201, 204, 205, 206)],
  [3, of(300, 304, 400, 401, 403, 404, 407, 416, 500, 503, 599)]
);

const preflightResponse = mixed<Answer>(
  [30, answer(preflightStatus, allowOrigin, allowCredentials, allowMethods, allowHeaders, maxAge)],
  [1, answer(redirectStatus, allowOrigin, location)]
);
const actualResponse = answer(
  actualStatus,
  allowOrigin,
  allowCredentials,
  exposeHeaders,
  own,
  policy
).map(uncached);
const moved = answer(redirectStatus, allowOrigin, allowCredentials, location, policy);

export const answers: fc.Arbitrary<Answers> = fc.record({ preflightResponse, actualResponse });

/** A first answer that leads elsewhere, and answers there; a hop may lead on. */
export const redirects: fc.Arbitrary<Answers & { hops: Record<string, Answers> }> = fc.record({
  preflightResponse,
  actualResponse: moved,
  hops: fc.record({
    h: fc.record({
      preflightResponse,
      actualResponse: mixed<Answer>([3, actualResponse], [2, moved])
    }),
    h2: answers
  })
});
