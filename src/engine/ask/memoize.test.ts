import { expect, test, vi } from 'vitest';
import { memoize } from './memoize.ts';

test('asks once for the same arguments, and anew for others', () => {
  const ask = vi.fn((own: { origins: string[] }, method?: string) => [own.origins.length, method]);
  const known = memoize(ask);
  expect(known({ origins: ['a'] })).toBe(known({ origins: ['a'] }));
  expect(known({ origins: ['a'] }, 'GET')).toEqual([1, 'GET']);
  expect(known({ origins: ['a,b'] })).not.toBe(known({ origins: ['a', 'b'] }));
  expect(ask).toHaveBeenCalledTimes(4);
});

test('holds no more answers than its limit', () => {
  const ask = vi.fn((name: string) => ({ name }));
  const known = memoize(ask, 2);
  for (const name of ['a', 'b', 'c', 'a']) expect(known(name)).toEqual({ name });
  expect(ask).toHaveBeenCalledTimes(4);
});
