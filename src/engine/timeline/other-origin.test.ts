import { expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import { otherOrigin } from './other-origin.ts';
import { siteOf } from './site.ts';

const APP = 'https://app.example.com';
const rules = (...origins: string[]) =>
  readRules(JSON.stringify([{ AllowedOrigins: origins, AllowedMethods: ['GET'] }])).ruleSet;

test.each<[name: string, listed: string[], page: string, other: string]>([
  ['one that is listed', [APP, 'https://b.test'], APP, 'https://b.test'],
  [
    'one of the same site before one of another',
    ['https://b.test', 'https://x.example.com'],
    APP,
    'https://x.example.com'
  ],
  ['one that a wildcard takes', ['https://*.example.com'], APP, 'https://other.example.com'],
  ['a sister where all are allowed', ['*'], APP, 'https://other.example.com'],
  ['a sister of a bare domain', ['*'], 'https://example.com', 'https://other.example.com'],
  ['never the page itself', ['*'], 'https://other.example.com', 'https://another.example.com'],
  ['another port of this machine', [], 'http://localhost:3000', 'http://localhost:3001'],
  ['another port of an address', [], 'http://192.168.0.7', 'http://192.168.0.7:8080'],
  ['a port above the last', [], 'http://localhost:65535', 'http://localhost:8080'],
  ['entries that are no origin', ['', 'null', 'a b'], APP, 'https://other.example.com'],
  ['an opaque page', [], 'null', 'https://other.example.com']
])('%s', (_, listed, page, other) => {
  expect(otherOrigin(rules(...listed), page)).toBe(other);
});

test.each<[origin: string, site: string]>([
  [APP, 'https://example.com'],
  ['https://a.b.example.com:8443', 'https://example.com'],
  ['http://example.com', 'http://example.com'],
  ['http://localhost:3000', 'http://localhost'],
  ['http://192.168.0.7:9000', 'http://192.168.0.7'],
  ['http://[::1]:9000', 'http://[::1]'],
  ['null', 'null']
])('the site of %s', (origin, site) => {
  expect(siteOf(origin)).toBe(site);
});
