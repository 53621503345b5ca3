import { expect, test } from 'vitest';
import { closestName } from './closest-name.ts';

const KNOWN = [
  'ID',
  'AllowedOrigin',
  'AllowedMethod',
  'AllowedHeader',
  'ExposeHeader',
  'MaxAgeSeconds'
];

const rows: [string, string | null][] = [
  ['AllowedOrigins', 'AllowedOrigin'],
  ['allowedorigin', 'AllowedOrigin'],
  ['AllowOrigin', 'AllowedOrigin'],
  ['AlowedHeadr', 'AllowedHeader'],
  ['ExposedHeaders', 'ExposeHeader'],
  ['MaxAgeInSeconds', 'MaxAgeSeconds'],
  ['MaxAge', 'MaxAgeSeconds'],
  ['MaxAgeSecondsOfRule', 'MaxAgeSeconds'],
  ['Id', 'ID'],
  ['X', null],
  ['Allowed', null],
  ['Origin', null],
  ['', null],
  ['AllowedOrigin'.repeat(1000), null]
];

test.each(rows)('%s', (name, meant) => {
  expect(closestName(name, KNOWN)).toBe(meant);
});
