import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, compilePatterns, matchesPattern, starOf } from './pattern.ts';

describe('matchesPattern', () => {
  test.each([
    ['*', 'https://a.test', true],
    ['*', '', true],
    ['https://a.test', 'https://a.test', true],
    ['https://a.test', 'https://a.test/', false],
    ['https://a.test', 'https://A.test', false],
    ['https://*.a.test', 'https://b.a.test', true],
    ['https://*.a.test', 'https://c.b.a.test', true],
    ['https://*.a.test', 'https://a.test', false],
    ['https://*a.test', 'https://a.test', true],
    ['https://*a.test', 'https://evila.test', true],
    ['http*://a.test', 'http://a.test', true],
    ['http*://a.test', 'https://a.test', true],
    ['http://a.test:*', 'http://a.test:3000', true],
    ['http://a.test:*', 'http://a.test', false],
    // The two halves of a pattern do not share a character.
    ['ab*ba', 'aba', false],
    ['ab*ba', 'abba', true],
    // Two wildcards cannot be saved, so they take nothing.
    ['https://*.a.*', 'https://b.a.test', false],
    ['**', 'https://a.test', false],
    // Nothing but the asterisk is special.
    ['https://a.tes?', 'https://a.test', false],
    ['https://a.test', 'https://aXtest', false]
  ])('%s takes %s: %s', (written, text, taken) => {
    expect(matchesPattern(compilePattern(written), text)).toBe(taken);
  });

  test('a glob takes what it is made of, and tells what its star stood for', () => {
    const plain = fc.string().map((text) => text.replaceAll('*', ''));
    fc.assert(
      fc.property(plain, fc.string(), plain, (prefix, middle, suffix) => {
        const pattern = compilePattern(`${prefix}*${suffix}`);
        const text = prefix + middle + suffix;
        expect(matchesPattern(pattern, text)).toBe(true);
        if (pattern.kind === 'glob') expect(starOf(pattern, text)).toBe(middle);
        else expect(prefix + suffix).toBe('');
      })
    );
  });

  test('a literal takes itself and nothing else', () => {
    const plain = fc.string({ minLength: 1 }).filter((text) => !text.includes('*'));
    fc.assert(
      fc.property(plain, fc.string(), (written, text) => {
        expect(matchesPattern(compilePattern(written), text)).toBe(written === text);
      })
    );
  });

  test('ten times the text takes no more than a hundred times as long', () => {
    const time = (length: number): number => {
      const pattern = compilePattern(`${'a'.repeat(length)}*${'a'.repeat(length)}b`);
      const text = 'a'.repeat(length * 3);
      const start = performance.now();
      for (let run = 0; run < 200; run++) matchesPattern(pattern, text);
      return performance.now() - start;
    };
    time(10_000);
    expect(time(100_000)).toBeLessThan(100 * time(10_000) + 50);
  });
});

describe('what a store lets a wildcard stand for', () => {
  test.each([
    ['ab*ba', 'aba', 'overlap', true],
    ['ab*ba', 'abba', 'overlap', true],
    ['ab*ba', 'ab', 'overlap', false],
    ['ab*ba', 'abba', 'one-or-more', false],
    ['ab*ba', 'abxba', 'one-or-more', true],
    ['*a', 'a', 'one-or-more', false],
    ['*', '', 'one-or-more', true],
    ['**', '', 'overlap', false]
  ] as const)('one: %s takes %s where it is %s: %s', (written, text, reach, taken) => {
    expect(matchesPattern(compilePattern(written, reach), text)).toBe(taken);
  });

  test.each([
    ['*://*.a.*', 'https://b.a.test', 'any-run', true],
    ['*://*.a.*', '://.a.', 'any-run', true],
    ['*://*.a.*', '://.a.', 'one-or-more', false],
    ['a*b*c', 'abc', 'any-run', true],
    ['a*b*c', 'axbyc', 'one-or-more', true],
    ['a*b*c', 'axbc', 'one-or-more', false],
    ['a*bc*bc', 'abcbc', 'any-run', true],
    ['a*bc*bc', 'abc', 'any-run', false],
    ['**', 'x', 'one-or-more', false],
    ['**', 'xy', 'one-or-more', true],
    ['a*', 'a', 'any-run', true],
    ['*', '', 'one-or-more', true]
  ] as const)('several: %s takes %s where each is %s: %s', (written, text, reach, taken) => {
    expect(matchesPattern(compilePatterns(written, reach), text)).toBe(taken);
  });

  const letters = (alphabet: string, maxLength: number) =>
    fc.array(fc.constantFrom(...alphabet), { maxLength }).map((all) => all.join(''));

  test.each([
    ['any-run', '.*'],
    ['one-or-more', '.+']
  ] as const)('several take what the regular expression takes: %s', (reach, each) => {
    fc.assert(
      fc.property(letters('ab*', 8), letters('ab', 10), (written, text) => {
        fc.pre(written !== '*');
        const expected = new RegExp(`^${written.replaceAll('*', each)}$`).test(text);
        expect(matchesPattern(compilePatterns(written, reach), text)).toBe(expected);
      }),
      { numRuns: 2000 }
    );
  });

  test('what stood in place of all of them', () => {
    const pattern = compilePatterns('http://*.a.*', 'any-run');
    expect(pattern.kind === 'globs' && starOf(pattern, 'http://b.a.test')).toBe('b.a.test');
  });
});
