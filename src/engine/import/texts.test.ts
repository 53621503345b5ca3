import { describe, expect, test } from 'vitest';
import type { PageRequest } from '../model.ts';
import { readSymptom } from './read-symptom.ts';
import type { SymptomQuestion, Symptom, SymptomCode, SymptomKind } from './symptom.ts';

interface ExpectedSymptom {
  kind: SymptomKind;
  causes: SymptomCode[];
  request: Partial<PageRequest>;
  missing: SymptomQuestion[];
}

/** What a row says of the symptom, and nothing else of it. */
function told(
  text: string,
  wanted: Partial<ExpectedSymptom & Pick<Symptom, 'status' | 'preflight' | 'others' | 'client'>>
) {
  const { symptom } = readSymptom(text);
  expect(symptom, text).not.toBeNull();
  expect(symptom).toMatchObject(wanted);
}

const URL = 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png';
const PAGE = 'https://app.example.com';

describe('a console', () => {
  test('as Chromium shows it, with the request, the error and its stack', () => {
    told(
      `index.html:1 Access to fetch at '${URL}?sign=1' from origin '${PAGE}' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.
upload.js:12  PUT ${URL}?sign=1 net::ERR_FAILED
upload @ upload.js:12
(anonymous) @ upload.js:30
upload.js:14 Uncaught (in promise) TypeError: Failed to fetch
    at upload (upload.js:12:3)`,
      {
        kind: 'console',
        causes: ['allow-origin-missing'],
        request: { url: `${URL}?sign=…`, pageOrigin: PAGE, method: 'PUT' },
        preflight: true,
        missing: ['rules', 'headers'],
        others: 0
      }
    );
  });

  test('as Firefox shows it: the reason, not what follows it', () => {
    const blocked = `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${URL}. (Reason: `;
    told(
      `XHR PUT ${URL}\nCORS Missing Allow Header\n\n${blocked}header ‘x-cos-meta-a’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).\n\n${blocked}CORS request did not succeed). Status code: (null).`,
      {
        causes: ['header-not-in-answer'],
        request: { url: URL, method: 'PUT', headers: [['x-cos-meta-a', '']] },
        missing: ['rules', 'origin', 'headers'],
        others: 0
      }
    );
  });

  test('as Safari shows it: the cause first, the address in the next line', () => {
    told(
      `[Error] Preflight response is not successful. Status code: 403\n[Error] Fetch API cannot load ${URL} due to access control checks.\n[Error] Failed to load resource: Preflight response is not successful. Status code: 403 (photo.png, line 0)\n[Error] Unhandled Promise Rejection: TypeError: Load failed`,
      {
        causes: ['preflight-status', 'preflight-redirect'],
        status: 403,
        request: { url: URL },
        missing: ['rules', 'origin', 'method', 'headers'],
        others: 0
      }
    );
  });

  test('of several calls the first is told, and the others are counted', () => {
    const line = (path: string, why: string) =>
      `Access to fetch at 'https://b.example/${path}' from origin '${PAGE}' has been blocked by CORS policy: ${why}`;
    told(
      [
        'GET https://cdn.example/a.js net::ERR_BLOCKED_BY_CLIENT',
        line(
          '1',
          'Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.'
        ),
        line('2', "No 'Access-Control-Allow-Origin' header is present on the requested resource."),
        line(
          '1',
          'Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.'
        )
      ].join('\n'),
      {
        causes: ['method-not-in-answer'],
        request: { url: 'https://b.example/1', pageOrigin: PAGE, method: 'PUT' },
        others: 2
      }
    );
  });

  test('a header that cannot be read', () => {
    told('Refused to get unsafe header "ETag"', {
      causes: ['header-not-exposed'],
      request: { needs: ['ETag'] },
      missing: ['rules', 'origin', 'url', 'method', 'headers']
    });
  });
});

test.each([
  ['Uncaught (in promise) TypeError: Failed to fetch', 'chromium'],
  ['TypeError: NetworkError when attempting to fetch resource.', 'firefox'],
  ['TypeError: Load failed', 'webkit'],
  ['AxiosError: Network Error\n    at XMLHttpRequest.handleError', null],
  ['{"message":"Network Error","name":"AxiosError","code":"ERR_NETWORK"}', null],
  [
    "NetworkError: Failed to execute 'send' on 'XMLHttpRequest': Failed to load 'https://b.example/k'.",
    'chromium'
  ],
  ['Http failure response for https://b.example/k: 0 Unknown Error', null]
])('a script’s error: %s', (text, engine) => {
  const { symptom } = readSymptom(text);
  expect(symptom).toMatchObject({ kind: 'script-error', causes: ['call-failed'], engine });
  expect(symptom?.missing[0]).toBe('rules');
});

