import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { providers } from '#engine';

const RULES = `<CORSConfiguration>
  <CORSRule>
    <AllowedOrigin>https://app.example.com</AllowedOrigin>
    <AllowedMethod>PUT</AllowedMethod>
    <AllowedMethod>GET</AllowedMethod>
    <AllowedHeader>content-type</AllowedHeader>
  </CORSRule>
</CORSConfiguration>
`;

// Every row starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const home = mkdtempSync(join(tmpdir(), 'preflight-'));
const file = (name: string): string => join(home, name);

beforeAll(async () => {
  await build({
    input: 'src/cli/main.ts',
    platform: 'node',
    transform: { target: 'node20' },
    output: { file: file('preflight.mjs'), format: 'esm', codeSplitting: false },
    logLevel: 'silent'
  });
  writeFileSync(file('rules.xml'), RULES);
  writeFileSync(file('broken.xml'), '<CORSConfiguration>\n  <CORSRule>\n');
  writeFileSync(file('binary.xml'), Uint8Array.of(0x3c, 0, 1, 2));
  writeFileSync(
    file('latin1.xml'),
    Buffer.concat([Buffer.from('<!--\uFFFD'), Buffer.from('-é -->', 'latin1')])
  );
  writeFileSync(file('large.xml'), RULES + ' '.repeat(11 * 1024 * 1024));
  writeFileSync(file('marked.xml'), `\uFEFF${RULES}`);
});

afterAll(() => rmSync(home, { recursive: true }));

interface Exit {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the bundled command in its own process. */
const preflight = (args: string[], stdin: string | Buffer = '', env = {}): Promise<Exit> =>
  run(process.execPath, [file('preflight.mjs'), ...args], stdin, env);

function run(
  program: string,
  args: string[],
  stdin: string | Buffer = '',
  env = {}
): Promise<Exit> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: home,
      env: { PATH: process.env['PATH'], ...env }
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject).on('close', (status) => resolve({ status, stdout, stderr }));
    child.stdin.on('error', () => undefined).end(stdin);
  });
}

const cos = ['--provider', 'tencent-cos'];
const app = [...cos, '--origin', 'https://app.example.com'];
const put = [...app, '--method', 'PUT'];

describe('check', () => {
  test.each<[name: string, args: string[], status: number]>([
    ['an allowed call', ['rules.xml', ...app], 0],
    ['an allowed upload', ['rules.xml', ...put, '--header', 'Content-Type: image/png'], 0],
    [
      'another address',
      ['rules.xml', ...app, '--url', 'https://b-1.cos.ap-beijing.myqcloud.com/'],
      0
    ],
    ['a text with a byte order mark', ['marked.xml', ...app], 0],
    ['another origin', ['rules.xml', ...cos, '--origin', 'https://evil.example'], 1],
    ['a header that is not allowed', ['rules.xml', ...put, '--header', 'x-cos-meta-a: 1'], 1],
    ['a header that cannot be read', ['rules.xml', ...put, '--needs', 'ETag'], 1],
    ['another engine', ['rules.xml', ...app, '--engine', 'webkit'], 0]
  ])('%s', async (_, args, status) => {
    const { stdout, ...rest } = await preflight(['check', ...args]);
    expect(rest).toEqual({ status, stderr: '' });
    expect(stdout).not.toBe('');
  });

  test.each<[name: string, args: string[], stderr: RegExp]>([
    ['no rules named', app, /rules/],
    ['no origin', ['rules.xml'], /--origin/],
    ['a missing file', ['none.xml', ...app], /none\.xml/],
    ['a directory', ['.', ...app], /directory/],
    ['a binary file', ['binary.xml', ...app], /byte 1 is NUL/],
    ['a file in another encoding', ['latin1.xml', ...app], /byte 8 \(0xE9\)/],
    ['a huge file', ['large.xml', ...app], /10 MB/],
    ['an unknown store', ['rules.xml', ...app, '--provider', 'cos'], /cos.*tencent-cos/],
    ['an unknown option', ['rules.xml', ...app, '--orign', 'x'], /--orign/],
    ['a header without a colon', ['rules.xml', ...app, '--header', 'x'], /Name: value/],
    ['a header without a name', ['rules.xml', ...app, '--header', ': x'], /Name: value/],
    ['an unknown credentials mode', ['rules.xml', ...app, '--credentials', 'yes'], /same-origin/],
    ['an unknown engine', ['rules.xml', ...app, '--engine', 'safari'], /chromium.*webkit/],
    ['rules that cannot be read', ['broken.xml', ...app], /^broken\.xml:\d+:\d+: error: /]
  ])('%s is told on standard error', async (_, args, stderr) => {
    const ended = await preflight(['check', ...args]);
    expect(ended).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(stderr) });
  });

  test('rules on standard input', async () => {
    expect(await preflight(['check', '-', ...app], RULES)).toMatchObject({ status: 0, stderr: '' });
  });

  test('colour only where it is asked for', async () => {
    const escape = '\x1b[';
    const args = ['check', 'rules.xml', ...app];
    const [plain, forced, both] = await Promise.all([
      preflight(args),
      preflight(args, '', { FORCE_COLOR: '1' }),
      preflight(args, '', { FORCE_COLOR: '1', NO_COLOR: '1' })
    ]);
    expect(plain.stdout).not.toContain(escape);
    expect(forced.stdout).toContain(escape);
    expect(both.stdout).toBe(plain.stdout);
  });

  test('a header cannot reach the terminal as an escape sequence', async () => {
    const { stdout } = await preflight(['check', 'rules.xml', ...put, '--header', 'x\x1b[2J: 1']);
    expect(stdout).not.toContain('\x1b');
  });

  test('--json is one object, for an unreadable text too', async () => {
    const blocked = await preflight(['check', 'rules.xml', ...put, '--header', 'x-a: 1', '--json']);
    expect(blocked.status).toBe(1);
    expect(JSON.parse(blocked.stdout)).toMatchObject({
      provider: 'tencent-cos',
      outcome: 'blocked',
      stage: 'bucket',
      cause: 'header-not-allowed',
      closest: 0,
      engine: 'chromium',
      console: expect.stringMatching(/^Access to fetch at 'https:/),
      error: { name: 'TypeError', message: 'Failed to fetch' },
      preflightKept: null,
      mend: { rules: expect.stringContaining('<AllowedHeader>x-a</AllowedHeader>') },
      problems: []
    });
    const unreadable = await preflight(['check', 'broken.xml', ...app, '--json']);
    expect(unreadable.status).toBe(2);
    expect(JSON.parse(unreadable.stdout)).toMatchObject({
      error: { code: 'rules-unreadable' },
      problems: [
        { level: 'error', line: 1, column: 2 },
        { level: 'error', line: 2, column: 4 }
      ]
    });
  });
});

