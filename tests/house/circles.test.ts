import { expect, test } from 'vitest';
import { roomOf } from '../../scripts/rooms.mjs';
import { circleIn } from './circles.ts';
import { importsIn, sourcesIn } from './imports.ts';

test.each<[string, [string, string[]][], string[] | null]>([
  ['nothing', [], null],
  [
    'a chain',
    [
      ['a', ['b']],
      ['b', ['c']],
      ['c', []]
    ],
    null
  ],
  [
    'two ways to one',
    [
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', []]
    ],
    null
  ],
  ['itself', [['a', ['a']]], ['a', 'a']],
  [
    'two',
    [
      ['a', ['b']],
      ['b', ['a']]
    ],
    ['a', 'b', 'a']
  ],
  [
    'three behind a chain',
    [
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['d']],
      ['d', ['b']]
    ],
    ['b', 'c', 'd', 'b']
  ]
])('a circle among: %s', (_name, edges, circle) => {
  expect(circleIn(new Map(edges))).toEqual(circle);
});

test('no files need each other, be it for a type alone', () => {
  const sources = sourcesIn('src', 'scripts');
  expect(sources.length).toBeGreaterThan(500);
  expect(circleIn(new Map(sources.map(({ file, files }) => [file, files])))).toBeNull();
});

test('no rooms need each other', () => {
  const needs = new Map<string, string[]>();
  const roomNamed = (file: string) => roomOf(file)?.path ?? file;
  for (const { file, files } of sourcesIn('src', 'scripts')) {
    const others = files.map(roomNamed).filter((room) => room !== roomNamed(file));
    needs.set(roomNamed(file), [...(needs.get(roomNamed(file)) ?? []), ...others]);
  }
  expect(circleIn(needs)).toBeNull();
});

test.each([
  ['x.ts', "import { a } from './a.ts';"],
  ['x.ts', "import type { A } from './a.ts';"],
  ['x.ts', "export * from './a.ts';"],
  ['x.ts', "export type { A } from './a.ts';"],
  ['x.ts', "const a = () => import('./a.ts');"],
  ['x.ts', "let a: import('./a.ts').A;"],
  ['x.svelte', "<script lang=\"ts\">import A from './a.ts';</script><p>import './b.ts'</p>"]
])('what is imported in %s: %s', (file, text) => {
  expect(importsIn(file, text)).toEqual(['./a.ts']);
});
