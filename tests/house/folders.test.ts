import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from './imports.ts';

/** Files that may lie side by side in a folder; more are no longer seen at a glance. */
const LIMIT = 25;
/** Folders of like files, one per thing, in which a person looks for the thing's name. */
const ALIKE = ['src/engine/lint/checks', 'tests/e2e'];

const counts = new Map<string, number>();
for (const file of ['src', 'scripts', 'tests', 'messages'].flatMap(filesIn)) {
  counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
}
const large = [...counts].filter(([, count]) => count > LIMIT).map(([folder]) => folder);

test('no folder holds more unlike files than are seen at a glance', () => {
  expect(large.filter((folder) => !ALIKE.includes(folder))).toEqual([]);
});

test('the folders of like files are those that need to be named', () => {
  expect(ALIKE.filter((folder) => !large.includes(folder))).toEqual([]);
});
