import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { architecture } from '../../scripts/docs-rooms.mjs';
import { covers, MODEL, roomOf, ROOMS, roomsNamed } from '../../scripts/rooms.mjs';
import { filesIn, sourcesIn } from './imports.ts';

const FILES = ['src', 'scripts', 'tests', 'messages'].flatMap(filesIn).concat('package.json');
const sources = sourcesIn('src', 'scripts');
const importsOf = (path: string) => sources.filter(({ file }) => roomOf(file)?.path === path);

test('every file has a room', () => {
  expect(FILES.filter((file) => roomOf(file) === null)).toEqual([]);
});

describe.each(ROOMS.map((room, index) => ({ ...room, index })))('$path', (room) => {
  const { path, may, packages = [], index } = room;

  test('has files', () => {
    const isInIt = (file: string) => roomOf(file)?.path === path;
    expect(path.startsWith('src/paraglide/') || FILES.some(isInIt)).toBe(true);
  });

  test('may import rooms above it alone, so that no rooms need each other', () => {
    const named = may.filter((entry) => entry !== '#engine' && entry !== '**').map(roomsNamed);
    expect(named.filter((rooms) => rooms.length === 0)).toEqual([]);
    expect(named.flat().filter((other) => ROOMS.indexOf(other) >= index)).toEqual([]);
  });

  test('may import nothing that it does not', () => {
    const files = importsOf(path).flatMap((source) => source.files.map((file) => roomOf(file)));
    const used = importsOf(path).flatMap((source) => source.packages);
    const isUsed = (entry: string) =>
      entry === '#engine'
        ? files.some((other) => other?.path.startsWith('src/engine/'))
        : files.some((other) => other && roomsNamed(entry).includes(other));
    expect(may.filter((entry) => ![MODEL, '**'].includes(entry) && !isUsed(entry))).toEqual([]);
    expect(packages.filter((name) => !used.some((source) => covers(name, source)))).toEqual([]);
  });
});

test('ARCHITECTURE.md shows these rooms; `npm run docs:rooms` writes them there', async () => {
  const text = readFileSync('ARCHITECTURE.md', 'utf8');
  expect(await architecture(text)).toBe(text);
});
