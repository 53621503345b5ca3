import { expect, test } from 'vitest';
import type { Header, WireResponse } from '../../model.ts';
import { STANDARD } from '../standard-rules.ts';
import { locationOf } from './location.ts';

const answer = (status: number): WireResponse => ({ status, headers: [], body: '' });

test.each([
  [301, '/x', '/x'],
  [308, '/x', '/x'],
  [300, '/x', null],
  [304, '/x', null],
  [200, '/x', null]
])('%d to %s: %s', (status, value, location) => {
  const headers: Header[] = [['location', value]];
  expect(locationOf({ ...answer(status), headers }, STANDARD)).toBe(location);
});

test('without a Location there is nowhere to go', () => {
  expect(locationOf(answer(302), STANDARD)).toBeNull();
});
