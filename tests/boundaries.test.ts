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
  ["import { parse } from 'yaml';", ['boundaries/rooms']],
  ['export const a = new URL("https://a.test"), b = new TextEncoder();', []],
  [
    'export const f = async (a: Map<string, Readonly<Set<number>>>): Promise<unknown> => [...a.keys()].at(-1);',
    []
  ],
  ["import { a } from '../../ui/y.ts';", ['boundaries/rooms']],
  ["import type { A } from '../../words/index.ts';", ['boundaries/rooms']],
  ["export * from '../../../tests/y.ts';", ['boundaries/rooms']],
  ["export { a } from '../../engine2/y.ts';", ['boundaries/rooms']],
  ["import 'node:fs';", ['boundaries/rooms']],
  ["import { readFile } from 'fs';", ['boundaries/rooms']],
  ["import { tick } from 'svelte';", ['boundaries/rooms']],
  ["import { a } from '#engine';", ['boundaries/rooms']],
  ["import { a } from '@codemirror/state';", ['boundaries/rooms']],
  ["export const a = import('node:os');", ['boundaries/rooms']],
  ['export const a = (name: string) => import(name);', ['boundaries/rooms']],
  ["export type A = import('../../ui/y.ts').A;", ['boundaries/rooms']],
  ["export const a = import.meta.glob('../../ui/*.ts');", ['boundaries/rooms']],
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
  expect(await broken('src/engine/form/x.svelte', '<p>a</p>')).toEqual(['boundaries/rooms']);
  expect(await broken('src/engine/form/x.svelte.ts', 'export {};')).toEqual(['boundaries/rooms']);
});

const DOORS = "import { a } from '#engine'; import { b } from '#engine/lint';";

test.each(['ui', 'cli', 'routes', 'words'])(
  'src/%s enters the engine by its doors',
  async (room) => {
    const path = `src/${room}/x.ts`;
    expect(await broken(path, `${DOORS} import { c } from './y.ts';`)).toEqual([]);
    for (const source of [
      '#engine/model.ts',
      '#engine/lint/index.ts',
      '../engine/model.ts',
      '../engine',
      '/src/engine/model.ts'
    ]) {
      expect(await broken(path, `import { a } from '${source}';`)).toEqual(['boundaries/rooms']);
    }
  }
);

