import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, matchesPattern } from '../2-bucket/pattern.ts';
import { nearMiss } from './origin-miss.ts';

describe('nearMiss', () => {
  test.each([
    ['https://app.test/', 'https://app.test', 'origin-trailing-slash', 'https://app.test'],
    ['https://app.test//', 'https://app.test', 'origin-trailing-slash', 'https://app.test'],
    ['https://*.app.test/', 'https://a.app.test', 'origin-trailing-slash', 'https://*.app.test'],
    ['https://app.test/index.html', 'https://app.test', 'origin-path', 'https://app.test'],
    ['https://app.test/*', 'https://app.test', 'origin-path', 'https://app.test'],
    ['app.test', 'https://app.test', 'origin-scheme-missing', 'https://app.test'],
    ['app.test/', 'https://app.test', 'origin-scheme-missing', 'https://app.test'],
    ['//app.test', 'https://app.test', 'origin-scheme-missing', 'https://app.test'],
    ['*.app.test', 'https://a.app.test', 'origin-scheme-missing', 'https://*.app.test'],
    ['localhost:3000', 'http://localhost:3000', 'origin-scheme-missing', 'http://localhost:3000'],
    ['http://app.test', 'https://app.test', 'origin-scheme-differs', 'https://app.test'],
    ['http://*.app.test', 'https://a.app.test', 'origin-scheme-differs', 'https://*.app.test'],
    ['https://app.test:443', 'https://app.test', 'origin-port-differs', 'https://app.test'],
    ['http://localhost', 'http://localhost:3000', 'origin-port-differs', 'http://localhost:3000'],
    ['http://[::1]:80', 'http://[::1]', 'origin-port-differs', 'http://[::1]'],
    ['https://App.test', 'https://app.test', 'origin-case', 'https://app.test'],
    [' https://app.test', 'https://app.test', 'origin-whitespace', 'https://app.test'],
    ['https://app.test\n', 'https://app.test', 'origin-whitespace', 'https://app.test'],
    ['https://*.app.test', 'https://app.test', 'origin-bare-domain', 'https://app.test'],
    ['https://*.app.*', 'https://a.app.test', 'origin-two-wildcards', 'https://a.app.test'],
    ['*://*.app.test', 'https://a.app.test', 'origin-two-wildcards', 'https://a.app.test']
  ])('%j against %s: %s', (written, origin, code, mended) => {
    expect(nearMiss(written, origin)).toEqual({
      cause: { code, args: { origin, written } },
      mended
    });
  });

  test.each([
    ['https://other.test', 'https://app.test'],
    ['', 'https://app.test'],
    ['null', 'https://app.test'],
    ['https://app.test', 'null'],
    ['https://*.other.*', 'https://app.test']
  ])('%j is simply another origin than %s', (written, origin) => {
    expect(nearMiss(written, origin)).toBeNull();
  });

  test('whatever it proposes takes the origin', () => {
    const origin = fc.constantFrom(
      'https://app.test',
      'http://localhost:3000',
      'https://a.app.test:8443'
    );
    const piece = fc.constantFrom(
      'https',
      'http',
      '://',
      'app.test',
      '*',
      '.',
      '/',
      ':443',
      ':3000',
      'A',
      ' '
    );
    const text = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, origin, (written, asked) => {
        const miss = nearMiss(written, asked);
        if (miss !== null) {
          expect(matchesPattern(compilePattern(miss.mended), asked)).toBe(true);
        }
      }),
      { numRuns: 5000 }
    );
  });
});
