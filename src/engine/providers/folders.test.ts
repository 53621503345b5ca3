import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { storeToSaveTo } from './commands.ts';
import { providers } from './providers.ts';

/** What every store has: how it decides, what it takes, what its page asks, how it is saved to. */
const FILES = ['commands.ts', 'form.ts', 'index.ts', 'saving.ts'];
/** What no store is. */
const SHARED = ['families', 'shared', 'ways'];

test.each(providers.map(({ id }) => id))('%s has the files of every store', (id) => {
  const files = readdirSync(new URL(`./${id}`, import.meta.url));
  expect(files).toEqual(expect.arrayContaining(FILES));
  expect(storeToSaveTo(id).id).toBe(id);
});

test('a folder is a store of the list, or shared by several', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual([...providers.map(({ id }) => id), ...SHARED].sort());
});
