import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Header, PageRequest, WireRequest, WireResponse } from '../../model.ts';
import { departuresIn } from './departures.ts';
import type { Engine, EngineId } from '../engines/engine.ts';
import { ENGINES, engineById } from '../engines/engines.ts';
import { standard } from '../engines/standard.ts';
import { STANDARD } from '../standard-rules.ts';
import { callFromPage } from './page-call.ts';
import { isPreflight } from '../request/preflight.ts';
import type { BrowserRules } from '../rules.ts';

const PAGE = 'https://app.example';
const base: PageRequest = {
  pageOrigin: PAGE,
  method: 'GET',
  url: 'https://bucket.example/key',
  headers: [],
  credentials: 'omit',
  needs: []
};
const allow = (...more: Header[]): Header[] => [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', '*'],
  ['Access-Control-Allow-Headers', '*'],
  ...more
];
const answer = (headers: Header[], status = 200): WireResponse => ({ status, headers, body: '' });

const answering = (preflight: WireResponse, actual: WireResponse) => (wire: WireRequest) => ({
  response: isPreflight(wire) ? preflight : actual,
  failed: null
});

/** The departures of a call that is run first, as the story does. */
function departures(request: PageRequest, engine: Engine, serve: ReturnType<typeof answering>) {
  const sent: WireRequest[] = [];
  const call = callFromPage(
    request,
    engine,
    (wire) => {
      sent.push(wire);
      return serve(wire);
    },
    () => ''
  );
  return departuresIn(request, engine, { call, sent }, serve);
}

function told(id: EngineId, change: Partial<PageRequest>, preflight = answer(allow())) {
  const engine = engineById(id);
  if (engine === null) throw new Error(id);
  const serve = answering(preflight, answer(allow()));
  return departures({ ...base, ...change }, engine, serve).flatMap(({ stage, steps }) =>
    steps.map((step) =>
      [stage, step.code === 'engine-differs' ? step.args.by : step.code].join(' ')
    )
  );
}

const AUTH = { headers: [['Authorization', 'x']] as const };
const put = { method: 'PUT' };

describe('what an engine does otherwise in a call', () => {
  test.each<[string, Partial<PageRequest>, WireResponse | undefined, EngineId, string[]]>([
    ['nothing in a plain call', {}, undefined, 'chromium', []],
    ['a star for Authorization', AUTH, undefined, 'chromium', ['check starCoversAuthorization']],
    ['a star for Authorization', AUTH, undefined, 'webkit', ['check starCoversAuthorization']],
    [
      'a client hint',
      { headers: [['Save-Data', 'on']] },
      undefined,
      'chromium',
      ['browser extraSafelisted']
    ],
    ['a client hint', { headers: [['Save-Data', 'on']] }, undefined, 'firefox', []],
    [
      'an own User-Agent',
      { headers: [['User-Agent', 'x']] },
      undefined,
      'chromium',
      ['browser extraForbidden']
    ],
    ['a status that goes first', put, answer([], 403), 'webkit', ['check checkOrder']],
    ['a status that goes first', put, answer([], 403), 'firefox', []],
    [
      'a ceiling',
      put,
      answer(allow(['Access-Control-Max-Age', '86400'])),
      'webkit',
      ['check maxAgeCap']
    ],
    ['a ceiling', put, answer(allow(['Access-Control-Max-Age', '86400'])), 'firefox', []],
    [
      'an age that is no number',
      put,
      answer(allow(['Access-Control-Max-Age', '600.5'])),
      'firefox',
      ['check maxAgeOfInvalid']
    ],
    [
      'the own machine from a secure page',
      { url: 'http://localhost:9000/key' },
      undefined,
      'webkit',
      ['browser trustsLoopback']
    ]
  ])('%s', (_, change, preflight, id, wanted) => {
    expect(told(id, change, preflight)).toEqual(wanted);
  });

  test('each names where it was seen', () => {
    const serve = answering(answer(allow()), answer(allow()));
    const engine = engineById('firefox');
    if (engine === null) throw new Error('firefox');
    expect(departures({ ...base, ...AUTH }, engine, serve)).toEqual([
      {
        stage: 'check',
        steps: [
          {
            code: 'engine-differs',
            args: { engine: 'firefox', by: 'starCoversAuthorization' },
            outcome: 'note',
            spans: [],
            evidence: 'traced',
            source: 'Firefox 153 ESR: acah-auth-xfoo-star'
          }
        ]
      }
    ]);
  });
});

const header = fc.constantFrom<Header>(
  ['Accept', 'a\u00e9'],
  ['Accept', 'a'.repeat(100)],
  ['Authorization', 'x'],
  ['Range', 'Bytes=0-1'],
  ['Range', 'bytes=0-99999999999999999999'],
  ['DPR', '2'],
  ['User-Agent', 'x'],
  ['X-A', '1'],
  ['x-a', '2']
);
const answered = fc.record({
  status: fc.constantFrom(200, 204, 307, 403, 407),
  headers: fc
    .array(
      fc.constantFrom<Header>(
        ['Access-Control-Allow-Origin', '*'],
        ['Access-Control-Allow-Origin', PAGE],
        ['Access-Control-Allow-Credentials', 'true'],
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Methods', 'a b'],
        ['Access-Control-Allow-Headers', '*'],
        ['Access-Control-Allow-Headers', '(x'],
        ['Access-Control-Max-Age', '100000'],
        ['Access-Control-Max-Age', '-1'],
        ['Location', '/elsewhere']
      ),
      { maxLength: 6 }
    )
    .map((lines): Header[] => lines),
  body: fc.constant('')
});

describe.each(
  ENGINES.filter((engine) => engine !== standard).map((engine) => [engine.id, engine] as const)
)('%s', (_, engine) => {
  test('leaves the standard where its departures say so, and nowhere else', () => {
    const names = Object.keys(STANDARD) as (keyof BrowserRules)[];
    const left = names.filter((name) => engine.rules[name] !== STANDARD[name]);
    expect(Object.keys(engine.departures).sort()).toEqual(left.sort());
  });

  test('tells of a departure whenever it does a call otherwise', () => {
    fc.assert(
      fc.property(
        fc.array(header, { maxLength: 3 }),
        fc.constantFrom('GET', 'PUT'),
        fc.constantFrom<PageRequest['credentials']>('omit', 'include'),
        fc.tuple(answered, answered),
        (headers, method, credentials, [preflight, actual]) => {
          const request = { ...base, headers, method, credentials };
          const serve = answering(preflight, actual);
          const seen = (rules: BrowserRules) => {
            const call = callFromPage(request, { ...engine, rules }, serve, () => '');
            const { result, keeps } = call;
            return JSON.stringify([
              result.preflight,
              result.request?.dropped,
              result.failure?.cause,
              keeps
            ]);
          };
          const differs = seen(engine.rules) !== seen(STANDARD);
          if (differs) expect(departures(request, engine, serve)).not.toEqual([]);
        }
      ),
      { numRuns: 500 }
    );
  });
});
