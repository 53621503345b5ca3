import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { run } from './program.ts';

const RULE =
  '<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>';
const S3_XML = `<CORSConfiguration>${RULE}</CORSConfiguration>`;
const S3_JSON = '{"CORSRules":[{"AllowedOrigins":["*"],"AllowedMethods":["GET"]}]}';
const GCS = '[{"origin":["*"],"method":["GET"]}]';
const R2_URL = 'https://a.0123456789abcdef0123456789abcdef.r2.cloudflarestorage.com/a.png';

async function preflight(args: readonly string[], input: string) {
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
  const status = await run(args, io);
  return { status, ...written };
}

/** Every command that reads rules, from standard input; `diff` holds them against a file of none. */
const COMMANDS: [name: string, args: string[], json: string[] | null][] = [
  ['check', ['check', '-', '--origin', 'https://a.test'], ['--json']],
  ['lint', ['lint', '-'], ['--format', 'json']],
  ['convert', ['convert', '-', '--to', 's3-json'], ['--json']],
  ['diff', ['diff', '-', '/dev/null'], ['--json']],
  ['save', ['save', '-'], null]
];

describe.each(COMMANDS)('%s', (_, args, json) => {
  test('takes the one store of a format, and says that it is a guess', async () => {
    const { status, stderr, stdout } = await preflight(args, GCS);
    expect(status).toBeLessThan(2);
    expect(stdout).not.toBe('');
    expect(stderr.split('\n')[0]).toBe(
      'Taken for Google Cloud Storage, a guess: the rules are gcloud JSON.'
    );
  });

  test('takes the likeliest of several, and names the others', async () => {
    const { status, stderr } = await preflight(args, S3_JSON);
    expect(status).toBeLessThan(2);
    expect(stderr).toMatch(
      /^Taken for Amazon S3, a guess: .* It may also be .*Cloudflare R2.*; name yours with --provider\.\n/
    );
  });

  test.each([
    ['where several fit as well, with their ids', S3_XML, /Several stores .*tencent-cos, aws-s3, /],
    ['where nothing tells, with all ids', '', /Neither .*tencent-cos, aws-s3, .*s3rver/]
  ])('asks for the store %s', async (_name, text, message) => {
    const { status, stdout, stderr } = await preflight(args, text);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toContain('--provider');
  });

  test('says nothing of a store that is named', async () => {
    const { status, stderr } = await preflight([...args, '--provider', 'aws-s3'], S3_JSON);
    expect(status).toBeLessThan(2);
    expect(stderr).not.toContain('guess');
  });

  test.runIf(json)('tells a program by a field', async () => {
    const asked = [...args, ...(json ?? [])];
    const guessed = await preflight(asked, S3_JSON);
    expect(guessed.stderr).toBe('');
    expect(JSON.parse(guessed.stdout)).toMatchObject({
      provider: 'aws-s3',
      guess: {
        why: 'format',
        certainty: 'likeliest',
        alternatives: expect.arrayContaining(['cloudflare-r2']),
        sentence: expect.stringContaining('a guess')
      }
    });
    const named = await preflight([...asked, '--provider', 'cloudflare-r2'], S3_JSON);
    expect(JSON.parse(named.stdout)).toMatchObject({ provider: 'cloudflare-r2', guess: null });
    const tied = await preflight(asked, S3_XML);
    expect(tied.status).toBe(2);
    expect(JSON.parse(tied.stdout)).toMatchObject({
      error: { code: 'provider-unclear', message: expect.stringContaining('--provider') },
      providers: expect.arrayContaining(['tencent-cos', 'aws-s3'])
    });
  });

  test.runIf(json)('gives a program the problems of a text that cannot be read', async () => {
    const { status, stdout } = await preflight([...args, ...(json ?? [])], '<CORSConfiguration>');
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'rules-unreadable' },
      problems: [{ level: 'error', line: 1 }]
    });
  });
});

test.each([
  ['check', ['check', '-', '--origin', 'https://a.test', '--url', R2_URL]],
  ['save', ['save', '-', '--url', R2_URL]]
])('%s takes the store of the address', async (_, args) => {
  const { status, stderr } = await preflight(args, S3_JSON);
  expect(status).toBe(0);
  expect(stderr).toBe(
    'Taken for Cloudflare R2, a guess: the address is one of its own, and it takes S3 JSON.\n'
  );
});
