import { expect, test } from 'vitest';
import { matches } from '../scripts/install.mjs';

const a = { version: '1.0.0', integrity: 'sha512-a' };
const lock = (packages: Parameters<typeof matches>[0]['packages']) => ({ packages });

test.each([
  ['the same', { '': {}, a }, { a }, true],
  ['nothing installed', { '': {}, a }, {}, false],
  ['another version', { a }, { a: { ...a, version: '1.0.1' } }, false],
  ['another content', { a }, { a: { ...a, integrity: 'sha512-b' } }, false],
  ['an optional one left out', { a, b: { ...a, optional: true } }, { a }, true],
  [
    'an optional one of another version',
    { a: { ...a, optional: true } },
    { a: { version: '2.0.0' } },
    false
  ]
])('%s', (_, wanted, installed, expected) => {
  expect(matches(lock(wanted), lock(installed))).toBe(expected);
});
