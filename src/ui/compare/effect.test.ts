import { expect, test } from 'vitest';
import type { CallAnswer, ChangeCode } from '#engine/compare';
import { effectOf, rulesText } from './effect.ts';

test.each<[ChangeCode, string]>([
  ['blocked', 'blocked'],
  ['blocked-with-credentials', 'blocked'],
  ['allowed', 'allowed'],
  ['allowed-with-credentials', 'allowed'],
  ['allow-origin', 'otherwise'],
  ['exposed', 'otherwise'],
  ['max-age', 'otherwise']
])('%s is marked as %s', (code, effect) => {
  expect(effectOf(code)).toBe(effect);
});

const decision = (rule: number | null): CallAnswer['actual'] => ({
  rule,
  status: null,
  headers: [],
  error: null,
  evidence: 'traced'
});
const answer = (preflight: number | null | undefined, actual: number | null) => ({
  preflight: preflight === undefined ? null : decision(preflight),
  actual: decision(actual)
});

test.each([
  ['the preflight’s rule', answer(1, 0), answer(null, 0), 'Rule 2 → none'],
  ['the actual one’s without a preflight', answer(undefined, 0), answer(undefined, 2), 'Rule 1 → 3']
])('%s', (_, before, after, text) => {
  expect(rulesText({ before, after })).toBe(text);
});
