import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { providers } from '#engine';

const text = readFileSync('ARCHITECTURE.md', 'utf8');
const changes = text.slice(text.indexOf('## Where a change goes'));
const rows = changes.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));

/** What stands for a name in a path, and the names that it stands for. */
const NAMES: Record<string, readonly string[]> = {
  '<store>': providers.map(({ id }) => id),
  '<syntax>': ['json', 'yaml', 'hcl', 'xml']
};

/** The files and folders that a row names, by each name that its placeholder stands for. */
const placesIn = (row: string): string[] =>
  [...row.matchAll(/`([\w<>.-]+\/[\w<>./-]*)`/g)].flatMap(([, path = '']) => {
    const placeholder = Object.keys(NAMES).find((name) => path.includes(name));
    if (placeholder === undefined) return [path];
    return (NAMES[placeholder] ?? []).map((name) => path.replace(placeholder, name));
  });

const isThere = (path: string) => existsSync(path) || existsSync(`src/engine/${path}`);

test.each(rows)('%s', (row) => {
  const places = placesIn(row);
  expect(places).not.toEqual([]);
  expect(places.filter((path) => !isThere(path))).toEqual([]);
});

test('the table has its rows', () => {
  expect(rows.length).toBeGreaterThan(15);
});