describe('an answer', () => {
  const CURL_V = `$ curl -v -X PUT -H 'Origin: ${PAGE}' -H 'Content-Type: image/png' -H 'Authorization: q-sign-algorithm=sha1&q-ak=AKID' '${URL}'
* Host media-1250000000.cos.ap-guangzhou.myqcloud.com:443 was resolved.
* Connected to media-1250000000.cos.ap-guangzhou.myqcloud.com (1.2.3.4) port 443
> PUT /photo.png HTTP/1.1
> Host: media-1250000000.cos.ap-guangzhou.myqcloud.com
> User-Agent: curl/8.5.0
> Accept: */*
> Origin: ${PAGE}
> Content-Type: image/png
> Authorization: q-sign-algorithm=sha1&q-ak=AKID
>
< HTTP/1.1 100 Continue
<
< HTTP/1.1 200 OK
< Content-Length: 0
< ETag: "abc"
< Set-Cookie: a=b
<
* Connection #0 left intact`;

  test('of curl -v, with the command', () => {
    told(CURL_V, {
      kind: 'response',
      causes: ['allow-origin-missing'],
      status: 200,
      request: {
        url: URL,
        method: 'PUT',
        pageOrigin: PAGE,
        headers: [
          ['Content-Type', 'image/png'],
          ['Authorization', '…']
        ]
      },
      missing: ['rules']
    });
    expect(JSON.stringify(readSymptom(CURL_V))).not.toMatch(/AKID|a=b/);
  });

  test('of curl -i to a preflight that was written by hand', () => {
    told(
      `curl -i -X OPTIONS ${URL} \\
  -H 'Origin: ${PAGE}' \\
  -H 'Access-Control-Request-Method: PUT' \\
  -H 'Access-Control-Request-Headers: content-type,x-cos-acl'
HTTP/2 200
access-control-allow-origin: ${PAGE}
access-control-allow-methods: GET, PUT
access-control-allow-headers: content-type
vary: Origin

`,
      {
        kind: 'response',
        causes: ['header-not-in-answer'],
        preflight: true,
        request: {
          url: URL,
          method: 'PUT',
          pageOrigin: PAGE,
          headers: [
            ['content-type', ''],
            ['x-cos-acl', '']
          ]
        },
        missing: ['rules']
      }
    );
  });

  test('as DevTools copies the headers, name and value on two lines', () => {
    told(
      `Request URL:\n${URL}\nRequest Method:\nGET\nStatus Code:\n200 OK\naccess-control-allow-origin:\nhttps://other.example\ncontent-type:\nimage/png`,
      { kind: 'response', status: 200, request: { url: URL, method: 'GET' } }
    );
  });

  test('of headers alone', () => {
    told('content-type: image/png\netag: "x"\nserver: tencent-cos', {
      kind: 'response',
      causes: ['allow-origin-missing'],
      missing: ['rules', 'origin', 'url', 'method', 'headers']
    });
  });

  test('with two origins, which no browser takes', () => {
    told(
      'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Origin: https://a.example',
      {
        causes: ['allow-origin-twice']
      }
    );
  });

  test('that a browser takes: no cause is made up', () => {
    told(
      `GET /k HTTP/1.1\nHost: b.example\nOrigin: ${PAGE}\nSec-Fetch-Mode: cors\n\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\n\n`,
      {
        kind: 'response',
        causes: [],
        request: { url: 'https://b.example/k', pageOrigin: PAGE, method: 'GET' },
        missing: ['rules']
      }
    );
  });
});

describe('HAR', () => {
  const header = (name: string, value: string) => ({ name, value });
  const preflight = {
    request: {
      method: 'OPTIONS',
      url: `${URL}?X-Amz-Signature=abc`,
      headers: [
        header('Origin', PAGE),
        header('Access-Control-Request-Method', 'PUT'),
        header('Access-Control-Request-Headers', 'content-type,x-cos-acl')
      ]
    },
    response: { status: 403, headers: [header('Server', 'tencent-cos')] }
  };
  const actual = {
    _error: 'net::ERR_FAILED',
    request: {
      method: 'PUT',
      url: `${URL}?X-Amz-Signature=abc`,
      headers: [
        header('Content-Type', 'image/png'),
        header('x-cos-acl', 'private'),
        header('User-Agent', 'Mozilla/5.0'),
        header('sec-ch-ua', '"Chromium"'),
        header('Referer', `${PAGE}/upload`)
      ]
    },
    response: { status: 0, headers: [] }
  };
  const own = {
    request: { method: 'GET', url: `${PAGE}/a.js`, headers: [header('Referer', `${PAGE}/`)] },
    response: { status: 200, headers: [] }
  };

  test.each([
    ['a whole file', { log: { version: '1.2', entries: [own, preflight, actual] } }],
    ['a list of entries', [preflight, actual]]
  ])('%s', (_, har) => {
    told(JSON.stringify(har, null, 2), {
      kind: 'har',
      causes: ['allow-origin-missing'],
      preflight: true,
      request: {
        url: `${URL}?X-Amz-Signature=…`,
        method: 'PUT',
        pageOrigin: PAGE,
        headers: [
          ['Content-Type', 'image/png'],
          ['x-cos-acl', 'private']
        ]
      },
      missing: ['rules']
    });
  });

  test('one entry', () => {
    told(JSON.stringify(actual), {
      kind: 'har',
      causes: ['call-failed', 'redirect-not-allowed'],
      request: { method: 'PUT', pageOrigin: PAGE }
    });
  });

  test.each([
    ['har-unreadable', JSON.stringify({ log: { entries: [preflight] } }).slice(0, -20)],
    ['har-without-call', JSON.stringify({ log: { entries: [own] } })]
  ])('%s', (code, text) => {
    expect(readSymptom(text)).toMatchObject({ symptom: null, problems: [{ code }] });
  });
});

