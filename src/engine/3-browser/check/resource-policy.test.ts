import { expect, test } from 'vitest';
import { STANDARD } from '../standard-rules.ts';
import { refusingPolicy } from './resource-policy.ts';

const API = 'https://api.example.com';

test.each<[string, string, string | null]>([
  ['same-origin', API, null],
  ['same-origin', 'https://app.example.com', 'same-origin'],
  ['same-site', 'https://app.example.com', null],
  ['same-site', 'http://app.example.com', 'same-site'],
  ['same-site', 'https://app.example.net', 'same-site'],
  ['same-site', 'null', 'same-site'],
  ['cross-origin', 'null', null],
  ['Same-Site', 'https://app.example.net', null],
  ['', 'https://app.example.net', null]
])('%j for %s: refused by %s', (policy, page, refused) => {
  const headers = [['Cross-Origin-Resource-Policy', policy]] as const;
  expect(refusingPolicy({ status: 200, headers, body: '' }, page, API, STANDARD)).toBe(refused);
});