test.skipIf(process.platform === 'win32')(
  'a write that fails leaves the file as it was',
  async () => {
    const rules = RULES.replace('example.com', 'example.com/') + ' '.repeat(20_000);
    writeFileSync(file('large-fix.xml'), rules);
    const command = `ulimit -f 8; exec "$0" preflight.mjs lint large-fix.xml --fix --provider aws-s3`;
    const ended = await run('/bin/sh', ['-c', command, process.execPath]);
    expect(ended).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(/EFBIG/) });
    expect(readFileSync(file('large-fix.xml'), 'utf8')).toBe(rules);
    expect(readdirSync(home).filter((name) => name.startsWith('large-fix'))).toHaveLength(1);
  }
);

describe('replay', () => {
  const line = `${JSON.stringify({
    id: 1,
    kind: 'bucket',
    provider: 'tencent-cos',
    rules: RULES,
    request: { method: 'PUT', path: '/a', headers: { Origin: 'https://app.example.com' } }
  })}\n`;

  test.each<[name: string, input: string, status: number, lines: number, stderr: RegExp]>([
    ['nothing', '', 0, 0, /^$/],
    ['good lines', line + line, 0, 2, /^$/],
    ['a bad line among good ones', `${line}{}\n${line}`, 2, 3, /1 of 3 lines.* line 2/]
  ])('%s', async (_, input, status, lines, stderr) => {
    const ended = await preflight(['replay'], input);
    expect(ended).toMatchObject({ status, stderr: expect.stringMatching(stderr) });
    expect(ended.stdout.match(/\n/g) ?? []).toHaveLength(lines);
  });

  test(
    'memory is bounded in bytes, whatever the texts and stores',
    { timeout: 120_000 },
    async () => {
      const stores = providers.map(({ id }) => id);
      // The shape of text that takes the most memory once it is read and compiled.
      const lines = Array.from({ length: 60 }, (_, at) =>
        JSON.stringify({
          id: at,
          kind: 'save',
          provider: stores[at % stores.length],
          rules: `X-Container-Meta-Access-Control-Allow-Origin: ${'a '.repeat(55_000)}${at}`
        })
      );
      const command = ['--max-old-space-size=192', file('preflight.mjs'), 'replay'];
      const { status, stdout } = await run(process.execPath, command, `${lines.join('\n')}\n`);
      expect({ status, lines: stdout.match(/\n/g)?.length }).toEqual({ status: 0, lines: 60 });
    }
  );

  test('a reader that goes away ends the run without a word', async () => {
    const child = spawn(process.execPath, [file('preflight.mjs'), 'replay']);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin.on('error', () => undefined).write(line.repeat(20_000));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

test.each<[args: string[], status: number, out: 'stdout' | 'stderr', text: RegExp]>([
  [['--version'], 0, 'stdout', /^\d+\.\d+\.\d+\n$/],
  [['--help'], 0, 'stdout', /check[^]*replay/],
  [['check', '--help'], 0, 'stdout', /--origin/],
  [[], 2, 'stderr', /Usage/],
  [['chekc'], 2, 'stderr', /chekc/]
])('%j', async (args, status, out, text) => {
  const ended = await preflight(args);
  expect(ended.status).toBe(status);
  expect(ended[out]).toMatch(text);
});
