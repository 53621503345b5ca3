import { expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import { plainRule } from '../1-read/plain.ts';
import type { StoredRule } from '../providers/provider.ts';
import { savingChanges } from './saving-change.ts';

const { ruleSet } = readRules(
  JSON.stringify([
    { ID: 'one', AllowedOrigins: ['https://b.test', 'https://a.test'], AllowedMethods: ['GET'] },
    { AllowedOrigins: ['*'], AllowedMethods: ['PUT', 'GET'], AllowedHeaders: ['X-A', 'x-a'] }
  ])
);
const WRITTEN: StoredRule[] = ruleSet.rules.map(plainRule);

const keeping = (rule: number, part: Partial<StoredRule>): StoredRule[] =>
  WRITTEN.map((stored, index) => (index === rule ? { ...stored, ...part } : stored));

test('what is kept as written is no change', () => {
  expect(savingChanges(ruleSet, WRITTEN)).toEqual([]);
});

test.each([
  [1, { allowedMethods: ['GET', 'PUT'] }, 'allowedMethods', 'order'],
  [1, { allowedMethods: ['GET', 'PUT', 'PUT'] }, 'allowedMethods', 'repeats'],
  [1, { allowedHeaders: ['x-a'] }, 'allowedHeaders', 'case'],
  [0, { allowedOrigins: ['https://b.test'] }, 'allowedOrigins', 'values'],
  [0, { exposeHeaders: ['ETag'] }, 'exposeHeaders', 'values']
])('in rule %i, %o', (rule, part, field, change) => {
  const [kept] = Object.values(part);
  expect(savingChanges(ruleSet, keeping(rule, part))).toEqual([
    { code: 'list', args: { rule, field, change, kept } }
  ]);
});

test('a value that the store gives itself', () => {
  expect(savingChanges(ruleSet, keeping(1, { id: 'cors-2', maxAgeSeconds: '0' }))).toEqual([
    { code: 'value', args: { rule: 1, field: 'id', written: null, kept: 'cors-2' } },
    { code: 'value', args: { rule: 1, field: 'maxAgeSeconds', written: null, kept: '0' } }
  ]);
});

test('fewer rules are told alone', () => {
  expect(savingChanges(ruleSet, keeping(0, { id: null }).slice(0, 1))).toEqual([
    { code: 'rules-count', args: { written: 2, kept: 1 } }
  ]);
});
