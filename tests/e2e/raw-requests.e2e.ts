import { expect, test } from '@playwright/test';
import { send } from './support/raw.ts';

/** A row: its name, the bytes as Latin-1, the statuses in order, and headers of the first answer; null for one that must be missing. */
type Row = [
  name: string,
  bytes: string,
  statuses: number[],
  headers?: Record<string, string | RegExp | null>
];

const raw = (...lines: string[]) => `${lines.join('\r\n')}\r\n\r\n`;
const ask = (method: string, target: string, ...headers: string[]) =>
  raw(`${method} ${target} HTTP/1.1`, 'Host: preflight.test', ...headers, 'Connection: close');
const get = (target: string, ...headers: string[]) => ask('GET', target, ...headers);
const kept = (target: string, ...headers: string[]) =>
  raw(`GET ${target} HTTP/1.1`, 'Host: preflight.test', ...headers);
const range = (value: string, target = '/favicon.svg') => get(target, `Range: ${value}`);

const ONE_RANGE = /^bytes \d+-\d+\/\d+$/;
const NO_RANGE = /^bytes \*\/\d+$/;
const ALLOW = { allow: 'GET, HEAD' };

const RANGES: Row[] = [
  ['a range that ends before it starts', range('bytes=5-2'), [416], { 'content-range': NO_RANGE }],
  ['the same on a page', range('bytes=5-2', '/'), [416], { 'content-range': NO_RANGE }],
  ['the same with a slash at the end', range('bytes=5-2', '/favicon.svg/'), [404]],
  ['the same without a page', range('bytes=5-2', '/none'), [404]],
  [
    'an end beyond every number',
    range('bytes=0-9007199254740993'),
    [206],
    { 'content-range': ONE_RANGE }
  ],
  ['the same on a page', range('bytes=0-9007199254740993', '/'), [206]],
  ['an end of 400 digits', range(`bytes=0-${'9'.repeat(400)}`), [206]],
  ['a start of 400 digits', range(`bytes=${'9'.repeat(400)}-`), [416]],
  ['one byte', range('bytes=0-0'), [206], { 'content-length': '1' }],
  ['the last bytes', range('bytes=-5'), [206], { 'content-length': '5' }],
  ['more last bytes than there are', range('bytes=-99999999'), [206]],
  ['no last byte', range('bytes=-0'), [416], { 'content-range': NO_RANGE }],
  ['from a place on', range('bytes=10-'), [206], { 'content-range': ONE_RANGE }],
  ['from beyond the end', range('bytes=99999999-'), [416], { 'content-range': NO_RANGE }],
  ['a list', range('bytes=0-1,4-5'), [200], { 'content-range': null }],
  ['a list of neighbours', range('bytes=0-1,2-3'), [206], { 'content-length': '4' }],
  ['a long list', range(`bytes=${'0-1,4-5,'.repeat(1000)}9-9`), [200]],
  ['no digits', range('bytes=a-b'), [200], { 'content-range': null }],
  ['a dash alone', range('bytes=-'), [200]],
  ['two dashes', range('bytes=--5'), [200]],
  ['nothing', range('bytes='), [200]],
  ['no unit', range('junk'), [200]],
  ['another unit', range('lines=0-5'), [200]],
  ['two headers', get('/favicon.svg', 'Range: bytes=5-2', 'Range: bytes=0-1'), [200]],
  ['a range of a coded page', get('/', 'Range: bytes=0-9', 'Accept-Encoding: br'), [206]],
  ['a range that HEAD has not', ask('HEAD', '/', 'Range: bytes=0-9'), [200]],
  [
    'a range of another version',
    get('/', 'Range: bytes=0-9', 'If-Range: "other"'),
    [200],
    { 'content-range': null }
  ]
];

