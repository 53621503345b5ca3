import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { run } from '../program.ts';

const RULE =
  '<CORSRule><AllowedOrigin>https://a.test</AllowedOrigin><AllowedMethod>PUT</AllowedMethod></CORSRule>';
const RULES = `<CORSConfiguration>${RULE}</CORSConfiguration>`;
const S3 = 'https://media.s3.eu-west-1.amazonaws.com/a.png';

async function save(rules: string, ...args: string[]) {
  const written = { stdout: '', stderr: '' };
  const into = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += String(chunk);
        done();
      }
    });
  async function* stdin() {
    yield* [Buffer.from(rules)];
  }
  const io = { stdin: stdin(), stdout: into('stdout'), stderr: into('stderr'), env: {} };
  const status = await run(['save', '-', ...args], io);
  return { status, ...written };
}

test('prints one way, in words that are comments', async () => {
  const args = ['--provider', 'aws-s3', '--url', S3, '--origin', 'https://a.test', '--way', 'cli'];
  const { status, stdout, stderr } = await save(RULES, ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const commands = stdout.split('\n').filter((line) => !line.startsWith('#') && line !== '');
  expect(commands.filter((line) => line.startsWith('aws'))).toEqual([
    'aws s3api get-bucket-cors --bucket media --region eu-west-1 --output json > cors-before.json',
    'aws s3api put-bucket-cors \\',
    'aws s3api put-bucket-cors \\',
    'aws s3api delete-bucket-cors --bucket media --region eu-west-1'
  ]);
  expect(stdout).toContain('\n# 3. Test. ');
});

test('what is named comes before the address, and what nobody names is said', async () => {
  const args = ['--provider', 'aws-s3', '--bucket', "it's", '--way', 'cli'];
  const { stdout } = await save(RULES, ...args);
  expect(stdout).toContain("--bucket 'it'\\''s' --region REGION");
  expect(stdout).toContain('# Region is not in the address of the request.');
  expect(stdout).not.toContain('curl');
});

test('PowerShell', async () => {
  const args = ['--provider', 'aws-s3', '--url', S3, '--shell', 'powershell', '--way', 'cli'];
  const { stdout } = await save(RULES, ...args);
  expect(stdout).toContain('[IO.File]::WriteAllText("$PWD/cors.json", @\'\n');
});

test.each([
  ['rules that the store would refuse', RULES.replace('PUT', 'put'), ['--provider', 'aws-s3'], 1],
  ['rules that cannot be read', '<CORSConfiguration><CORSRule>', [], 2],
  ['a store that is none', RULES, ['--provider', 'nowhere'], 2],
  ['a way that the store has not', RULES, ['--provider', 'aws-s3', '--way', 'wrangler'], 2],
  ['a shell that is none', RULES, ['--shell', 'fish'], 2]
])('the exit status of %s', async (_, rules, args, wanted) => {
  const { status, stdout, stderr } = await save(rules, ...args);
  expect(status).toBe(wanted);
  expect(stdout === '').toBe(wanted === 2);
  expect(stderr === '').toBe(wanted !== 2);
});
