import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { providers } from '#engine';
import { SHELL_IDS } from '#engine/save';
import { sourcesIn } from './imports.ts';

const FOLDER = 'src/engine/providers';
/** Folders beside the stores' own. */
const SHARED = ['families', 'shared', 'ways'];
/** The stores that recordings of the real server hold, `<id>.jsonl` in tests/servers: no pages are needed beside them. */
const RECORDED = [
  'azurite',
  'ceph-rgw',
  'ceph-rgw-swift',
  'localstack',
  'openstack-swift',
  's3rver',
  'scality-cloudserver'
];

const ids: string[] = providers.map(({ id }) => id);

test('each folder is that of a store', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory()
  );
  expect(folders.map(({ name }) => name).sort()).toEqual([...ids, ...SHARED].sort());
});

describe.each(ids)('%s', (id) => {
  test.each(['index.ts', 'saving.ts', 'form.ts', 'commands.ts'])('has its %s', (file) => {
    expect(existsSync(`${FOLDER}/${id}/${file}`)).toBe(true);
  });

  test.each(SHELL_IDS)('has its guide to saving printed for %s', (shell) => {
    expect(existsSync(`${FOLDER}/${id}/guide.${shell}.txt`)).toBe(true);
  });

  test('is held to what its server was seen to answer, or to what its pages say', () => {
    const files = RECORDED.includes(id)
      ? [`tests/servers/${id}.jsonl`]
      : ['documented.test.ts', 'recorded.test.ts'].map((file) => `${FOLDER}/${id}/${file}`);
    expect(files.filter(existsSync)).toHaveLength(1);
  });

  test('is entered by its index, and by its commands', () => {
    const inside = `${FOLDER}/${id}/`;
    const entered = sourcesIn('src')
      .filter(({ file }) => !file.startsWith(inside))
      .flatMap(({ files }) => files.filter((file) => file.startsWith(inside)));
    expect([...new Set(entered)].sort()).toEqual([`${inside}commands.ts`, `${inside}index.ts`]);
  });
});
