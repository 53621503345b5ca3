import { chmodSync, existsSync, rmSync } from 'node:fs';
import { fingerprint, isFresh, writeStamp } from './fingerprint.mjs';
import { isMain, must } from './run.mjs';
import { sync } from './sync.mjs';

const STAMP = 'dist/build-stamp';
const print = () =>
  fingerprint(
    [
      'src',
      'messages',
      'static',
      'scripts',
      'project.inlang/settings.json',
      'package.json',
      'package-lock.json',
      'svelte.config.js',
      'vite.config.ts',
      'tsconfig.json'
    ],
    (file) => !file.startsWith('src/paraglide/') && !file.endsWith('.test.ts')
  );

/** Bundles a Node entry point, with all that it imports, into one file that runs without node_modules. */
async function bundle(/** @type {string} */ input, /** @type {string} */ file, banner = '') {
  const { build } = await import('rolldown');
  await build({
    input,
    platform: 'node',
    transform: { target: 'node20' },
    output: { file, format: 'esm', banner, codeSplitting: false }
  });
}

/**
 * Builds the page into build/, the server and the command into dist/.
 * @param {{ always: boolean }} options `always` builds even where no source has changed since the last build
 */
export async function build({ always }) {
  await sync();
  const before = print();
  if (!always && existsSync('build/handler.js') && isFresh(STAMP, before)) return;
  rmSync('dist', { recursive: true, force: true });
  console.log('Building');
  await must('vite build');
  await bundle('src/server/main.ts', 'dist/server.js');
  await bundle('src/cli/main.ts', 'dist/preflight.js', '#!/usr/bin/env node');
  chmodSync('dist/preflight.js', 0o755);
  writeStamp(STAMP, before);
}

if (isMain(import.meta.url)) await build({ always: !process.argv.includes('--if-changed') });
