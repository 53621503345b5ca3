/** What a script may ask for: mostly sense, some of it odd, a little of it nonsense. */
import fc from 'fast-check';
import type { Header } from '#engine';
import type { Script } from './call.ts';

export const of = fc.constantFrom;

/** Values in proportion: the weight before each. */
export const mixed = <T>(...parts: [number, fc.Arbitrary<T>][]): fc.Arbitrary<T> =>
  fc.oneof(...parts.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** Now and then a value, else none. */
const sometimes = <T>(arbitrary: fc.Arbitrary<T>, freq: number) =>
  fc.option(arbitrary, { nil: undefined, freq });

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];
const token = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,8}$/);

const method = mixed(
  [12, of(...METHODS)],
  [3, of('get', 'put', 'Post', 'patch', 'Patch', 'delete', 'head', 'options')],
  [2, of('PROPFIND', 'QUERY', 'FOO', 'LINK')],
  [1, token],
  [1, of('TRACE', 'connect', 'Track', 'G T', '', 'PÜT', 'A/B')]
);

const long = fc
  .tuple(of('a', 'en,', 'text/plain;', '*/*,'), fc.integer({ min: 120, max: 135 }))
  .map(([unit, length]) => unit.repeat(length).slice(0, length));
/** Bytes from 0x01 to 0xff. */
const bytes = fc
  .array(fc.integer({ min: 1, max: 255 }), { maxLength: 6 })
  .map((codes) => String.fromCharCode(...codes));
const visible = fc.stringMatching(/^[ -~]{0,12}$/);

const TYPES = [
  'text/plain',
  'TEXT/PLAIN',
  'text/plain;charset=UTF-8',
  'text/plain;charset=iso-8859-1',
  'text/plain; charset="utf-8"',
  'text/plain;charset=utf-8;x=\xe9',
  'text/plain ;a=b',
  'text/ plain',
  'text /plain',
  'text/plain, text/plain',
  'text/plain,application/json',
  'text/plain;a=b,c',
  'text/plain;',
  'text/plain;;',
  'text/plain; a',
  'text/plain\t;a=b',
  ';text/plain',
  '/plain',
  'text/',
  '',
  'text/xml',
  'application/json',
  'application/json; charset=utf-8',
  'application/x-www-form-urlencoded',
  'Application/X-WWW-Form-Urlencoded;charset=UTF-8',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'multipart/form-data;boundary="a:b"',
  'image/png'
];
const RANGES = [
  'bytes=0-',
  'bytes=0-0',
  'bytes=5-9',
  'bytes=9-5',
  'bytes=-5',
  'bytes=0-1,3-4',
  'bytes=0-1,',
  'bytes= 0-1',
  'bytes=0 -1',
  'bytes=0- 1',
  'bytes =0-1',
  'Bytes=0-1',
  'bytes:0-1',
  'bytes=00-01',
  'bytes=',
  'bytes=-',
  'items=0-1',
  'bytes=0x1-2',
  'bytes=+1-2',
  'bytes=0-1 ',
  'bytes=9223372036854775806-',
  'bytes=9223372036854775807-',
  'bytes=0-9223372036854775807',
  'bytes=18446744073709551616-18446744073709551617'
];
const LANGUAGES = ['en', 'en-GB, en;q=0.9', 'zh_CN', '*', 'de/at', 'x;y=1', 'a.b', '', 'en\t', 'é'];
const ACCEPTS = [
  '*/*',
  'application/json',
  'text/html, */*;q=0.1',
  'a"b',
  'a(b)',
  '<x>',
  'a\tb',
  ''
];

const named = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<Header> =>
  fc.tuple(name, value);

