import { install } from './install.mjs';
import { fingerprint, isFresh, writeStamp } from './fingerprint.mjs';
import { paraglide } from './paraglide.mjs';
import { isMain, must } from './run.mjs';

const STAMP = '.svelte-kit/sync-stamp';
/** What is read, and what is written: both have to be as the last run left them. */
const print = () =>
  fingerprint([
    'messages',
    'project.inlang/settings.json',
    'scripts/paraglide.mjs',
    'package-lock.json',
    'svelte.config.js',
    'src/routes',
    'src/paraglide',
    '.svelte-kit/tsconfig.json'
  ]);

/** Writes what is generated and the checks read: the compiled messages and SvelteKit's types. */
export async function sync() {
  await install();
  if (isFresh(STAMP, print())) return;
  const { compile } = await import('@inlang/paraglide-js');
  await compile({ ...paraglide, cleanOutdir: false });
  await must('svelte-kit sync');
  writeStamp(STAMP, print());
}

/** Vitest's global set-up. */
export { sync as setup };

if (isMain(import.meta.url)) await sync();