const CONDITIONS: Row[] = [
  ['any version is known', get('/', 'If-None-Match: *'), [304], { 'content-length': null }],
  ['another version is known', get('/', 'If-None-Match: "other"'), [200]],
  ['another version is wanted', get('/', 'If-Match: "other"'), [412]],
  ['a date that is none', get('/', 'If-Modified-Since: yesterday'), [200]]
];

const BR = { 'content-encoding': 'br', vary: 'Accept-Encoding' };
const GZIP = { 'content-encoding': 'gzip', vary: 'Accept-Encoding' };
const PLAIN = { 'content-encoding': null, vary: 'Accept-Encoding' };
const CODINGS: Row[] = [
  ['br', get('/', 'Accept-Encoding: gzip, br'), [200], BR],
  ['br refused', get('/', 'Accept-Encoding: br;q=0'), [200], PLAIN],
  ['br refused, gzip taken', get('/', 'Accept-Encoding: br;q=0.0, gzip'), [200], GZIP],
  ['gzip liked better', get('/', 'Accept-Encoding: br;q=0.5, gzip'), [200], GZIP],
  ['any', get('/', 'Accept-Encoding: *'), [200], BR],
  ['none', get('/', 'Accept-Encoding: *;q=0'), [200], PLAIN],
  ['a name that holds br', get('/', 'Accept-Encoding: brotli, xbr'), [200], PLAIN],
  ['junk', get('/', 'Accept-Encoding: ;;,=q'), [200], PLAIN],
  ['no header', get('/'), [200], PLAIN],
  ['a file in br is no address', get('/favicon.svg.br'), [404]],
  ['nor in gzip', get('/favicon.svg.gz', 'Range: bytes=5-2'), [404]],
  ['nor spelt otherwise', get('/favicon.svg%2Ebr'), [404]],
  ['nor a page', get('/index.html.br'), [404]]
];

const TARGETS: Row[] = [
  ['the page', get('/'), [200], { 'content-type': 'text/html; charset=utf-8' }],
  ['a query', get('/?a=%E0%A4%A&b'), [200]],
  [
    'a page with a slash at its end',
    get('/docs/checks/?a=1'),
    [308],
    { location: '/docs/checks?a=1' }
  ],
  ['a page by its file', get('/docs/checks.html'), [404]],
  ['up', get('/../../etc/passwd'), [404]],
  ['up, encoded', get('/%2e%2e/%2e%2e/etc/passwd'), [404]],
  ['up, with encoded slashes', get('/..%2f..%2fetc%2fpasswd'), [404]],
  ['up, encoded twice', get('/%252e%252e/%252e%252e/etc/passwd'), [404]],
  ['up, from a folder', get('/_app/../../handler.js'), [404]],
  ['up, with backslashes', get('/..\\..\\etc\\passwd'), [404]],
  ['the server itself', get('/handler.js'), [404]],
  ['a folder', get('/_app/'), [404]],
  ['NUL', get('/%00'), [400]],
  ['NUL after a file', get('/favicon.svg%00.png'), [400]],
  ['a byte that is NUL', get('/\0'), [400]],
  ['half a percent sequence', get('/%'), [400]],
  ['no UTF-8', get('/%E0%A4%A'), [400]],
  ['raw bytes', get('/\xe9\xff'), [400]],
  ['two slashes', get('//evil.example/%2e%2e'), [404]],
  ['two slashes and a page', get('//docs/checks/'), [404]],
  ['a name of every object', get('/__proto__'), [404]],
  ['another', get('/constructor'), [404]],
  ['a fragment', get('/#x'), [400]],
  ['no slash', get('docs/checks'), [400]],
  ['a star', get('*'), [400]],
  ['an absolute form', get('http://preflight.test/docs/checks'), [200]],
  ['an absolute form without a path', get('http://preflight.test'), [200]],
  ['an absolute form of another host', get('https://evil.example/none'), [404]],
  ['an absolute form that is broken', get('http://[/'), [200]],
  ['another scheme', get('ftp://preflight.test/'), [400]],
  ['a long address', get(`/${'a'.repeat(15_000)}`), [404]],
  ['a longer one', get(`/${'a'.repeat(20_000)}`), [431]],
  ['a space in it', raw('GET /a b HTTP/1.1', 'Host: a'), [400]]
];

