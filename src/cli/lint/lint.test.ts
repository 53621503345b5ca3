import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../program.ts';

const home = mkdtempSync(join(tmpdir(), 'preflight-lint-'));
afterAll(() => rmSync(home, { recursive: true }));

async function lint(args: string[], input = '') {
  const written = { stdout: '', stderr: '' };
  const into = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += String(chunk);
        done();
      }
    });
  async function* stdin() {
    yield* [Buffer.from(input)];
  }
  const io = { stdin: stdin(), stdout: into('stdout'), stderr: into('stderr'), env: {} };
  const named = args.includes('--provider') ? [] : ['--provider', 'tencent-cos'];
  const status = await run(['lint', ...args, ...named], io);
  return { status, ...written };
}

const rules = (origin: string, more = '<MaxAgeSeconds>600</MaxAgeSeconds>') => `<CORSConfiguration>
  <CORSRule>
    <AllowedOrigin>${origin}</AllowedOrigin>
    <AllowedMethod>GET</AllowedMethod>
    ${more}
  </CORSRule>
  <ResponseVary>true</ResponseVary>
</CORSConfiguration>
`;
const GOOD = rules('https://a.test');
const SLASH = rules('https://a.test/');

describe('exit status', () => {
  test.each<[name: string, args: string[], input: string, status: number]>([
    ['nothing found', ['-'], GOOD, 0],
    ['a hint alone', ['-'], rules('http://localhost'), 0],
    ['an error of a check', ['-'], SLASH, 1],
    ['an error of the reader', ['-'], GOOD.replace('<CORSRule>', '<CORSRule><ID>a & b</ID>'), 1],
    ['a text that cannot be read', ['-'], '<CORSConfiguration><CORSRule>', 2],
    ['an unknown store', ['-', '--provider', 'nowhere'], GOOD, 2],
    ['an unknown format', ['-', '--format', 'sarif'], GOOD, 2],
    ['a missing file', [join(home, 'none.xml')], '', 2],
    [
      'another store, which takes it',
      ['-', '--provider', 'ceph-rgw'],
      rules('https://a.test')
        .replace('GET', 'get')
        .replace(/ *<Resp.*\n/, ''),
      0
    ]
  ])('%s', async (_, args, input, status) => {
    expect((await lint(args, input)).status).toBe(status);
  });
});

test('text names the place, the check and the way out, and marks the value', async () => {
  const { stdout } = await lint(['-'], SLASH);
  expect(stdout).toMatch(/:3:20: Error .*slash.*\[origin-trailing-slash\]/);
  expect(stdout).toContain('Write https://a.test.');
  expect(stdout).toContain(
    `<AllowedOrigin>https://a.test/</AllowedOrigin>\n    | ${' '.repeat(19)}^^^^^^^^^^^^^^^\n`
  );
  expect(stdout).toContain('1 error. 1 can be fixed with --fix.');
});

test('json holds what the reader and the checks found', async () => {
  const { stdout } = await lint(
    ['-', '--format', 'json'],
    SLASH.replace('<ResponseVary>', '<Extra>1</Extra><ResponseVary>')
  );
  const { findings, complete } = JSON.parse(stdout);
  expect(complete).toBe(true);
  expect(
    findings.map(({ code, line, column, fixable }: Record<string, unknown>) => [
      code,
      line,
      column,
      fixable
    ])
  ).toEqual([
    ['origin-trailing-slash', 3, 20, true],
    ['name-unknown', 7, 4, false]
  ]);
});

test('annotations are escaped', async () => {
  const file = join(home, 'a,b:c%.xml');
  writeFileSync(file, SLASH);
  const { stdout } = await lint([file, '--format', 'github']);
  expect(stdout).toMatch(
    /^::error file=.*a%2Cb%3Ac%25\.xml,line=3,endLine=3,col=20,endColumn=35,title=The origin https%3A\/\/a\.test\/ ends with a slash::Tencent COS saves it/
  );
  expect(stdout.split('\n')).toHaveLength(2);
});

test('a value cannot end an annotation, begin another or reach the terminal', async () => {
  const value = 'https://a.test/%0A,line=9::\n::error::\r\n\u001b[31m';
  const text = JSON.stringify([{ AllowedOrigins: [value], AllowedMethods: ['GET'] }]);
  const { stdout } = await lint(['-', '--provider', 'aws-s3', '--format', 'github'], text);
  const lines = stdout.trimEnd().split('\n');
  for (const line of lines) {
    expect(line).toMatch(/^::(?:error|warning|notice) file=[^:]*,title=[^:]*::/);
    expect(line).not.toMatch(/\p{Cc}|%(?!25|0D|0A|3A|2C)/u);
  }
  expect(stdout).toContain('%250A');
});

test('--fix writes the target of a link, and keeps link and mode', async () => {
  const folder = mkdtempSync(join(home, 'link-'));
  writeFileSync(join(folder, 'target.xml'), SLASH);
  chmodSync(join(folder, 'target.xml'), 0o640);
  symlinkSync('target.xml', join(folder, 'link.xml'));
  expect((await lint([join(folder, 'link.xml'), '--fix'])).status).toBe(0);
  expect(readFileSync(join(folder, 'target.xml'), 'utf8')).toBe(GOOD);
  expect(readlinkSync(join(folder, 'link.xml'))).toBe('target.xml');
  expect(statSync(join(folder, 'target.xml')).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).sort()).toEqual(['link.xml', 'target.xml']);
});

test('--fix writes the file and tells what it changed', async () => {
  const file = join(home, 'rules.xml');
  writeFileSync(file, SLASH);
  const { status, stdout, stderr } = await lint([file, '--fix']);
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'Nothing found.\n' });
  expect(stderr).toMatch(/^Fixed: .*https:\/\/a\.test.*\[origin-trailing-slash\]\n$/);
  expect(readFileSync(file, 'utf8')).toBe(GOOD);
});

test('--fix of a pipe prints the rules and nothing else', async () => {
  const { status, stdout, stderr } = await lint(['-', '--fix'], SLASH);
  expect({ status, stdout }).toEqual({ status: 0, stdout: GOOD });
  expect(stderr).toContain('Nothing found.');
});

test('a byte order mark stays, and a text that breaks off is left alone', async () => {
  const file = join(home, 'marked.xml');
  writeFileSync(file, `\ufeff${SLASH}`);
  await lint([file, '--fix']);
  expect(readFileSync(file, 'utf8')).toBe(`\ufeff${GOOD}`);
  const broken = SLASH.slice(0, -20);
  writeFileSync(file, broken);
  expect((await lint([file, '--fix'])).status).toBe(2);
  expect(readFileSync(file, 'utf8')).toBe(broken);
});
