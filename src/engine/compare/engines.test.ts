import { describe, expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import { judge } from '../4-explain/judge.ts';
import type { PageRequest } from '../model.ts';
import { providerById, type ProviderId } from '../providers/providers.ts';
import { compareEngines, type EngineFacet } from './engines.ts';

const APP = 'https://app.example.com';
const rules = (headers: string, more = '') => `<CORSConfiguration><CORSRule>
  <AllowedOrigin>*</AllowedOrigin><AllowedMethod>PUT</AllowedMethod>
  <AllowedMethod>GET</AllowedMethod>${headers}${more}
</CORSRule></CORSConfiguration>`;
const OPEN = rules('<AllowedHeader>*</AllowedHeader>');

function input(text: string, change: Partial<PageRequest> = {}, store: ProviderId = 'aws-s3') {
  const request: PageRequest = {
    pageOrigin: APP,
    method: 'PUT',
    url: 'https://media.s3.eu-west-1.amazonaws.com/photo.png',
    headers: [],
    credentials: 'omit',
    needs: [],
    ...change
  };
  return { text, read: readRules(text), provider: providerById(store), request };
}

describe('the browsers side by side', () => {
  test('come before the standard, each with the verdict that choosing it gives', () => {
    const called = input(OPEN, { headers: [['save-data', 'on']] });
    const { columns } = compareEngines(called);
    expect(columns.map(({ engine }) => engine.id)).toEqual([
      'chromium',
      'firefox',
      'webkit',
      'standard'
    ]);
    for (const { engine, verdict } of columns)
      expect(verdict).toEqual(judge({ ...called, engine: engine.id }));
  });

  test.each<[string, ReturnType<typeof input>, EngineFacet[], EngineFacet[]]>([
    ['a plain call', input(OPEN, { method: 'GET' }), [], []],
    ['an upload', input(OPEN), [], []],
    [
      'a refused preflight: each checks the refusal in its own order',
      input(OPEN, { method: 'DELETE' }),
      ['check'],
      []
    ],
    [
      'a client hint that only Chromium safelists',
      input(rules(''), { method: 'GET', headers: [['Save-Data', 'on']] }),
      ['outcome', 'cause', 'asks', 'check', 'readable'],
      []
    ],
    ['a long max age', input(rules('', '<MaxAgeSeconds>86400</MaxAgeSeconds>')), ['keeps'], []],
    [
      'an address of the own machine',
      input(OPEN, { url: 'http://127.0.0.1:9000/b/k' }, 'minio'),
      ['outcome', 'cause', 'asks', 'check', 'readable', 'keeps'],
      []
    ]
  ])('%s', (_, called, differing, besideStandard) => {
    expect(compareEngines(called)).toMatchObject({ differing, besideStandard });
  });

  test('may all leave the standard together', () => {
    const star = '{"cors":[{"origin":["*"],"method":["PUT"],"responseHeader":["*"]}]}';
    const url = 'https://storage.googleapis.com/bucket/key';
    const called = input(star, { url, headers: [['authorization', 'x']] }, 'google-cloud-storage');
    const { columns, differing, besideStandard } = compareEngines(called);
    expect(differing).toEqual(['keeps']);
    expect(besideStandard).toEqual(['outcome', 'cause', 'check', 'readable']);
    expect(columns.map(({ facets }) => facets.check?.code ?? null)).toEqual([
      ...[null, null, null, 'header-not-allowed']
    ]);
    const args = columns.map(({ departures }) => departures[0]?.args);
    expect(args).toEqual([
      { engine: 'chromium', by: 'starCoversAuthorization' },
      { engine: 'firefox', by: 'starCoversAuthorization' },
      { engine: 'webkit', by: 'starCoversAuthorization' },
      undefined
    ]);
  });
});
