import { describe, expect, test } from 'vitest';
import { judge } from '../4-explain/judge.ts';
import { rawRequest } from '../4-explain/raw.ts';
import { withoutSecrets } from '../4-explain/without-secrets.ts';
import { readRules } from '../1-read/read-rules.ts';
import type { Header, PageRequest } from '../model.ts';
import { providerById } from '../providers/providers.ts';
import { scrubText } from '../secrets/index.ts';
import { curlOf } from '../shell/curl.ts';
import { readSymptom } from './read-symptom.ts';

const SECRET = 'S3CR3Tab';
const PAGE = 'https://app.example.com';
const URL = 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/k';

/** Headers that give access, with what a value looks like. */
const HEADERS: readonly Header[] = [
  ...[
    ...[
      'Cookie',
      'Set-Cookie',
      'X-Auth-Key',
      'X-Auth-Token',
      'X-API-Key',
      'apikey',
      'X-Functions-Key'
    ],
    ...['X-Firebase-AppCheck', 'X-Goog-Api-Key', 'X-Csrf-Token', 'X-Amz-Security-Token', 'DPoP'],
    ...[
      'x-amz-server-side-encryption-customer-key',
      'x-amz-server-side-encryption-customer-key-MD5'
    ],
    ...['x-amz-copy-source-server-side-encryption-customer-key', 'x-cos-security-token'],
    ...['x-cos-server-side-encryption-customer-key', 'x-oss-server-side-encryption-customer-key'],
    ...[
      'x-oss-security-token',
      'x-obs-server-side-encryption-customer-key',
      'x-obs-security-token'
    ],
    ...['x-ms-encryption-key', 'x-ms-lease-id', 'x-goog-encryption-key', 'x-goog-upload-url'],
    ...['X-Container-Meta-Temp-URL-Key', 'X-Amz-Meta-Note', 'upload-metadata', 'Anything-Else']
  ].map((name): Header => [name, SECRET]),
  ...[
    ...[
      'Authorization',
      'Proxy-Authorization',
      'X-Authorization',
      'x-ms-copy-source-authorization'
    ],
    ...['X-Custom', 'Accept', 'Content-Type', 'If-Match']
  ].map((name): Header => [name, `Bearer ${SECRET}`]),
  ['Referer', `${PAGE}/a?token=${SECRET}`],
  ['Location', `https://c.example/k?sig=${SECRET}`],
  ['x-amz-copy-source', `https://c.example/o?X-Amz-Signature=${SECRET}`],
  ['x-ms-copy-source', `https://c.example/o?sv=1&sig=${SECRET}`],
  ['Origin', `https://me:${SECRET}@app.example.com`]
];

/** What an address can hold beside its path. */
const ADDRESSES: readonly string[] = [
  ...[
    ...['sig', 'Signature', 'X-Amz-Signature', 'X-Amz-Credential', 'X-Amz-Security-Token'],
    ...['X-Goog-Signature', 'X-Goog-Credential', 'q-signature', 'q-ak', 'sign', 'token'],
    ...['OSSAccessKeyId', 'AWSAccessKeyId', 'security-token', 'uploadId', 'upload_id', 'auth_key'],
    ...['temp_url_sig', 'hdnts', 'hdnea', 'SAMLResponse', 'private_key', 'Policy', 'Key-Pair-Id'],
    ...['code', 'state', 'jwt', 'X%2DAmz%2DSignature', 'anything', 'skoid', 'continuation-token']
  ].map((name) => `${URL}?list-type=2&${name}=${SECRET}`),
  `${URL}?${SECRET}`,
  `${URL}?${SECRET}==`,
  `${URL}?x=1;sig=${SECRET}`,
  `${URL}?x=1&amp;sig=${SECRET}`,
  `${URL};sig=${SECRET}`,
  `${URL}&sig=${SECRET}`,
  `${URL}?prefix=https://c.example/?sig=${SECRET}`,
  `${URL}?prefix=https%3A%2F%2Fc.example%2F%3Fsig%3D${SECRET}`,
  `${URL}?url=https%253A%252F%252Fc.example%252F%253Fsig%253D${SECRET}`,
  `${URL}/https%3A%2F%2Fc.example%2F%3Fsig%3D${SECRET}`,
  `${URL}#access_token=${SECRET}`,
  URL.replace('//', `//me:${SECRET}@`),
  URL.replace('//', `//${SECRET}@`)
];

