/** Calls that Chromium once answered in another way than was predicted; every run of tests/live makes them again. */
import type { Header } from '#engine';
import type { Answer, LiveCall, Script } from './call.ts';
import type { Prediction } from './predict.ts';

const STARS: Header[] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', '*'],
  ['Access-Control-Allow-Headers', '*'],
  ['Access-Control-Max-Age', '600']
];
const CREDENTIALS: Header[] = [
  ['Access-Control-Allow-Origin', '{reqorigin}'],
  ['Access-Control-Allow-Credentials', 'true'],
  ['Access-Control-Allow-Methods', '*, {acrm}'],
  ['Access-Control-Allow-Headers', '{acrh}'],
  ['Access-Control-Max-Age', '600']
];
const answer = (headers: Header[], status = 200): Answer => ({ status, headers });
/** An answer that leads on; kept out of the HTTP cache, which would follow a second time without asking. */
const leading = (locations: string[], headers = STARS, status = 307): Answer => {
  const lines = locations.map((location): Header => ['Location', location]);
  return answer([...headers, ...lines, ['Cache-Control', 'no-store']], status);
};

interface More extends Partial<Omit<LiveCall, 'script' | 'server'>> {
  actual?: Answer;
  preflight?: Answer;
  hop?: Answer;
}

/** A call of a server that allows everything, unless `more` says otherwise. */
function call(script: Script, more: More = {}): LiveCall {
  const { actual = answer(STARS), preflight = answer(STARS), hop = answer(STARS), ...rest } = more;
  const server = {
    preflightResponse: preflight,
    actualResponse: actual,
    hops: { h: { preflightResponse: preflight, actualResponse: hop } }
  };
  return {
    kind: 'localhost',
    api: 'fetch',
    url: '$target/c/$id',
    second: null,
    needs: [],
    ...rest,
    script,
    server
  };
}

const sent = ({ requests }: Prediction) => requests.map(({ method }) => method).join(' ');
const asked = ({ answer: { preflightRequestHeaders: headers } }: Prediction) =>
  headers?.['access-control-request-headers'] ?? null;
const outcome = ({ answer: { errorName, outcome: result } }: Prediction) => errorName ?? result;
const told = ({ answer: { consoleMessage } }: Prediction) => consoleMessage;
const last =
  (name: string) =>
  ({ requests }: Prediction): string | null =>
    requests.at(-1)?.headers.find(([each]) => each === name)?.[1] ?? null;

const THIRD = '$third/c/$id/h';
const FTP = 'ftp://a.test/c/$id';
const notLoaded = (error: string) => `Failed to load resource: net::${error}`;
const hint: Header[] = [['Width', '100']];
const custom: Header[] = [['X-A', '1']];
const body = { kind: 'string', value: 'x' };
const sync = { sync: true };

type Row = [
  name: string,
  call: LiveCall,
  pick: (prediction: Prediction) => unknown,
  wanted: unknown
];

