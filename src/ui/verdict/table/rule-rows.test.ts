import { describe, expect, it } from 'vitest';
import { judge, providerById, readRules, type PageRequest } from '#engine';
import { conditionsOf, ruleRows, type RuleRow } from './rule-rows.ts';

const call: PageRequest = {
  pageOrigin: 'https://app.example.com',
  method: 'PUT',
  url: 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/a',
  headers: [['x-a', '1']],
  credentials: 'omit',
  needs: []
};

interface RuleLists {
  origins: string[];
  methods?: string[];
  headers?: string[];
}

const textOf = (rules: RuleLists[]): string =>
  JSON.stringify({
    CORSRules: rules.map(({ origins, methods = ['PUT'], headers = ['*'] }) => ({
      AllowedOrigins: origins,
      AllowedMethods: methods,
      AllowedHeaders: headers
    }))
  });

function rowsOf(rules: RuleLists[], request: Partial<PageRequest> = {}): RuleRow[] {
  const text = textOf(rules);
  const read = readRules(text);
  const provider = providerById('tencent-cos');
  const { exchanges } = judge({ text, read, provider, request: { ...call, ...request } });
  return ruleRows(exchanges[0]!.trace, read.ruleSet.rules);
}

const cells = (rows: RuleRow[]) =>
  rows.map((row) =>
    row.cells.map(
      ({ lines }) => lines?.map(({ outcome, value, note }) => [outcome, value, note]) ?? 'not asked'
    )
  );

describe('a cell', () => {
  it.each<[string, RuleLists, unknown[]]>([
    [
      'what * stood for',
      { origins: ['https://*.example.com'] },
      [
        [['pass', 'https://*.example.com', '* stands for “app”']],
        [['pass', 'PUT', null]],
        [['pass', 'x-a', 'by *']]
      ]
    ],
    [
      'any origin',
      { origins: ['*'], headers: ['X-A'] },
      [[['pass', '*', 'any origin']], [['pass', 'PUT', null]], [['pass', 'x-a', null]]]
    ],
    [
      'what is listed instead',
      { origins: ['https://a.test', 'https://b.test'] },
      [
        [
          ['fail', 'https://a.test', null],
          ['fail', 'https://b.test', null]
        ],
        'not asked',
        'not asked'
      ]
    ],
    [
      'which methods are allowed instead',
      { origins: ['*'], methods: ['GET', 'HEAD'] },
      [[['pass', '*', 'any origin']], [['fail', 'PUT', 'allows GET, HEAD']], 'not asked']
    ],
    [
      'that no header is allowed',
      { origins: ['*'], headers: [] },
      [[['pass', '*', 'any origin']], [['pass', 'PUT', null]], [['fail', 'x-a', 'allows none']]]
    ],
    [
      'the first of many, and how many more',
      { origins: ['*'], headers: ['a', 'b', 'c', 'd', 'e', 'f'] },
      [
        [['pass', '*', 'any origin']],
        [['pass', 'PUT', null]],
        [['fail', 'x-a', 'allows a, b, c, d and 2 more']]
      ]
    ],
    [
      'that no origin is listed',
      { origins: [] },
      [[['fail', 'no origin listed', null]], 'not asked', 'not asked']
    ]
  ])('tells %s', (_, rule, told) => {
    expect(cells(rowsOf([rule]))).toEqual([told]);
  });

  it('tells the first of many origins, each at its place', () => {
    const origins = ['a', 'b', 'c', 'd', 'e'].map((name) => `https://${name}.test`);
    const lines = rowsOf([{ origins }])[0]!.cells[0]!.lines!;
    expect(lines.map(({ value, note }) => [value, note])).toEqual([
      ['https://a.test', null],
      ['https://b.test', null],
      ['https://c.test', null],
      ['https://d.test', 'and 1 more']
    ]);
    const text = textOf([{ origins }]);
    const places = lines.map(({ span }) => text.slice(span!.from, span!.to));
    expect(places).toEqual(origins.slice(0, 4));
  });
});

describe('a row', () => {
  it('is marked where its rule answers, and asks nothing of the rules below', () => {
    const rows = rowsOf([{ origins: ['https://a.test'] }, { origins: ['*'] }, { origins: ['*'] }]);
    expect(rows.map(({ part }) => part)).toEqual([null, 'answers', null]);
    expect(cells(rows)[2]).toEqual(['not asked', 'not asked', 'not asked']);
  });

  it('is marked where its rule comes closest', () => {
    const rows = rowsOf([{ origins: ['https://a.test'] }, { origins: ['*'], headers: [] }]);
    expect(rows.map(({ part }) => part)).toEqual([null, 'closest']);
  });

  it('has no cell for headers on an actual request', () => {
    const simple = rowsOf([{ origins: ['*'] }], { method: 'GET', headers: [] });
    expect(conditionsOf(simple)).toEqual(['origin', 'method']);
    expect(conditionsOf(rowsOf([{ origins: ['*'] }]))).toEqual(['origin', 'method', 'headers']);
    expect(conditionsOf([])).toEqual([]);
  });
});
