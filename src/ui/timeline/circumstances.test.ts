import { expect, test } from 'vitest';
import { FIRST, namedOrigin } from './circumstances.ts';

test.each<[typed: string | null, origin: string | null]>([
  [null, null],
  ['', null],
  ['https://studio.example.com/edit', 'https://studio.example.com'],
  ['localhost:3001', 'http://localhost:3001'],
  ['https://', null]
])('the other page %j', (other, origin) => {
  expect(namedOrigin({ ...FIRST, other })).toBe(origin);
});