/** Every place in which a header stands in a pasted text. */
const PLACES_OF_HEADERS: Record<string, (header: Header) => string> = {
  cURL: ([name, value]) => `curl '${URL}' -X PUT -H 'Origin: ${PAGE}' -H '${name}: ${value}'`,
  'cURL, in one word': ([name, value]) => `curl "-H${name}:${value}" ${URL}`,
  'cURL of cmd': ([name, value]) => `curl ^"${URL}^" ^\r\n  -H ^"${name}: ${value}^"`,
  'fetch()': ([name, value]) =>
    `fetch("${URL}", { method: "PUT", headers: { "${name}": "${value}" } });`,
  'fetch() with a list': ([name, value]) =>
    `fetch("${URL}", { headers: new Headers([["${name}", "${value}"]]) });`,
  HAR: ([name, value]) =>
    har(
      {
        url: URL,
        headers: [
          { name: 'Origin', value: PAGE },
          { name, value }
        ]
      },
      []
    ),
  'an answer in HAR': ([name, value]) => har({ url: URL, headers: [] }, [{ name, value }]),
  'raw headers': ([name, value]) =>
    `PUT /k HTTP/1.1\nHost: b.example\nOrigin: ${PAGE}\n${name}: ${value}\n`,
  'an answer': ([name, value]) => `HTTP/1.1 403 Forbidden\nServer: x\n${name}: ${value}\n`,
  'curl -v': ([name, value]) =>
    `> PUT /k HTTP/1.1\n> Host: b.example\n> Origin: ${PAGE}\n> ${name}: ${value}\n>\n< HTTP/1.1 200 OK\n< ${name}: ${value}\n<\n`,
  DevTools: ([name, value]) =>
    `Request URL:\n${URL}\nRequest Method:\nPUT\n${name}:\n${value}\norigin:\n${PAGE}`
};

