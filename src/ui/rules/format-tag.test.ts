import { expect, it } from 'vitest';
import { readRules } from '#engine';
import { tagOf } from './format-tag.ts';

const rule =
  '<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>';
const xml = (rules: string) => `<CORSConfiguration>${rules}</CORSConfiguration>`;

it.each([
  ['', 'Empty: a bucket without rules'],
  [' \n\t', 'Empty: a bucket without rules'],
  [xml(''), 'XML · 0 rules'],
  [xml(rule), 'XML · 1 rule'],
  [xml(rule.repeat(3)), 'XML · 3 rules'],
  ['{"CORSRules": []}', 'JSON · 0 rules'],
  [xml(rule).slice(0, 30), 'XML · not readable yet'],
  ['hello', 'Unknown format']
])('tells what %j is', (text, tag) => {
  expect(tagOf(text, readRules(text))).toBe(tag);
});
