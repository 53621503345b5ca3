import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eitherPort, withoutDefaultPort } from './default-port.ts';
import { matchesPattern } from './pattern.ts';

test.each([
  ['http://a.test:80', 'http://a.test'],
  ['https://a.test:443', 'https://a.test'],
  ['http://a.test:443', 'http://a.test:443'],
  ['https://a.test:8443', 'https://a.test:8443'],
  ['ftp://a.test:80', 'ftp://a.test:80'],
  ['https://[::443]', 'https://[::443]'],
  ['a.test:80', 'a.test:80']
])('%s without a port that goes without saying is %s', (origin, short) => {
  expect(withoutDefaultPort(origin)).toBe(short);
});

test.each<[string, string, boolean]>([
  ['http://a.test', 'http://a.test:80', true],
  ['http://a.test:80', 'http://a.test', true],
  ['https://a.test:443', 'https://a.test:443', true],
  ['https://[::1]', 'https://[::1]:443', true],
  ['http://a.test', 'http://a.test:8080', false],
  ['http://a.test', 'https://a.test', false],
  ['http://a.test:8080', 'http://a.test', false],
  ['http://a.test:8080', 'http://a.test:8080:80', false],
  ['http://', 'http://:80', false],
  ['null', 'null', true],
  ['https://*.a.test', 'https://b.a.test', false]
])('an origin %s takes %s: %s', (written, sent, takes) => {
  expect(matchesPattern(eitherPort(written), sent)).toBe(takes);
});

test('every origin takes itself', () => {
  const piece = fc.constantFrom('http:', 'https:', '//', ':', '80', '443', '[::1]', 'a.test', '*');
  const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (one) => {
      expect(matchesPattern(eitherPort(one), one)).toBe(true);
    })
  );
});
