import { expect, test } from 'vitest';
import type { Header } from '#engine';
import { headerJson, headerRecord } from './headers.ts';

test.each<[name: string, headers: Header[], json: string]>([
  ['none', [], '{}'],
  [
    'names in lower case, in order',
    [
      ['Vary', 'Origin'],
      ['A', '1']
    ],
    '{"vary":"Origin","a":"1"}'
  ],
  [
    'a name given twice',
    [
      ['A', '1'],
      ['b', '2'],
      ['a', '3']
    ],
    '{"a":["1","3"],"b":"2"}'
  ],
  [
    'a name given three times',
    [
      ['a', '1'],
      ['a', '2'],
      ['a', '3']
    ],
    '{"a":["1","2","3"]}'
  ],
  [
    'a name that objects have',
    [
      ['__proto__', '1'],
      ['toString', '2']
    ],
    '{"__proto__":"1","tostring":"2"}'
  ]
])('%s', (_, headers, json) => {
  expect(JSON.stringify(headerRecord(headers))).toBe(json);
  expect(headerJson(headers)).toBe(json);
});
