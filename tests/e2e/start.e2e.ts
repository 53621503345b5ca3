import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** Runs a server that cannot start; gives its exit status and what it said. */
function start(file: string, env: Record<string, string>) {
  return new Promise<{ status: unknown; stdout: string; stderr: string }>((done) => {
    const options = { env: { PATH: process.env['PATH'], PORT: '0', ...env } };
    execFile(process.execPath, [file], options, (error, stdout, stderr) =>
      done({ status: error?.code, stdout, stderr })
    );
  });
}

/** One line, and no place in a source. */
const sentence = (words: RegExp) => new RegExp(`^(?!.*\\.[jt]s:\\d)[A-Z].*${words.source}.*\\n$`);

for (const [name, env, words] of [
  ['a host of another machine', { HOST: '192.0.2.1' }, /192\.0\.2\.1/],
  ['a port that is none', { PORT: '99999' }, /99999/],
  ['an origin that is none', { ORIGIN: 'nowhere' }, /nowhere/]
] as const) {
  test(`${name} is told in a sentence`, async () => {
    const ended = await start('dist/server.js', { ...env });
    expect(ended).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(sentence(words))
    });
  });
}

test('a missing build is told in a sentence', async () => {
  const home = mkdtempSync(join(tmpdir(), 'preflight-start-'));
  mkdirSync(join(home, 'dist'));
  copyFileSync('dist/server.js', join(home, 'dist/server.mjs'));
  const ended = await start(join(home, 'dist/server.mjs'), {});
  rmSync(home, { recursive: true });
  expect(ended).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(sentence(/npm start/))
  });
});
