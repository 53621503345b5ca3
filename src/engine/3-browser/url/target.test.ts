import { describe, expect, test } from 'vitest';
import { isMixedContent, readTarget } from './target.ts';

describe('readTarget', () => {
  test('keeps the query and drops the fragment', () => {
    expect(readTarget('https://B.example:443/a%20b?x=1&y=%2F#frag')).toEqual({
      origin: 'https://b.example',
      host: 'b.example',
      path: '/a%20b?x=1&y=%2F',
      hasCredentials: false,
      href: 'https://b.example/a%20b?x=1&y=%2F#frag'
    });
  });

  test.each(['', 'b.example/x', '/x', 'ftp://b.example/', 'data:,x', 'https://', 'foo:bar'])(
    '%j is no target',
    (text) => {
      expect(readTarget(text)).toBeNull();
    }
  );

  test('sees a user name', () => {
    expect(readTarget('https://me@b.example/')?.hasCredentials).toBe(true);
  });
});

describe('isMixedContent', () => {
  test.each([
    ['https://a.example', 'http://b.example/', true],
    ['https://a.example', 'https://b.example/', false],
    ['http://a.example', 'http://b.example/', false],
    ['null', 'http://b.example/', false],
    ['https://a.example', 'http://localhost:9000/', false],
    ['https://a.example', 'http://s3.localhost/', false],
    ['https://a.example', 'http://127.8.9.1/', false],
    ['https://a.example', 'http://[::1]/', false],
    ['https://a.example', 'http://127.evil.example/', true]
  ])('%s asking for %s: %s', (page, url, mixed) => {
    const target = readTarget(url);
    expect(target !== null && isMixedContent(page, target)).toBe(mixed);
  });

  test('an engine that does not trust the own machine blocks it', () => {
    const target = readTarget('http://localhost:9000/');
    expect(target !== null && isMixedContent('https://a.example', target, false)).toBe(true);
  });
});