const METHODS: Row[] = [
  ['HEAD', ask('HEAD', '/'), [200], { 'content-length': /^\d+$/ }],
  ['POST', ask('POST', '/', 'Content-Length: 1').concat('x'), [405], ALLOW],
  ['PUT', ask('PUT', '/favicon.svg', 'Content-Length: 0'), [405], ALLOW],
  ['DELETE', ask('DELETE', '/docs/checks'), [405], ALLOW],
  ['PATCH', ask('PATCH', '/'), [405], ALLOW],
  ['OPTIONS', ask('OPTIONS', '/'), [405], ALLOW],
  ['TRACE', ask('TRACE', '/'), [405], ALLOW],
  ['PROPFIND', ask('PROPFIND', '/none'), [405], ALLOW],
  ['CONNECT', ask('CONNECT', 'evil.example:443'), [405], ALLOW],
  ['a form from elsewhere', ask('POST', '/?/x', 'Origin: https://evil.example'), [405], ALLOW],
  ['no method that there is', ask('FROB', '/'), [400]],
  ['lower case', ask('get', '/'), [400]]
];

const HOSTS: Row[] = [
  ['none', raw('GET / HTTP/1.1', 'Connection: close'), [400]],
  ['none, with a range', raw('GET / HTTP/1.1', 'Range: bytes=5-2'), [400]],
  ['two', get('/', 'Host: other.test'), [400]],
  ['empty', raw('GET / HTTP/1.1', 'Host:'), [400]],
  ['a space', raw('GET / HTTP/1.1', 'Host: a b'), [400]],
  ['a path', raw('GET /none HTTP/1.1', 'Host: a/b'), [400]],
  ['a user', raw('GET /none HTTP/1.1', 'Host: a@b'), [400]],
  ['no port', raw('GET /none HTTP/1.1', 'Host: a:b'), [400]],
  ['IPv6', raw('GET / HTTP/1.1', 'Host: [::1]:80', 'Connection: close'), [200]],
  ['a forwarded scheme', get('/none', 'X-Forwarded-Proto: a:b, %'), [404]],
  ['a forwarded host', get('/none', 'X-Forwarded-Host: evil.example'), [404]]
];

const BODIES: Row[] = [
  [
    'both lengths',
    get('/', 'Content-Length: 3', 'Transfer-Encoding: chunked').concat('0\r\n\r\n'),
    [400]
  ],
  ['two lengths', get('/', 'Content-Length: 1', 'Content-Length: 2').concat('xx'), [400]],
  ['two lengths in one', get('/', 'Content-Length: 1, 1').concat('x'), [400]],
  ['a length below nothing', get('/', 'Content-Length: -1'), [400]],
  ['a length of 30 digits', get('/', `Content-Length: ${'9'.repeat(30)}`), [400]],
  ['a coding that is not chunked', get('/', 'Transfer-Encoding: xchunked'), [400]],
  [
    'a coding behind chunked',
    get('/', 'Transfer-Encoding: chunked, identity').concat('0\r\n\r\n'),
    [400]
  ],
  ['a coding with a tab', get('/', 'Transfer-Encoding:\tchunked').concat('0\r\n\r\n'), [200]],
  ['chunks', get('/', 'Transfer-Encoding: chunked').concat('3\r\nabc\r\n0\r\n\r\n'), [200]],
  [
    'a request inside a body',
    kept('/', 'Content-Length: 38').concat(
      'GET /none HTTP/1.1\r\nHost: evil.test\r\n\r\n',
      get('/')
    ),
    [200, 200]
  ]
];