describe('cURL', () => {
  const wanted: Partial<ExpectedSymptom> = {
    kind: 'curl',
    causes: [],
    request: {
      url: 'https://b.example/k?partNumber=1',
      method: 'PUT',
      pageOrigin: PAGE,
      credentials: 'include',
      headers: [
        ['content-type', 'application/json'],
        ['x-note', '…']
      ]
    },
    missing: ['rules']
  };

  test('as Chromium copies it for bash', () => {
    told(
      `curl 'https://b.example/k?partNumber=1' \\
  -X 'PUT' \\
  -H 'accept: */*' \\
  -H 'accept-language: en' \\
  -H 'cache-control: no-cache' \\
  -H 'content-type: application/json' \\
  -b 'sid=secret' \\
  -H 'origin: ${PAGE}' \\
  -H 'pragma: no-cache' \\
  -H 'priority: u=1, i' \\
  -H 'referer: ${PAGE}/' \\
  -H 'sec-fetch-mode: cors' \\
  -H 'user-agent: Mozilla/5.0' \\
  -H $'x-note: it\\'s' \\
  --data-raw '{"a":1}'`,
      wanted
    );
  });

  test('as Chromium copies it for cmd', () => {
    told(
      `curl ^"https://b.example/k?partNumber=1^" ^\r\n  -X ^"PUT^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  -H ^"cookie: sid=secret^" ^\r\n  -H ^"origin: ${PAGE}^" ^\r\n  -H ^"x-note: it's^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":1^}^"`,
      wanted
    );
  });

  test.each<[string, Partial<PageRequest>]>([
    ['curl -I https://b.example/k', { method: 'HEAD' }],
    ['curl b.example/k', { url: 'http://b.example/k', method: 'GET' }],
    ['$ curl -sSXDELETE https://b.example/k', { method: 'DELETE' }],
    ['curl -T photo.png https://b.example/k', { method: 'PUT', url: 'https://b.example/k' }],
    ['curl -d a=1 https://b.example/k', { method: 'POST' }],
    [
      'curl --json {} https://b.example/k',
      { method: 'POST', headers: [['Content-Type', 'application/json']] }
    ],
    ['curl -u me:pass https://b.example/k', { headers: [['Authorization', '…']] }],
    [
      "curl -r 0-9 'https://u:p@b.example/k#x'",
      { url: 'https://b.example/k', headers: [['Range', 'bytes=0-9']] }
    ]
  ])('%s', (text, request) => told(text, { kind: 'curl', request }));

  test('without an address', () => {
    expect(readSymptom("curl -H 'x-a: 1'").problems.map(({ code }) => code)).toEqual([
      'curl-without-url'
    ]);
  });
});

describe('fetch()', () => {
  test('as Chromium copies it', () => {
    told(
      `fetch("https://b.example/k?token=abc", {
  "headers": {
    "accept": "*/*",
    "accept-language": "en",
    "authorization": "Bearer abc",
    "content-type": "application/json",
    "sec-ch-ua": "\\"Chromium\\";v=\\"156\\"",
    "sec-fetch-mode": "cors"
  },
  "referrer": "${PAGE}/upload",
  "body": "{\\"a\\":1}",
  "method": "PUT",
  "mode": "cors",
  "credentials": "include"
});`,
      {
        kind: 'fetch',
        request: {
          url: 'https://b.example/k?token=…',
          method: 'PUT',
          pageOrigin: PAGE,
          credentials: 'include',
          headers: [
            ['authorization', '…'],
            ['content-type', 'application/json']
          ]
        },
        missing: ['rules']
      }
    );
  });

  test('as people write it: what only running it would tell is asked for', () => {
    told(
      `const res = await fetch(\`\${base}/k\`, {
  // the upload
  method: 'PUT',
  headers: new Headers({ 'Content-Type': file.type, 'x-cos-acl': 'private' }),
  body: JSON.stringify({ a: [1, 2], b: "}" }),
});`,
      {
        kind: 'fetch',
        request: {
          method: 'PUT',
          headers: [
            ['Content-Type', ''],
            ['x-cos-acl', 'private']
          ]
        },
        missing: ['rules', 'origin', 'url']
      }
    );
  });

  test('with headers that are computed', () => {
    told("fetch('https://b.example/k', { method, headers: sign(file) })", {
      request: { url: 'https://b.example/k' },
      missing: ['rules', 'origin', 'method', 'headers']
    });
  });
});
