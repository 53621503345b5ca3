import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { run } from './program.ts';

const RULES =
  '<CORSConfiguration><CORSRule><AllowedOrigin>https://a.test</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>';

const STORE = ['--provider', 'aws-s3'];

const home = mkdtempSync(join(tmpdir(), 'preflight-fault-'));
const file = join(home, 'rules.xml');
writeFileSync(file, RULES);
afterAll(() => rmSync(home, { recursive: true }));

test.each([
  ['check', '-', ...STORE, '--origin', 'https://a.test'],
  ['lint', '-', ...STORE],
  ['convert', '-', ...STORE, '--to', 's3-xml'],
  ['diff', file, '-', ...STORE],
  ['save', '-', ...STORE],
  ['replay']
])('a fault of ours in %s is status 3 and one line', async (...args) => {
  let told = '';
  const fault = (): never => {
    throw new TypeError('no such thing\nat all');
  };
  async function* stdin() {
    yield Buffer.from(args[0] === 'replay' ? '{}' : RULES);
  }
  const io = {
    stdin: stdin(),
    stdout: Object.assign(new Writable(), { write: fault }),
    stderr: new Writable({
      write(chunk, _encoding, done) {
        told += String(chunk);
        done();
      }
    }),
    env: {}
  };
  expect(await run(args, io)).toBe(3);
  expect(told).toMatch(/^This program failed, .*TypeError: no such thing\\u\{a\}at all\n$/);
});
