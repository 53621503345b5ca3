import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint();

/** The rules that a file of this text, at this path, would break. */
async function broken(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path });
  const isAside = (rule: string | null) => rule === null || rule.endsWith('no-unused-vars');
  return (result?.messages ?? [])
    .map(({ ruleId }) => ruleId)
    .filter((rule) => !isAside(rule)) as string[];
}

const ENGINE = 'src/engine/2-bucket/x.ts';

test.each([
  ["import { a } from './y.ts';", []],
  ["import { a } from '../model.ts';", []],
  ["import { parse } from 'yaml';", []],
  ['export const a = new URL("https://a.test"), b = new TextEncoder();', []],
  [
    'export const f = async (a: Map<string, Readonly<Set<number>>>): Promise<unknown> => [...a.keys()].at(-1);',
    []
  ],
  ["import { a } from '../../ui/y.ts';", ['boundaries/pure']],
  ["import type { A } from '../../words/index.ts';", ['boundaries/pure']],
  ["export * from '../../../tests/y.ts';", ['boundaries/pure']],
  ["export { a } from '../../engine2/y.ts';", ['boundaries/pure']],
  ["import 'node:fs';", ['boundaries/pure']],
  ["import { readFile } from 'fs';", ['boundaries/pure']],
  ["import { tick } from 'svelte';", ['boundaries/pure']],
  ["import { a } from '#engine';", ['boundaries/pure']],
  ["import { a } from '@codemirror/state';", ['boundaries/pure']],
  ["export const a = import('node:os');", ['boundaries/pure']],
  ['export const a = (name: string) => import(name);', ['boundaries/pure']],
  ["export type A = import('../../ui/y.ts').A;", ['boundaries/pure']],
  ["export const a = import.meta.glob('../../ui/*.ts');", ['boundaries/pure']],
  ['export const a = window;', ['no-undef']],
  ['export const a = document.title;', ['no-undef']],
  ['export const a = navigator.language;', ['no-undef']],
  ["export const a = localStorage.getItem('a');", ['no-undef']],
  ["export const a = fetch('/');", ['no-undef']],
  ['setTimeout(() => {}, 1);', ['no-undef']],
  ['console.log(1);', ['no-undef']],
  ['export const a = process.env;', ['no-undef']],
  ['export const a = (node: HTMLElement) => node;', ['no-undef']],
  ['export const a = performance.now();', ['no-undef']],
  ['export const a = new Date();', ['no-restricted-globals']],
  ['export const a = Date.now();', ['no-restricted-globals']],
  ['export const a = globalThis.Date;', ['no-restricted-globals']],
  ['export const a = Math.random();', ['no-restricted-properties']],
  ["export const a = new Function('return window');", ['no-new-func']],
  ['/* eslint-disable */ export const a = Date.now();', ['no-restricted-globals']]
])('in the engine: %s', async (code, rules) => {
  expect(await broken(ENGINE, code)).toEqual(rules);
});

test('the engine holds no Svelte', async () => {
  expect(await broken('src/engine/x.svelte', '<p>a</p>')).toEqual(['boundaries/pure']);
  expect(await broken('src/engine/x.svelte.ts', 'export {};')).toEqual(['boundaries/pure']);
});

test.each(['ui', 'cli', 'server', 'routes', 'words'])(
  'src/%s enters the engine by its door',
  async (room) => {
    const path = `src/${room}/x.ts`;
    expect(await broken(path, "import { a } from '#engine'; import { b } from './y.ts';")).toEqual(
      []
    );
    for (const source of [
      '#engine/model.ts',
      '../engine/model.ts',
      '../engine',
      '/src/engine/model.ts'
    ]) {
      expect(await broken(path, `import { a } from '${source}';`)).toEqual(['boundaries/door']);
    }
  }
);

test('the door holds for components, and for modules that are loaded later', async () => {
  const script = `<script lang="ts">import { a } from '../engine/model.ts';</script>{a}`;
  expect(await broken('src/ui/X.svelte', script)).toEqual(['boundaries/door']);
  expect(await broken('src/ui/x.svelte.ts', "import('#engine/model.ts');")).toEqual([
    'boundaries/door'
  ]);
  expect(await broken('src/hooks.ts', "import '#engine/model.ts';")).toEqual(['boundaries/door']);
});

test('test files may enter anywhere', async () => {
  expect(await broken('src/ui/x.test.ts', "import { a } from '../engine/model.ts';")).toEqual([]);
  expect(
    await broken('src/engine/x.test.ts', "import 'node:fs'; console.log(Date.now());")
  ).toEqual([]);
});