const safelisted: fc.Arbitrary<Header> = fc.oneof(
  named(
    of('Content-Type', 'content-type'),
    mixed([8, of(...TYPES)], [1, visible], [1, bytes], [1, long])
  ),
  named(of('Accept', 'accept'), mixed([3, of(...ACCEPTS)], [1, visible], [2, bytes], [1, long])),
  named(
    of('Accept-Language', 'Content-Language', 'content-language'),
    mixed([3, of(...LANGUAGES)], [1, visible], [1, bytes], [1, long])
  ),
  named(of('Range', 'range'), mixed([6, of(...RANGES)], [1, visible], [1, long]))
);
const hint = named(
  of(
    'DPR',
    'Width',
    'Viewport-Width',
    'Downlink',
    'RTT',
    'ECT',
    'Device-Memory',
    'Save-Data',
    'Intervention'
  ),
  of('1', '1.5', '1.', '.5', '1.2.3', '-1', 'on', 'On', 'off', '4g', 'slow-2g', '4G', '', '"x"')
);
const custom = named(
  mixed(
    [6, of('X-A', 'x-a', 'X-Amz-Date', 'x-amz-acl', 'X-B', 'x-c')],
    [4, of('Authorization', 'Cache-Control', 'If-None-Match', 'Pragma', 'Idempotency-Key')],
    [1, of('If-Match', 'If-Modified-Since', 'If-Range', 'If-Unmodified-Since')],
    [1, of('User-Agent', 'Origin-Trial', 'Accept_', 'Access-Control-Allow-Origin', 'Priority')],
    [1, of('X-HTTP-Method-Override', 'X-Method-Override', 'Purpose', 'Upgrade-Insecure-Requests')],
    [1, token]
  ),
  mixed([6, of('1', 'forged', 'a, b', '')], [1, bytes], [1, long], [1, of('TRACE', 'GET, track')])
);
/** Whatever a script writes here is not what goes out, so `forged` on the wire is an error. */
const forbidden = named(
  of(
    ...['Cookie', 'Origin', 'Host', 'Referer', 'Connection', 'Content-Length', 'TE', 'Via', 'DNT'],
    ...['Accept-Charset', 'Accept-Encoding', 'Access-Control-Request-Method', 'Set-Cookie', 'Date'],
    ...[
      'access-control-request-headers',
      'Sec-Fetch-Mode',
      'Sec-A',
      'Proxy-A',
      'proxy-authorization'
    ]
  ),
  of('forged')
);
const broken = fc.oneof(
  named(of('', 'a b', 'x:y', 'ä', 'x\u0100', 'a(b)'), of('1')),
  named(of('X-A', 'Accept'), of('a\nb', 'a\r', 'x\u0000y', 'Ā', '\u20ac', '\n1\n'))
);

const headers: fc.Arbitrary<Header[]> = mixed(
  [2, fc.constant([])],
  [
    8,
    fc.array(mixed([8, safelisted], [7, custom], [2, hint], [2, forbidden]), {
      minLength: 1,
      maxLength: 4
    })
  ],
  // Together more than 1024 bytes.
  [
    1,
    fc
      .tuple(of('Accept', 'Content-Language'), fc.integer({ min: 1, max: 10 }), safelisted)
      .map(([name, times, last]): Header[] => [
        ...Array.from({ length: times }, (): Header => [name, 'a'.repeat(times % 2 ? 128 : 60)]),
        last
      ])
  ],
  [1, fc.tuple(custom, broken).map((both): Header[] => both)]
);

const body: fc.Arbitrary<NonNullable<Script['body']>> = fc.oneof(
  fc.record({ kind: of('string'), value: of('', 'x', '{}') }),
  fc.record({
    kind: of('blob', 'file'),
    type: of('', 'text/plain', 'application/json', 'Text/Plain')
  }),
  fc.record({ kind: of('blob', 'file', 'formdata', 'urlsearchparams', 'uint8array') })
);

const credentials = sometimes(of('omit', 'same-origin', 'include', 'include'), 3);

/** A call that the page can be told of: method, headers and credentials. */
export const plainFetch: fc.Arbitrary<Script> = fc
  .record({ method, headers, credentials })
  .map(spare);
export const plainXhr: fc.Arbitrary<Script> = fc
  .record({ method, headers, withCredentials: sometimes(fc.boolean(), 3) })
  .map(spare);

/** A call with everything that the options of `fetch` may say. */
export const anyFetch: fc.Arbitrary<Script> = fc
  .record({
    method,
    headers,
    credentials,
    mode: sometimes(of('cors', 'no-cors', 'no-cors', 'same-origin', 'navigate', 'bogus'), 3),
    redirect: sometimes(of('follow', 'error', 'manual'), 3),
    cache: sometimes(
      of('default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'),
      8
    ),
    referrerPolicy: sometimes(
      of('', 'no-referrer', 'same-origin', 'origin', 'strict-origin', 'unsafe-url', 'none'),
      8
    ),
    body: sometimes(mixed([9, body], [1, fc.constant({ kind: 'stream' })]), 2),
    duplex: sometimes(of('half'), 4),
    keepalive: sometimes(fc.boolean(), 6)
  })
  // A stream has no use for the HTTP cache, and where both are asked for the order of refusals is another.
  .map(({ cache, ...script }) =>
    spare(script.body?.kind === 'stream' ? script : { ...script, cache })
  );

const document = fc.constant({ kind: 'htmldoc' });

export const anyXhr: fc.Arbitrary<Script> = fc
  .record({
    method,
    headers,
    withCredentials: sometimes(fc.boolean(), 2),
    body: sometimes(mixed([9, body], [1, document]), 2),
    upload: sometimes(of('listener', 'listener', 'access'), 2),
    sync: sometimes(of(true), 8)
  })
  .map(spare);

/** Options that are not given are not there at all. */
function spare(script: { [K in keyof Script]?: Script[K] | undefined }): Script {
  return Object.fromEntries(
    Object.entries(script).filter(([, value]) => value !== undefined)
  ) as Script;
}
