import { expect, test } from 'vitest';
import type { Header } from '../model.ts';
import { joinLines, lastLine } from './header-lines.ts';

test.each<[Header[], string | null, string | null]>([
  [[], null, null],
  [[['Origin', ' a\t']], 'a', 'a'],
  [[['origin', '']], '', ''],
  [
    [
      ['Origin', 'a'],
      ['Host', 'b'],
      ['ORIGIN', ' c']
    ],
    'c',
    'a,c'
  ]
])('%j', (headers, last, joined) => {
  expect([lastLine(headers, 'origin'), joinLines(headers, 'origin')]).toEqual([last, joined]);
});
