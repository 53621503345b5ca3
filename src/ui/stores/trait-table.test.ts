import { expect, test } from 'vitest';
import { providers } from '#engine';
import { TRAIT_CODES } from '#engine/compare';
import { traitTable } from './trait-table.ts';

const rows = traitTable().flatMap((group) => group.rows);

test('every question stands once', () => {
  expect(rows.map(({ code }) => code).sort()).toEqual([...TRAIT_CODES].sort());
});

test.each(rows)('every store answers $code once, and no answer stands twice', ({ answers }) => {
  const stores = answers.flatMap((answer) => answer.stores.map(({ id }) => id));
  expect(stores.sort()).toEqual(providers.map(({ id }) => id).sort());
  const told = answers.map(({ answer: { code, args } }) =>
    JSON.stringify([code, { ...args, message: '' }])
  );
  expect(new Set(told).size).toBe(told.length);
});
