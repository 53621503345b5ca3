/** What each store's answers come to in a cache: rows, and what holds for all of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import type { EngineId } from '../3-browser/engines/engine.ts';
import type { PageRequest } from '../model.ts';
import { providerById, providers, type ProviderId } from '../providers/providers.ts';
import type { TimelineMendCode } from './mend.ts';
import type { ScenarioId } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import { playTimeline, type Ending, type TimelineInput } from './timeline.ts';

const APP = 'https://app.example.com';
const STUDIO = 'https://studio.example.com';

const scenarioById = (id: ScenarioId) => SCENARIOS.find((one) => one.id === id) ?? SCENARIOS[0];

const rules = (
  origins: readonly string[],
  age: number | null = 600,
  headers: readonly string[] = ['*']
) =>
  readRules(
    JSON.stringify([
      {
        AllowedOrigins: origins,
        AllowedMethods: ['GET', 'PUT'],
        AllowedHeaders: headers,
        ...(age === null ? {} : { MaxAgeSeconds: age })
      }
    ])
  ).ruleSet;

const GET: PageRequest = {
  pageOrigin: APP,
  method: 'GET',
  url: 'https://media.example.net/a.png?v=2#top',
  headers: [],
  credentials: 'omit',
  needs: []
};
const PUT: PageRequest = { ...GET, method: 'PUT', headers: [['content-type', 'image/png']] };

function played(
  scenario: ScenarioId,
  provider: ProviderId,
  own: Partial<TimelineInput> = {},
  taken: TimelineMendCode[] = []
) {
  const ruleSet = rules([APP, STUDIO]);
  const given = { request: GET, engine: 'chromium' as const, lifetime: 3600, other: null };
  const input = { scenario: scenarioById(scenario), provider: providerById(provider), ruleSet };
  return playTimeline({ ...given, ...input, ...own }, taken);
}

const codes = ({ mends }: { mends: { code: TimelineMendCode }[] }) => mends.map(({ code }) => code);

describe('each store: an element first, two pages, a CDN; rules that name the page', () => {
  const BAD = 'broken';
  const ROWS: [ProviderId, Ending, Ending, Ending][] = [
    ['tencent-cos', BAD, BAD, BAD],
    ['aws-s3', BAD, 'works', BAD],
    ['google-cloud-storage', BAD, 'works', BAD],
    ['azure-blob', 'works', 'works', 'works'],
    ['cloudflare-r2', BAD, 'works', BAD],
    ['alibaba-oss', BAD, BAD, BAD],
    ['huawei-obs', BAD, BAD, BAD],
    ['backblaze-b2', BAD, BAD, BAD],
    ['digitalocean-spaces', BAD, 'works', BAD],
    ['wasabi', BAD, 'works', BAD],
    ['ceph-rgw', BAD, 'works', BAD],
    ['ceph-rgw-swift', BAD, 'works', BAD],
    ['openstack-swift', BAD, 'works', BAD],
    ['minio', 'works', 'works', 'works'],
    ['scality-cloudserver', BAD, 'works', BAD],
    ['seaweedfs', 'works', 'works', 'works'],
    // It joins all origins of a rule in one header, which no browser takes.
    ['garage', 'refused', 'refused', 'refused'],
    ['azurite', BAD, 'works', BAD],
    ['localstack', BAD, 'works', BAD],
    ['s3rver', BAD, 'works', BAD]
  ];
  test.each(ROWS)('%s', (id, element, pages, cdn) => {
    expect(played('element-first', id).ending).toBe(element);
    expect(played('two-pages', id).ending).toBe(pages);
    expect(played('cdn-first', id).ending).toBe(cdn);
  });

  test('there is a row for every store', () => {
    expect(ROWS.map(([id]) => id)).toEqual(providers.map(({ id }) => id));
  });
});

describe('where it breaks', () => {
  const told = (
    scenario: ScenarioId,
    own: Partial<TimelineInput> = {},
    taken?: TimelineMendCode[]
  ) => {
    const { moments, breaks } = played(scenario, 'aws-s3', own, taken);
    const lines = moments.map(
      ({ at, who, code }, index) => `${index === breaks ? '✗ ' : ''}${at} ${who} ${code}`
    );
    return lines;
  };

  test('the script is given what the element left', () => {
    expect(told('element-first')).toEqual([
      '0 page element-asks',
      '0 browser-cache cache-none',
      '0 bucket bucket-answers-bare',
      '0 browser-cache cache-keeps',
      '0 browser element-shows',
      '5 page page-calls',
      '5 browser-cache cache-hit-bare',
      '✗ 5 browser check-missing'
    ]);
  });

  test('with crossorigin the element asks as the script does', () => {
    expect(told('element-first', {}, ['crossorigin'])).toEqual([
      '0 page element-asks-cors',
      '0 browser-cache cache-none',
      '0 bucket bucket-answers',
      '0 browser-cache cache-keeps-varied',
      '0 browser check-passes',
      '5 page page-calls',
      '5 browser-cache cache-hit',
      '5 browser check-passes'
    ]);
  });

  test('the CDN gives everybody the first answer', () => {
    expect(told('cdn-first')).toEqual([
      '0 page element-asks-elsewhere',
      '0 cdn cache-none',
      '0 bucket bucket-answers-bare',
      '0 cdn cache-keeps',
      '0 browser element-shows',
      '60 page page-calls',
      '60 browser-cache cache-none',
      '60 cdn cache-hit-bare',
      '60 browser-cache cache-keeps',
      '✗ 60 browser check-missing'
    ]);
  });

  test('a kept preflight lets an upload out after the rules are gone', () => {
    expect(told('rules-withdrawn', { request: PUT })).toEqual([
      '0 page page-calls',
      '0 bucket preflight-answered',
      '0 preflight-cache preflight-kept',
      '0 bucket bucket-carries-out',
      '0 browser check-passes',
      '1 owner rules-none',
      '2 page page-calls',
      '2 preflight-cache preflight-reused',
      '2 bucket bucket-carries-out',
      '✗ 2 browser check-missing'
    ]);
  });

  test('a kept answer is read after the rules are gone', () => {
    const { ending, moments, breaks } = played('rules-withdrawn', 'tencent-cos');
    expect(ending).toBe('outlived');
    expect(moments[breaks ?? -1]?.code).toBe('cache-hit');
  });

  test('a refused preflight is not kept: saved rules count at once', () => {
    expect(played('rules-mended', 'aws-s3', { request: PUT }).ending).toBe('works');
    expect(played('rules-mended', 'aws-s3').ending).toBe('broken');
  });

  test('a page of another site has a cache of its own', () => {
    const { ending, moments } = played('two-pages', 'tencent-cos', {
      ruleSet: rules([APP, 'https://b.test']),
      other: 'https://b.test'
    });
    expect(ending).toBe('works');
    expect(moments.map(({ code }) => code)).toContain('cache-other-site');
  });

  test('what the rules refuse anyway is no cache’s fault', () => {
    const { ending, breaks, mends } = played('element-first', 'aws-s3', {
      ruleSet: rules(['https://b.test'])
    });
    expect({ ending, breaks, mends }).toEqual({ ending: 'refused', breaks: null, mends: [] });
  });

  test('another method is played as a reading', () => {
    const { moments } = played('element-first', 'aws-s3', { request: PUT });
    const methods = moments.flatMap(({ request }) => (request ? [request.method] : []));
    expect(new Set(methods)).toEqual(new Set(['GET']));
  });

  test('a call that never leaves the browser', () => {
    const { moments, ending } = played('element-first', 'aws-s3', {
      request: { ...GET, url: 'nowhere' }
    });
    expect([moments.map(({ code }) => code), ending]).toEqual([['nothing-sent'], 'refused']);
  });
});

describe('what mends it', () => {
  test.each<[ScenarioId, ProviderId, PageRequest, TimelineMendCode[]]>([
    [
      ...(['element-first', 'tencent-cos', GET] as const),
      ['crossorigin', 'response-vary', 'other-query', 'reload', 'wait']
    ],
    [
      ...(['element-first', 'aws-s3', GET] as const),
      ['crossorigin', 'edge-vary', 'other-query', 'reload', 'wait']
    ],
    [
      ...(['two-pages', 'alibaba-oss', GET] as const),
      ['response-vary', 'other-query', 'reload', 'wait']
    ],
    ['cdn-first', 'aws-s3', GET, ['cdn-key', 'crossorigin', 'other-query', 'wait']],
    ['rules-withdrawn', 'aws-s3', PUT, ['wait', 'reload', 'other-query']],
    ['element-first', 'azure-blob', GET, []]
  ])('%s at %s', (scenario, provider, request, offered) => {
    expect(codes(played(scenario, provider, { request }))).toEqual(offered);
  });

  const waitOf = (own: Partial<TimelineInput>, scenario: ScenarioId = 'rules-withdrawn') =>
    played(scenario, 'aws-s3', { request: PUT, ...own }).mends.find(({ code }) => code === 'wait')
      ?.args ?? null;

  // Two seconds have gone by when the page calls again.
  test.each<[engine: EngineId, age: number | null, seconds: number | null]>([
    ['standard', 86_400, 86_398],
    ['chromium', 600, 598],
    ['chromium', 86_400, 7198],
    ['firefox', 86_400, 86_398],
    ['firefox', 100_000, 86_398],
    ['webkit', 86_400, 598],
    ['chromium', null, 3],
    ['webkit', null, 3],
    ['chromium', 2, null]
  ])('%s keeps a preflight of max age %s: wait %s s', (engine, age, seconds) => {
    const ruleSet = rules([APP], age);
    expect(waitOf({ engine, ruleSet })).toEqual(seconds === null ? null : { seconds });
  });

  test('the file’s own lifetime is waited for', () => {
    const own = { request: GET, lifetime: 600 };
    expect(waitOf(own, 'element-first')).toEqual({ seconds: 595 });
    expect(waitOf(own, 'cdn-first')).toEqual({ seconds: 540 });
  });

  test('a call with cookies needs an element with cookies', () => {
    const request = { ...GET, credentials: 'include' as const };
    const [mend] = played('element-first', 'aws-s3', { request }).mends;
    expect(mend).toEqual({ code: 'crossorigin', args: { value: 'use-credentials' } });
  });

  test('the other query stands before the fragment', () => {
    const { mends } = played('element-first', 'aws-s3');
    const { args } = mends.find(({ code }) => code === 'other-query') ?? {};
    expect(args).toEqual({ url: 'https://media.example.net/a.png?v=2&cors=1#top' });
  });
});

const inputs = fc.record({
  provider: fc.constantFrom(...providers),
  ruleSet: fc
    .tuple(
      fc.subarray(['*', APP, STUDIO, 'https://*.example.com', 'https://b.test']),
      fc.constantFrom(null, 0, 5, 600, 100_000),
      fc.constantFrom(['*'], ['content-type'], [])
    )
    .map(([origins, age, headers]) => rules(origins, age, headers)),
  request: fc.record({
    pageOrigin: fc.constantFrom(APP, 'null', 'http://localhost:3000', 'https://media.example.net'),
    method: fc.constantFrom('GET', 'PUT', 'HEAD', 'TRACE'),
    url: fc.constantFrom(GET.url, 'https://media.example.net/', 'nowhere'),
    headers: fc.constantFrom([], [['x-a', '1'] as const], [['authorization', 'x'] as const]),
    credentials: fc.constantFrom('omit' as const, 'same-origin' as const, 'include' as const),
    needs: fc.constant([])
  }),
  engine: fc.constantFrom<EngineId>('standard', 'chromium', 'firefox', 'webkit'),
  lifetime: fc.constantFrom(0, 1, 30, 3600),
  other: fc.constantFrom(null, STUDIO, 'https://b.test')
});

describe('whatever store, rules and call', () => {
  const READINGS = SCENARIOS.filter(({ id }) =>
    ['element-first', 'two-pages', 'cdn-first'].includes(id)
  );

  test('with Vary: Origin on every answer no reading breaks', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...READINGS), (input, scenario) => {
        const always = { ...scenario, mends: ['edge-vary' as const] };
        expect(playTimeline({ ...input, scenario: always }, ['edge-vary']).breaks).toBeNull();
      }),
      { numRuns: 500 }
    );
  });

  test('without a lifetime no reading breaks', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...READINGS), (input, scenario) => {
        expect(playTimeline({ ...input, scenario, lifetime: 0 }).breaks).toBeNull();
      }),
      { numRuns: 200 }
    );
  });

  test('every mend that is offered mends, and nothing else is offered', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...SCENARIOS), (input, scenario) => {
        const bare = playTimeline({ ...input, scenario });
        if (bare.breaks === null) expect(bare.mends).toEqual([]);
        for (const { code } of bare.mends) {
          expect(scenario.mends).toContain(code);
          expect([code, playTimeline({ ...input, scenario }, [code]).breaks]).toEqual([code, null]);
        }
      }),
      { numRuns: 300 }
    );
  });

  test('time never goes back, every moment has its source, and the break is one of them', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...SCENARIOS), (input, scenario) => {
        const { moments, breaks, ending } = playTimeline({ ...input, scenario });
        const times = moments.map(({ at }) => at);
        expect(times).toEqual([...times].sort((one, other) => one - other));
        for (const { code, source } of moments)
          expect([code, source === '']).toEqual([code, false]);
        expect(breaks === null || moments[breaks] !== undefined).toBe(true);
        expect(breaks === null).toBe(ending === 'works' || ending === 'refused');
      }),
      { numRuns: 300 }
    );
  });
});
