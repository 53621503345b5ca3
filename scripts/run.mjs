import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PATH = join(root, 'node_modules', '.bin') + delimiter + process.env.PATH;

/**
 * Runs a shell command in the project's folder, where the installed tools are on the path.
 * @param {string} command
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} [options] `quiet` keeps the output instead of showing it
 * @returns {Promise<{ ok: boolean, output: string }>} `output` is empty unless `quiet`
 */
export function run(command, { quiet = false, env = {} } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, {
      cwd: root,
      shell: true,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, PATH, ...env }
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', fail);
    child.on('close', (code) => done({ ok: code === 0, output }));
  });
}

/**
 * Runs a command that everything after it needs; where it fails, shows what it said and ends the process.
 * @param {string} command
 */
export async function must(command) {
  const { ok, output } = await run(command, { quiet: true });
  if (ok) return;
  console.error(`${output}\nFailed: ${command}`);
  process.exit(1);
}

/**
 * Whether a module is the script that Node was started with.
 * @param {string} url the module's `import.meta.url`
 */
export function isMain(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}
