import { expect, test } from 'vitest';
import { serialiseOrigin } from './origin.ts';
import { parseUrl } from './parse-url.ts';

test.each([
  ['https://a.test/x', undefined, 'https://a.test/x'],
  ['/y', 'https://a.test/x', 'https://a.test/y'],
  ['/y', undefined, undefined],
  ['https://', undefined, undefined]
])('%s', (text, base, href) => {
  expect(parseUrl(text, base)?.href).toBe(href);
});

/** Long enough for an engine to compile what it runs; a parser that is then another one shows here. */
test('reads a name beyond ASCII the last time as the first', () => {
  let failed = 0;
  for (let turn = 0; turn < 60_000; turn++) {
    if (parseUrl('https://bücher.test') === null) failed++;
  }
  for (let turn = 0; turn < 60_000; turn++) {
    if (serialiseOrigin('https://bücher.test').origin === '') failed++;
  }
  expect(failed).toBe(0);
});
