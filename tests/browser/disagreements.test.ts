import { describe, expect, test } from 'vitest';
import { ENGINE_IDS, engineById } from '../../src/engine/3-browser/engines/engines.ts';
import { readCase } from '../../src/engine/3-browser/replay/case.ts';
import { simulate } from '../../src/engine/3-browser/replay/simulate.ts';
import type { EngineId } from '../../src/engine/3-browser/engines/engine.ts';
import type { BrowserAnswer } from '../../src/engine/3-browser/replay/simulate.ts';

/**
 * Every subject on which the engines were seen to disagree, among them those whose recordings are not in this folder.
 * A row gives the case and what each of the standard, Chromium, Firefox and WebKit makes of it.
 */
const PAGE = 'http://localhost:7401';
const API = 'http://127.0.0.1:7402/c/x';
const THIRD = 'http://127.0.0.1:7403/c/x/h';

type Headers = [name: string, value: string][];
const acao = (value: string): Headers => [['Access-Control-Allow-Origin', value]];
const allow = (origin: string, more: Headers = []): Headers => [
  ...acao(origin),
  ['Access-Control-Allow-Methods', '{acrm}'],
  ['Access-Control-Allow-Headers', '{acrh}'],
  ...more
];
const answer = (headers: Headers, status = 200) => ({ status, headers });

interface Change {
  [field: string]: unknown;
}

function answers(change: Change): Record<EngineId, BrowserAnswer> {
  const line = {
    id: 'x',
    page: { kind: 'localhost', origin: PAGE },
    api: 'fetch',
    url: API,
    fetch: {},
    preflightResponse: answer(allow(PAGE), 204),
    actualResponse: answer(acao(PAGE)),
    ...change
  };
  const { value, field } = readCase(line);
  if (value === null) throw new Error(field);
  const entries = ENGINE_IDS.map((id) => {
    const engine = engineById(id);
    if (engine === null) throw new Error(id);
    return [id, simulate(value, engine)];
  });
  return Object.fromEntries(entries) as Record<EngineId, BrowserAnswer>;
}

/** A column of the answers, in the order standard, Chromium, Firefox, WebKit. */
const column = <T>(change: Change, pick: (answer: BrowserAnswer) => T): T[] => {
  const all = answers(change);
  return [all.standard, all.chromium, all.firefox, all.webkit].map(pick);
};

const asked = ({ preflightSent, preflightRequestHeaders: sent }: BrowserAnswer) =>
  preflightSent ? (sent?.['access-control-request-headers'] ?? '') : null;

const long = (length: number) => 'a'.repeat(length);
const repeat = (count: number, header: [string, string]): Headers =>
  Array.from({ length: count }, () => header);

describe('Access-Control-Request-Headers, null without a preflight', () => {
  test.each<[string, Headers, (string | null)[]]>([
    ['a high byte in Accept', [['Accept', 'a\u00e9b']], [null, null, 'accept', null]],
    ['Accept twice', repeat(2, ['Accept', long(100)]), [null, 'accept', null, 'accept']],
    [
      'more than 1024 bytes',
      [...repeat(8, ['Accept', long(128)]), ['Content-Language', 'en'], ['X-B', '1']],
      ['accept,content-language,x-b', 'accept,x-b', 'x-b', 'accept,x-b']
    ],
    ['Bytes=', [['Range', 'Bytes=0-1']], ['range', 'range', 'range', null]],
    [
      'a range beyond 64 bits',
      [['Range', 'bytes=0-18446744073709551616']],
      [null, 'range', 'range', 'range']
    ],
    ['User-Agent', [['User-Agent', 'x']], ['user-agent', null, 'user-agent', 'user-agent']],
    ['Save-Data', [['Save-Data', 'on']], ['save-data', null, 'save-data', 'save-data']],
    ['ECT', [['ECT', '4g']], ['ect', null, 'ect', 'ect']],
    [
      'one name in two cases',
      [
        ['X-Foo', '1'],
        ['x-foo', '2']
      ],
      ['x-foo', 'x-foo', 'x-foo,x-foo', 'x-foo']
    ]
  ])('%s', (_, headers, wanted) => {
    expect(column({ fetch: { headers } }, asked)).toEqual(wanted);
  });

  test.each(['GET', 'HEAD', 'POST'])(
    'a listener on the upload of a %s without a body',
    (method) => {
      const change = { api: 'xhr', fetch: { method, upload: 'listener' } };
      expect(column(change, asked)).toEqual(['', null, '', '']);
    }
  );

  test('a stream as body', () => {
    const change = { fetch: { method: 'POST', body: { kind: 'stream' }, duplex: 'half' } };
    expect(column(change, asked)).toEqual(['', '', null, null]);
    expect(column(change, ({ outcome }) => outcome)).toEqual(['ok', 'blocked', 'ok', 'blocked']);
  });
});

const outcome = (result: BrowserAnswer) => result.outcome;

test('a star lets Authorization through, but not in the standard', () => {
  const star: Headers = [...acao(PAGE), ['Access-Control-Allow-Headers', '*']];
  const change = {
    fetch: { headers: [['Authorization', 'Bearer x']] },
    preflightResponse: answer(star, 204)
  };
  expect(column(change, outcome)).toEqual(['blocked', 'ok', 'ok', 'ok']);
});

