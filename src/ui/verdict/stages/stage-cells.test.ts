import { expect, test } from 'vitest';
import { judge, providerById, readRules, type PageRequest } from '#engine';
import { examples } from '../../examples/list.ts';
import { stageCells, type StageCell } from './stage-cells.ts';

const [{ draft }] = examples;

function cellsOf(part: Partial<PageRequest>, rules = draft.rules): StageCell[] {
  const request = { ...draft.request, ...part };
  const read = readRules(rules);
  const { provider, engine } = draft;
  const verdict = judge({ text: rules, read, provider: providerById(provider), engine, request });
  return stageCells({ text: rules, read, provider, engine, request, verdict });
}

test.each<[string, Partial<PageRequest>, string[]]>([
  [
    'a blocked preflight',
    {},
    [
      'pass Browser: preflight needed: PUT',
      'pass OPTIONS sent: asks for 2 headers',
      'fail Bucket rules: 0 of 3 match',
      'skip Browser check: not reached',
      'skip PUT, then script: not reached'
    ]
  ],
  [
    'an allowed call',
    { method: 'put', headers: [], needs: [] },
    [
      'pass Browser: preflight needed: PUT',
      'pass OPTIONS sent: asks for the method',
      'pass Bucket rules: rule 2 answers',
      'pass Browser check: accepts the answer',
      'pass PUT, then script: reads 1 header'
    ]
  ],
  [
    'an unreadable header',
    { headers: [['content-type', 'image/png']], needs: ['ETag'] },
    [
      'pass Browser: preflight needed: PUT',
      'pass OPTIONS sent: asks for 1 header',
      'pass Bucket rules: rule 2 answers',
      'pass Browser check: accepts the answer',
      'warn PUT, then script: ETag not readable'
    ]
  ],
  [
    'a simple request',
    { method: 'GET', headers: [], needs: ['Content-Length'] },
    [
      'pass Browser: no preflight needed',
      'none OPTIONS sent: not needed',
      'pass Bucket rules: rule 1 answers',
      'none Browser check: not needed',
      'pass GET, then script: reads Content-Length'
    ]
  ],
  [
    'a blocked simple request',
    { pageOrigin: 'https://a.test', method: 'POST', headers: [] },
    [
      'pass Browser: no preflight needed',
      'none OPTIONS sent: not needed',
      'warn Bucket rules: 0 of 3 match',
      'none Browser check: not needed',
      'fail POST, then script: carried out, answer withheld'
    ]
  ],
  [
    'a header that forces the preflight',
    { method: 'GET', headers: [['x-a', '1']] },
    [
      'pass Browser: preflight needed: x-a',
      'pass OPTIONS sent: asks for 1 header',
      'fail Bucket rules: 0 of 3 match',
      'skip Browser check: not reached',
      'skip GET, then script: not reached'
    ]
  ],
  [
    'a call that the browser refuses',
    { method: 'track' },
    [
      'fail Browser: sends nothing',
      'skip OPTIONS sent: not reached',
      'skip Bucket rules: not reached',
      'skip Browser check: not reached',
      'skip track, then script: not reached'
    ]
  ],
  [
    'the own origin',
    { pageOrigin: new URL(draft.request.url).origin, needs: ['ETag'] },
    [
      'pass Browser: same origin',
      'none OPTIONS sent: not needed',
      'none Bucket rules: not needed',
      'none Browser check: not needed',
      'pass PUT, then script: reads ETag'
    ]
  ]
])('%s', (_, part, told) => {
  const cells = cellsOf(part);
  expect(cells.map(({ state, title, answer }) => `${state} ${title}: ${answer}`)).toEqual(told);
});

test('a bucket without rules has none to ask', () => {
  expect(cellsOf({}, '')[2]).toMatchObject({ state: 'fail', answer: 'no rule to ask' });
});

test('a browser that refuses the answer decides', () => {
  const rules = '[{"AllowedOrigins":["*"],"AllowedMethods":["PUT"],"AllowedHeaders":["*"]}]';
  const cells = cellsOf({ credentials: 'include' }, rules);
  expect(cells[3]).toMatchObject({ state: 'fail', answer: 'refuses the answer', decides: true });
  expect(cells.filter(({ decides }) => decides)).toHaveLength(1);
});

test('the steps of the bucket stand under their rules', () => {
  const bucket = cellsOf({})[2]!;
  expect(bucket.groups.map(({ title }) => title)).toEqual([null, 'Rule 1', 'Rule 2', 'Rule 3']);
  const allowed = cellsOf({ headers: [] })[2]!;
  expect(allowed.groups.map(({ title }) => title)).toEqual([
    null,
    'Rule 1',
    'Rule 2',
    'The answer'
  ]);
});