export const FORMER_MISSES: readonly Row[] = [
  ['a client hint', call({ headers: [['DPR', '1.5']] }), sent, 'GET'],
  ['a client hint that is no number', call({ headers: [['DPR', '1.']] }), asked, 'dpr'],
  ['a word for a speed', call({ headers: [['ECT', '5g']] }), asked, 'ect'],
  ['Intervention', call({ headers: [['Intervention', '<x>']] }), sent, 'GET'],
  [
    'values that are too long together, without CORS',
    call({
      mode: 'no-cors',
      headers: [
        ['Accept', 'a'.repeat(100)],
        ['Accept', 'b'.repeat(100)]
      ]
    }),
    last('Accept'),
    'a'.repeat(100)
  ],
  [
    'the type of a body, without CORS',
    call({ method: 'POST', mode: 'no-cors', body: { kind: 'blob', type: 'application/json' } }),
    last('Content-Type'),
    null
  ],
  [
    'an upload that the script waits for',
    call({ method: 'POST', body, upload: 'listener', ...sync }, { api: 'xhr' }),
    sent,
    'POST'
  ],
  [
    'a failure that the script waits for',
    call(sync, { api: 'xhr', actual: answer(STARS, 407) }),
    told,
    null
  ],
  [
    'a stream on a same-origin call',
    call({ method: 'POST', mode: 'same-origin', body: { kind: 'stream' }, duplex: 'half' }),
    sent,
    'OPTIONS'
  ],
  ['an empty Location', call({}, { actual: leading(['']) }), outcome, 'ok'],
  [
    'an empty Location, redirects by hand',
    call({ redirect: 'manual' }, { actual: leading(['']) }),
    ({ answer: { exposedHeaders } }) => exposedHeaders,
    []
  ],
  [
    'no Location, redirects forbidden',
    call({ redirect: 'error' }, { actual: leading([]) }),
    outcome,
    'ok'
  ],
  [
    'a Location that is no address, before CORS is looked at',
    call({}, { actual: leading(['http://['], []) }),
    told,
    notLoaded('ERR_INVALID_REDIRECT')
  ],
  [
    'two Locations',
    call({}, { actual: leading(['', THIRD]) }),
    told,
    notLoaded('ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION')
  ],
  [
    'a user name, redirects forbidden',
    call({ redirect: 'error' }, { actual: leading(['$keyed/c/$id/h']) }),
    ({ answer: { cause } }) => cause,
    'redirect-credentials'
  ],
  [
    'a user name, without CORS',
    call({ mode: 'no-cors' }, { actual: leading(['$keyed/c/$id/h']) }),
    outcome,
    'TypeError'
  ],
  [
    'a scheme of the browser, redirects forbidden',
    call({ redirect: 'error' }, { actual: leading(['data:text/plain,/c/$id']) }),
    told,
    notLoaded('ERR_UNSAFE_REDIRECT')
  ],
  [
    'another scheme, redirects forbidden',
    call({ redirect: 'error' }, { actual: leading([FTP]) }),
    told,
    notLoaded('ERR_FAILED')
  ],
  [
    'another scheme, without CORS',
    call({ mode: 'no-cors' }, { actual: leading([FTP]) }),
    told,
    notLoaded('ERR_UNKNOWN_URL_SCHEME')
  ],
  [
    'another scheme, same origin',
    call({ mode: 'same-origin' }, { kind: 'same', actual: leading([FTP]) }),
    told,
    'Unsafe attempt to load URL ftp://a.test/c/x from frame with URL http://127.0.0.1:2/page. Domains, protocols and ports must match.\n'
  ],
  [
    'a fragment that goes along',
    call({}, { url: '$target/c/$id#f', actual: leading([THIRD]), hop: answer([]) }),
    told,
    "Access to fetch at 'http://127.0.0.1:3/c/x/h#f' (redirected from 'http://127.0.0.1:2/c/x#f') from origin 'http://localhost:1' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."
  ],
  [
    'a redirect without end',
    call({ mode: 'no-cors' }, { actual: leading(['$target/c/$id']) }),
    ({ requests }) => requests.length,
    21
  ],
  [
    'a redirect without end that outlives the page',
    call({ keepalive: true }, { actual: leading(['$target/c/$id']) }),
    ({ requests }) => requests.length,
    20
  ],
  [
    'a client hint on the way to another origin',
    call({ headers: hint }, { actual: leading([THIRD]) }),
    last('Width'),
    null
  ],
  [
    'the same where the call outlives the page',
    call({ headers: hint, keepalive: true }, { actual: leading([THIRD]) }),
    last('Width'),
    '100'
  ],
  [
    'the Origin after a redirect without CORS',
    call({ method: 'POST', mode: 'no-cors' }, { kind: 'same', actual: leading([THIRD]) }),
    last('Origin'),
    'null'
  ],
  [
    'a call that has lost its origin keeps no answer',
    call(
      { headers: custom },
      { actual: leading([THIRD], STARS, 302), hop: leading(['$third/c/$id'], STARS, 302) }
    ),
    ({ requests }) => requests.filter(({ method }) => method === 'OPTIONS').length,
    21
  ],
  [
    'a page without an origin keeps answers while a call lasts',
    call({ headers: custom }, { kind: 'sandbox', actual: leading(['$target/c/$id']) }),
    ({ requests }) => requests.filter(({ method }) => method === 'OPTIONS').length,
    1
  ],
  [
    'no-cache asks again',
    call({ headers: custom }, { second: { headers: custom, cache: 'no-cache' } }),
    sent,
    'OPTIONS GET OPTIONS GET'
  ],
  [
    'a conditional request asks again',
    call({ headers: custom }, { second: { headers: [['If-None-Match', '"1"']] } }),
    sent,
    'OPTIONS GET OPTIONS GET'
  ],
  [
    'a star that was kept with credentials',
    call(
      { method: 'PUT', credentials: 'include' },
      {
        preflight: answer(CREDENTIALS),
        actual: answer(CREDENTIALS),
        second: { method: 'DELETE' }
      }
    ),
    sent,
    'OPTIONS PUT OPTIONS DELETE'
  ],
  ['another scheme', call({}, { api: 'xhr', url: FTP }), told, null],
  [
    'an unknown scheme',
    call({}, { api: 'xhr', url: 'foo:/c/$id' }),
    told,
    "Access to XMLHttpRequest at 'foo:/c/x' from origin 'http://localhost:1' has been blocked by CORS policy: Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app."
  ],
  [
    'the method before the address',
    call({ method: 'TRACE' }, { api: 'xhr', url: 'http://[/c/$id' }),
    outcome,
    'SecurityError'
  ],
  [
    'the method before the scheme',
    call({ method: 'G T' }, { url: 'data:text/html,/c/$id' }),
    outcome,
    'TypeError'
  ],
  [
    'the origin before the scheme',
    call({ mode: 'same-origin' }, { url: 'foo:/c/$id' }),
    told,
    'Fetch API cannot load foo:/c/x. Request mode is "same-origin" but the URL\'s origin is not same as the request origin http://localhost:1.'
  ]
];