describe('redirects', () => {
  const JSON_POST = {
    method: 'POST',
    headers: [['Content-Type', 'application/json']],
    body: { kind: 'string', value: '{}' }
  };
  const CUSTOM = { headers: [['X-Foo', '1']] };
  const AUTH = { headers: [['Authorization', 'x']] };
  const redirect = (status: number, fetch: unknown, preflight: Headers, actual = '*') => ({
    fetch,
    actualResponse: answer([...acao(PAGE), ['Location', THIRD]], status),
    hops: {
      h: { preflightResponse: answer(preflight, 204), actualResponse: answer(acao(actual)) }
    }
  });
  const NAMELESS: Headers = [...acao('*'), ['Access-Control-Allow-Methods', '*']];

  test.each<[string, Change, string[]]>([
    [
      'a 303 that leaves nothing to ask for, where a preflight would fail',
      redirect(303, JSON_POST, []),
      ['ok', 'ok', 'blocked', 'blocked']
    ],
    [
      'a 303, where only the old header would fail',
      redirect(303, JSON_POST, NAMELESS),
      ['ok', 'ok', 'ok', 'blocked']
    ],
    [
      'Authorization that is dropped on the way',
      redirect(302, AUTH, NAMELESS),
      ['ok', 'ok', 'ok', 'blocked']
    ],
    [
      'a second preflight that allows null',
      redirect(302, CUSTOM, allow('null'), 'null'),
      ['ok', 'ok', 'blocked', 'ok']
    ],
    [
      'a second preflight that allows the page',
      redirect(302, CUSTOM, allow(PAGE), '*'),
      ['blocked', 'blocked', 'ok', 'blocked']
    ]
  ])('%s', (_, change, wanted) => {
    expect(column(change, outcome)).toEqual(wanted);
  });
});

describe('a second preflight is sent', () => {
  const FOO = { headers: [['X-Foo', '1']] };
  const keep = (more: Headers, seconds = '600') =>
    answer([...acao(PAGE), ...more, ['Access-Control-Max-Age', seconds]], 204);
  const LISTED: Headers = [
    ['Access-Control-Allow-Methods', '{acrm}'],
    ['Access-Control-Allow-Headers', '{acrh}']
  ];
  const twice = (seconds: string) => ({
    fetch: FOO,
    preflightResponse: keep(LISTED, seconds),
    second: { delayMs: 100, fetch: FOO }
  });
  const CREDENTIALS: Headers = [['Access-Control-Allow-Credentials', 'true']];

  test.each<[string, Change, boolean[]]>([
    ['max age -1', twice('-1'), [false, true, true, true]],
    ...['abc', '600abc', '5.5', '"600"', '+600', '1e3', '0x10', '600, 600'].map(
      (seconds): [string, Change, boolean[]] => [
        `max age ${seconds}`,
        twice(seconds),
        [false, false, true, false]
      ]
    ),
    [
      'a star and another method',
      {
        fetch: { method: 'PUT' },
        preflightResponse: keep([['Access-Control-Allow-Methods', '*']]),
        second: { delayMs: 100, fetch: { method: 'DELETE' } }
      },
      [false, false, true, false]
    ],
    [
      'a star and another header',
      {
        fetch: FOO,
        preflightResponse: keep([['Access-Control-Allow-Headers', '*']]),
        second: { delayMs: 100, fetch: { headers: [['X-Bar', '1']] } }
      },
      [false, false, true, false]
    ],
    [
      'a star and Authorization',
      {
        fetch: FOO,
        preflightResponse: keep([['Access-Control-Allow-Headers', '*']]),
        second: { delayMs: 100, fetch: { headers: [['Authorization', 'x']] } }
      },
      [true, true, true, false]
    ],
    [
      'with credentials, then without',
      {
        fetch: { ...FOO, credentials: 'include' },
        preflightResponse: keep([...LISTED, ...CREDENTIALS]),
        actualResponse: answer([...acao(PAGE), ...CREDENTIALS]),
        second: { delayMs: 100, fetch: { ...FOO, credentials: 'omit' } }
      },
      [false, false, true, false]
    ],
    [
      'another fragment',
      { ...twice('600'), second: { delayMs: 100, fetch: FOO, suffix: '#x' } },
      [true, true, true, true]
    ],
    ...['no-store', 'reload'].map((cache): [string, Change, boolean[]] => [
      `cache: ${cache}`,
      { ...twice('600'), second: { delayMs: 100, fetch: { ...FOO, cache } } },
      [false, true, true, false]
    ]),
    [
      'the actual request failed',
      { ...twice('600'), actualResponse: answer([]) },
      [true, false, true, false]
    ]
  ])('%s', (_, change, wanted) => {
    expect(column(change, (each) => each.secondRequestPreflighted)).toEqual(wanted);
  });

  test('on a page of an opaque origin', () => {
    const change = {
      ...twice('600'),
      page: { kind: 'sandbox', origin: 'null' },
      preflightResponse: answer(allow('*', [['Access-Control-Max-Age', '600']]), 204),
      actualResponse: answer(acao('*'))
    };
    expect(column(change, (each) => each.secondRequestPreflighted)).toEqual([
      ...[false, true, false, false]
    ]);
  });
});

test('two ports of one IP address are one site, but not to Chromium', () => {
  const change = {
    page: { kind: 'ip', origin: 'http://127.0.0.1:7401' },
    fetch: { mode: 'no-cors' },
    actualResponse: answer([['Cross-Origin-Resource-Policy', 'same-site']])
  };
  expect(column(change, outcome)).toEqual(['ok', 'blocked', 'ok', 'ok']);
});

test('a preflight that leads elsewhere without a word on origins: the cause', () => {
  const change = {
    fetch: { method: 'PUT' },
    preflightResponse: answer([['Location', `${API}/h`]], 302)
  };
  expect(column(change, ({ cause }) => cause)).toEqual([
    'allow-origin-missing',
    'preflight-redirect',
    'allow-origin-missing',
    'preflight-status'
  ]);
});
