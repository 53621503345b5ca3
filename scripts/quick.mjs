import { watch } from 'node:fs';
import { run } from './run.mjs';
import { sync } from './sync.mjs';

/**
 * The fast loop: types, lint and the unit tests of what has changed since the branch left main, side by side.
 * `--watch` runs it again after each change.
 */
const FOLDERS = ['messages', 'scripts', 'src', 'tests'];
/** An editor writes several files for one change. */
const PAUSE = 300;

const { ok, output } = await run('git merge-base main HEAD', { quiet: true });
const since = ok ? output.trim() : 'HEAD';

/** `--incremental` keeps what the type check makes of components, which is most of its time. */
const STEPS = [
  ['types', 'svelte-check --tsconfig ./tsconfig.json --fail-on-warnings --incremental'],
  ['lint', 'eslint --max-warnings 0 --cache --cache-location node_modules/.cache/eslint/'],
  ['unit', `vitest run --project unit --changed ${since} --passWithNoTests`]
];

/** Runs every step and shows what failed; gives whether all went well. */
async function check() {
  await sync();
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const results = STEPS.map(async ([name = '', command = '']) => {
    const { ok, output } = await run(command, { quiet: true });
    console.log(`${ok ? '' : `${output}\n`}${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds()})`);
    return ok;
  });
  return (await Promise.all(results)).every(Boolean);
}

/** Checks once more for all that changes while a check runs. */
async function checkOnChange() {
  let isStale = true;
  /** @type {(() => void) | null} */
  let wake = null;
  for (const folder of FOLDERS) {
    watch(folder, { recursive: true }, (_, file) => {
      // What `sync` writes is no change of ours.
      if (file?.startsWith('paraglide')) return;
      isStale = true;
      wake?.();
    });
  }
  for (;;) {
    if (!isStale)
      await new Promise((/** @type {(value?: undefined) => void} */ done) => (wake = done));
    await new Promise((done) => setTimeout(done, PAUSE));
    isStale = false;
    await check();
  }
}

if (process.argv.includes('--watch')) await checkOnChange();
process.exit((await check()) ? 0 : 1);