/** What a file may import, and what not. */
const DIRECTIONS: [string, { may: string[]; not: string[] }][] = [
  ['src/engine/model.ts', { may: [], not: ['./1-read/plain.ts', 'yaml'] }],
  [
    'src/engine/1-read/problem.ts',
    { may: ['./plain.ts', '../model.ts'], not: ['./json/parse.ts', './read-rules.ts', 'yaml'] }
  ],
  [
    'src/engine/1-read/json/x.ts',
    {
      may: ['./parse.ts', '../tree/node.ts', '../problem.ts', 'yaml'],
      not: ['../yaml/parse.ts', '../formats/format.ts', '../read-rules.ts']
    }
  ],
  [
    'src/engine/1-read/formats/s3-xml/x.ts',
    { may: ['../../xml/parse.ts'], not: ['../../read-rules.ts', '../../../form/x.ts'] }
  ],
  [
    'src/engine/1-read/read-rules.ts',
    { may: ['./formats/s3-json.ts'], not: ['yaml', '../providers/providers.ts', '../form/x.ts'] }
  ],
  ['src/engine/2-bucket/x.ts', { may: ['../model.ts'], not: ['../1-read/plain.ts', 'yaml'] }],
  [
    'src/engine/3-browser/url/x.ts',
    { may: ['../rules.ts'], not: ['../request/body.ts', '../../2-bucket/trace.ts'] }
  ],
  [
    'src/engine/3-browser/check/x.ts',
    { may: ['../request/method.ts'], not: ['../fetch/network.ts', '../engines/engine.ts'] }
  ],
  [
    'src/engine/3-browser/fetch/x.ts',
    { may: ['../check/location.ts'], not: ['../engines/engine.ts', '../page/page-call.ts'] }
  ],
  [
    'src/engine/3-browser/engines/x.ts',
    { may: ['../fetch/network.ts'], not: ['../page/page-call.ts', '../replay/simulate.ts'] }
  ],
  ['src/engine/3-browser/page/x.ts', { may: ['../engines/engine.ts'], not: ['../replay/x.ts'] }],
  ['src/engine/3-browser/replay/x.ts', { may: ['../page/x.ts'], not: ['../../4-explain/x.ts'] }],
  ['src/engine/secrets/x.ts', { may: ['../3-browser/syntax.ts'], not: ['../shell/curl.ts'] }],
  ['src/engine/shell/x.ts', { may: ['../model.ts'], not: ['../save/x.ts', '../providers/x.ts'] }],
  ['src/engine/form/x.ts', { may: ['../1-read/plain.ts'], not: ['../providers/provider.ts'] }],
  [
    'src/engine/providers/minio/index.ts',
    {
      may: ['./saving.ts', '../families/s3/words.ts', '../provider.ts'],
      not: [
        '../aws-s3/index.ts',
        './commands.ts',
        '../providers.ts',
        '../ways/store.ts',
        '../../shell/shell.ts',
        '../../4-explain/x.ts'
      ]
    }
  ],
  [
    'src/engine/providers/families/s3/x.ts',
    { may: ['../../shared/x.ts'], not: ['../../minio/index.ts', './commands.ts'] }
  ],
  [
    'src/engine/providers/minio/commands.ts',
    {
      may: ['../ways/store.ts', '../families/s3/commands.ts', '../../shell/shell.ts'],
      not: ['./index.ts', '../aws-s3/commands.ts', '../../4-explain/x.ts']
    }
  ],
  ['src/engine/providers/providers.ts', { may: ['./minio/index.ts'], not: ['./commands.ts'] }],
  ['src/engine/4-explain/x.ts', { may: ['../providers/providers.ts'], not: ['../compare/x.ts'] }],
  ['src/engine/ask/x.ts', { may: ['../providers/providers.ts'], not: ['../lint/check.ts'] }],
  [
    'src/engine/compare/x.ts',
    { may: ['../ask/probe.ts'], not: ['../lint/check.ts', '../save/x.ts'] }
  ],
  [
    'src/engine/lint/checks/x.ts',
    { may: ['../check.ts'], not: ['../all-checks.ts', '../../providers/providers.ts'] }
  ],
  ['src/engine/lint/check.ts', { may: ['./memory.ts'], not: ['./checks/x.ts', './lint.ts'] }],
  ['src/engine/complete/x.ts', { may: ['../form/store-form.ts'], not: ['../lint/check.ts'] }],
  [
    'src/engine/import/messages/x.ts',
    { may: ['../symptom.ts'], not: ['../answers/har.ts', '../read-symptom.ts'] }
  ],
  ['src/engine/timeline/scenarios/x.ts', { may: ['../plan.ts'], not: ['../scenarios.ts'] }],
  ['src/engine/triage/x.ts', { may: ['../timeline/timeline.ts'], not: ['../save/x.ts'] }],
  ['src/engine/save/x.ts', { may: ['../providers/commands.ts'], not: ['../triage/x.ts'] }],
  ['src/engine/index.ts', { may: ['./4-explain/judge.ts'], not: ['./lint/index.ts'] }],
  [
    'src/words/x.ts',
    { may: ['#engine', '../paraglide/messages.js'], not: ['../ui/x.ts', '../cli/x.ts', 'svelte'] }
  ],
  [
    'src/ui/x.ts',
    {
      may: ['#engine', '../words/say.ts', 'svelte', 'svelte/motion', '@codemirror/state'],
      not: [
        '../server/listen.ts',
        '../cli/program.ts',
        '../routes/x.ts',
        './testing/panel.ts',
        '../../scripts/run.mjs',
        '../../package.json',
        'node:fs/promises',
        'fs',
        'commander',
        'sveltes'
      ]
    }
  ],
  ['src/routes/x.ts', { may: ['../ui/x.ts', '#engine'], not: ['../cli/x.ts', 'node:fs'] }],
  [
    'src/server/x.ts',
    { may: ['node:http'], not: ['#engine', '../ui/x.ts', '../cli/program.ts', '../words/say.ts'] }
  ],
  [
    'src/cli/x.ts',
    {
      may: ['node:fs', '#engine', '../../package.json'],
      not: ['../ui/x.ts', '../server/x.ts', 'svelte']
    }
  ],
  ['src/hooks.server.ts', { may: ['./paraglide/runtime.js'], not: ['./ui/x.ts', '#engine'] }],
  ['scripts/x.mjs', { may: ['node:fs', './run.mjs'], not: ['../src/words/say.ts', '#engine'] }]
];

const rows = (which: 'may' | 'not') =>
  DIRECTIONS.flatMap(([path, sources]) => sources[which].map((source) => [path, source] as const));

test.each(rows('may'))('%s may import %s', async (path, source) => {
  expect(await broken(path, `export * from '${source}';`)).toEqual([]);
});

test.each(rows('not'))('%s may not import %s', async (path, source) => {
  expect(await broken(path, `export * from '${source}';`)).toEqual(['boundaries/rooms']);
});

test('a file that the plan has no room for is told', async () => {
  expect(await broken('src/elsewhere/x.ts', 'export {};')).toEqual(['boundaries/rooms']);
  expect(await broken('src/engine/1-read/elsewhere/x.ts', 'export {};')).toEqual([
    'boundaries/rooms'
  ]);
});

test('what is imported is written out, but for what runs on Node.js', async () => {
  const code = 'export const a = (name: string) => import(name);';
  expect(await broken('src/ui/x.ts', code)).toEqual(['boundaries/rooms']);
  expect(await broken('src/server/x.ts', code)).toEqual([]);
});

test('the door holds for components, and for modules that are loaded later', async () => {
  const script = `<script lang="ts">import { a } from '../engine/model.ts';</script>{a}`;
  expect(await broken('src/ui/X.svelte', script)).toEqual(['boundaries/rooms']);
  expect(await broken('src/ui/x.svelte.ts', "import('#engine/model.ts');")).toEqual([
    'boundaries/rooms'
  ]);
  expect(await broken('src/hooks.ts', "import '#engine/model.ts';")).toEqual(['boundaries/rooms']);
});

test('test files may enter anywhere', async () => {
  expect(await broken('src/ui/x.test.ts', "import { a } from '../engine/model.ts';")).toEqual([]);
  expect(
    await broken('src/engine/x.test.ts', "import 'node:fs'; console.log(Date.now());")
  ).toEqual([]);
});