/** Every place in which an address stands. */
const PLACES_OF_ADDRESSES: Record<string, (url: string) => string> = {
  cURL: (url) => `curl '${url}' -X PUT -H 'Origin: ${PAGE}'`,
  'cURL --url': (url) => `curl --url "${url}"`,
  'fetch()': (url) => `fetch("${url}", { method: "PUT", referrer: "${url}" });`,
  HAR: (url) => har({ url, headers: [{ name: 'Origin', value: PAGE }] }, []),
  'raw headers': (url) => `PUT ${url} HTTP/1.1\nHost: b.example\nOrigin: ${PAGE}\n`,
  'a redirect': (url) => `curl -v ${URL}\n< HTTP/1.1 302 Found\n< Location: ${url}\n`,
  DevTools: (url) => `Request URL:\n${url}\nRequest Method:\nPUT\nStatus Code:\n403 Forbidden`,
  Chromium: (url) =>
    `Access to fetch at '${url}' from origin '${PAGE}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.\nPUT ${url} net::ERR_FAILED`,
  'Chromium, redirected': (url) =>
    `Access to fetch at '${url}' (redirected from '${URL}') from origin '${PAGE}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
  'Chromium, another origin': (url) =>
    `Access to fetch at '${URL}' from origin '${PAGE}' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value '${url}' that is not equal to the supplied origin.`,
  Firefox: (url) =>
    `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 403.`,
  Safari: (url) => `[Error] Fetch API cannot load ${url} due to access control checks.`
};

function har(request: object, headers: object[]): string {
  const response = { status: 403, headers };
  return JSON.stringify({ request: { method: 'PUT', ...request }, response });
}

/** Everything that is made of a pasted text. */
function madeOf(text: string): string[] {
  const reading = readSymptom(text);
  const filled: PageRequest = {
    pageOrigin: PAGE,
    method: 'PUT',
    url: URL,
    credentials: 'omit',
    needs: [],
    headers: [],
    ...reading.symptom?.request
  };
  const provider = providerById('tencent-cos');
  if (provider === null) throw new Error('no store');
  const rules = '[{"AllowedOrigins":["*"],"AllowedMethods":["PUT"],"AllowedHeaders":["*"]}]';
  const verdict = withoutSecrets(
    judge({ text: rules, read: readRules(rules), provider, request: filled, engine: 'chromium' })
  );
  return [
    JSON.stringify(reading),
    ...verdict.exchanges.flatMap(({ request }) => [
      rawRequest(request),
      curlOf(request, filled.url)
    ]),
    verdict.browser.console ?? '',
    JSON.stringify(verdict.cause),
    scrubText(text).value
  ];
}

/** The text of a console alone is no call that is recognised for storage: what stands in it is an address, and that is scrubbed. */
describe.each(Object.entries(PLACES_OF_HEADERS))('%s', (_, write) => {
  test.each(HEADERS)('%s', (name, value) => {
    for (const made of madeOf(write([name, value]))) expect(made).not.toContain(SECRET);
  });
});

describe.each(Object.entries(PLACES_OF_ADDRESSES))('%s', (_, write) => {
  test.each(ADDRESSES)('%s', (url) => {
    for (const made of madeOf(write(url))) expect(made).not.toContain(SECRET);
  });
});

test.each([
  [`curl -u me:${SECRET} ${URL}`, { place: 'header', name: 'Authorization', length: 11 }],
  [`curl --oauth2-bearer ${SECRET} ${URL}`, { place: 'header', name: 'Authorization', length: 8 }],
  [`curl --pass ${SECRET} ${URL}`, { place: 'option', name: '--pass', length: 8 }],
  [`curl -U me:${SECRET} ${URL}`, { place: 'option', name: '--proxy-user', length: 11 }],
  [`curl -b sid=${SECRET} ${URL}`, { place: 'header', name: 'Cookie', length: 12 }],
  [`curl -d key=${SECRET} ${URL}`, { place: 'body', name: '', length: 12 }],
  [`curl -G -d key=${SECRET} ${URL}`, { place: 'parameter', name: 'key', length: 8 }],
  [`curl --url-query key=${SECRET} ${URL}`, { place: 'parameter', name: 'key', length: 8 }],
  [`curl -F key=${SECRET} ${URL}`, { place: 'body', name: '', length: 12 }],
  [`fetch("${URL}", { body: "${SECRET}" })`, { place: 'body', name: '', length: 8 }],
  [
    har({ url: URL, headers: [], postData: { text: SECRET } }, []),
    { place: 'body', name: '', length: 8 }
  ]
])('%s', (text, removed) => {
  for (const made of madeOf(text)) expect(made).not.toContain(SECRET);
  expect(readSymptom(text).symptom?.removed).toContainEqual(removed);
});

test('what decides stays', () => {
  expect(
    readSymptom(
      `curl '${URL}?partNumber=1&sig=${SECRET}' -X PUT -H 'Origin: ${PAGE}' -H 'X-Auth-Key: ${SECRET}' -H 'Content-Type: image/png' -H 'Range: bytes=0-9' -b a=${SECRET}`
    ).symptom?.request
  ).toEqual({
    url: `${URL}?partNumber=1&sig=…`,
    method: 'PUT',
    pageOrigin: PAGE,
    credentials: 'include',
    headers: [
      ['X-Auth-Key', '…'],
      ['Content-Type', 'image/png'],
      ['Range', 'bytes=0-9']
    ]
  });
});