const HEADERS: Row[] = [
  ['one that is too large', get('/', `X-A: ${'a'.repeat(20_000)}`), [431]],
  ['too many', get('/', ...Array.from({ length: 3000 }, (_, at) => `X-${at}: a`)), [431]],
  [
    'a thousand short ones',
    get('/', ...Array.from({ length: 1000 }, (_, at) => `X${at}: a`)),
    [200]
  ],
  ['a space before the colon', get('/', 'X-A : a'), [400]],
  ['a folded line', get('/', 'X-A: a', ' b'), [400]],
  ['a name that is empty', get('/', ': a'), [400]],
  ['NUL', get('/', 'X-A: \0'), [400]],
  ['a bare CR', get('/', 'X-A: a\rX-B: b'), [400]],
  ['names of every object', get('/', '__proto__: a', 'constructor: b'), [200]],
  ['continue', get('/', 'Expect: 100-continue', 'Content-Length: 0'), [100, 200]],
  ['an expectation of a wonder', get('/', 'Expect: wonder'), [417]],
  [
    'an upgrade',
    raw('GET / HTTP/1.1', 'Host: a', 'Connection: upgrade, close', 'Upgrade: websocket'),
    [200]
  ]
];

const VERSIONS: Row[] = [
  ['1.0', raw('GET / HTTP/1.0'), [200]],
  ['1.0 with a range', raw('GET / HTTP/1.0', 'Range: bytes=5-2'), [416]],
  ['1.0 without a page', raw('GET /none HTTP/1.0'), [404]],
  ['0.9', 'GET /\r\n\r\n', [400]],
  ['2.0', raw('PRI * HTTP/2.0', '', 'SM'), [400]],
  ['9.9', raw('GET / HTTP/9.9', 'Host: a'), [400]],
  ['TLS', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03', [400]],
  ['noise', '\xff\xfe\0\x01'.repeat(100), [400]],
  ['line ends alone, then noise', `${'\r\n'.repeat(50)}noise\r\n\r\n`, [400]]
];

const PIPELINES: Row[] = [
  ['three', kept('/') + kept('/none') + get('/favicon.svg'), [200, 404, 200]],
  ['a refused one between', kept('/') + kept('/', 'Range: bytes=5-2') + get('/'), [200, 416, 200]],
  ['noise after a good one', `${kept('/favicon.svg')}noise\r\n\r\n`, [200, 400]],
  [
    'too large a header after a good one',
    kept('/') + get('/', `X-A: ${'a'.repeat(20_000)}`),
    [200, 431]
  ],
  [
    'a hundred',
    kept('/favicon.svg').repeat(99) + get('/none'),
    [...Array.from({ length: 99 }, () => 200), 404]
  ]
];

/** On every answer, whoever gives it. */
const SECURE = {
  'content-security-policy': /^default-src 'none'; script-src 'self'; .*; frame-ancestors 'none'$/,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin'
};

const TABLES: [string, Row[]][] = [
  ['ranges', RANGES],
  ['conditions', CONDITIONS],
  ['codings', CODINGS],
  ['targets', TARGETS],
  ['methods', METHODS],
  ['hosts', HOSTS],
  ['bodies', BODIES],
  ['headers', HEADERS],
  ['versions', VERSIONS],
  ['pipelines', PIPELINES]
];

for (const [table, rows] of TABLES) {
  test(`raw requests: ${table}`, async ({ baseURL }) => {
    for (const [name, bytes, statuses, headers = {}] of rows) {
      const answer = await send(baseURL ?? '', bytes);
      expect.soft(answer.statuses, name).toEqual(statuses);
      for (const [header, wanted] of Object.entries({ ...SECURE, ...headers })) {
        const value = answer.headers.get(header) ?? null;
        if (wanted instanceof RegExp) expect.soft(value, `${name}: ${header}`).toMatch(wanted);
        else expect.soft(value, `${name}: ${header}`).toBe(wanted);
      }
      expect((await send(baseURL ?? '', get('/'))).statuses, `after: ${name}`).toEqual([200]);
    }
  });
}
