import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRules } from '#engine';
import { run } from '../program.ts';

const home = mkdtempSync(join(tmpdir(), 'preflight-convert-'));
const file = (name: string): string => join(home, name);

const S3 = `{
  "CORSRules": [
    {
      "ID": "upload",
      "AllowedOrigins": ["https://app.example.com"],
      "AllowedMethods": ["PUT", "GET"],
      "AllowedHeaders": ["content-type", "x-amz-*"],
      "ExposeHeaders": ["ETag"],
      "MaxAgeSeconds": 600
    }
  ]
}
`;
const xml = (...methods: string[]): string =>
  [
    '<CORSConfiguration><CORSRule><AllowedOrigin>https://app.example.com</AllowedOrigin>',
    ...methods.map((method) => `<AllowedMethod>${method}</AllowedMethod>`),
    '<AllowedHeader>content-type</AllowedHeader></CORSRule></CORSConfiguration>\n'
  ].join('');

beforeAll(() => {
  writeFileSync(file('s3.json'), S3);
  writeFileSync(file('put.xml'), xml('PUT', 'GET'));
  writeFileSync(file('get.xml'), xml('GET'));
  writeFileSync(file('turned.xml'), xml('GET', 'PUT'));
  writeFileSync(file('broken.xml'), '<CORSConfiguration>\n  <CORSRule>\n');
});
afterAll(() => rmSync(home, { recursive: true }));

async function preflight(args: readonly string[], stdin = '') {
  const written = { stdout: '', stderr: '' };
  const into = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += String(chunk);
        done();
      }
    });
  async function* input() {
    yield* [Buffer.from(stdin)];
  }
  const io = { stdin: input(), stdout: into('stdout'), stderr: into('stderr'), env: {} };
  const inHome = args.map((arg) => (/\.(xml|json)$/.test(arg) ? file(arg) : arg));
  const status = await run(inHome, io);
  return { status, ...written, stderr: written.stderr.replaceAll(`${home}/`, '') };
}

const fromS3 = ['--provider', 'aws-s3'];
const toCos = ['convert', 's3.json', ...fromS3, '--to', 's3-xml', '--to-provider', 'tencent-cos'];

describe('convert', () => {
  test('prints the new text alone, and each loss with its place and a call', async () => {
    const { status, stdout, stderr } = await preflight(toCos);
    expect(status).toBe(1);
    expect(readRules(stdout)).toMatchObject({ format: 's3-xml', complete: true });
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      'Amazon S3 to Tencent COS, as S3 XML: Some calls go otherwise than before.',
      '✗ s3.json:7:43: Rule 1: x-amz-* in the allowed headers takes less at Tencent COS. [value-narrower]',
      '    GET from https://app.example.com with x-amz-name: allowed before, blocked after. Also PUT.'
    ]);
  });

  test('--json is one object', async () => {
    const { status, stdout, stderr } = await preflight([...toCos, '--json']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      provider: 'aws-s3',
      toProvider: 'tencent-cos',
      format: 's3-xml',
      rules: expect.stringContaining('<AllowedHeader>x-amz-*</AllowedHeader>'),
      meaning: 'changed',
      exhaustive: true,
      saved: { accepted: true },
      losses: [
        {
          code: 'value-narrower',
          args: { rules: [0], field: 'allowedHeaders', value: 'x-amz-*' },
          level: 'meaning',
          places: [{ line: 7, column: 43, endLine: 7, endColumn: 50 }],
          shown: [
            {
              code: 'blocked',
              witness: {
                origin: 'https://app.example.com',
                method: 'GET',
                headers: ['x-amz-name']
              },
              rules: { before: 0, after: null }
            }
          ]
        }
      ]
    });
  });

  test.each<[name: string, args: string[], status: number, stderr: RegExp]>([
    ['the same store in another form', ['s3.json', '--to', 'terraform-aws'], 0, /go on as before/],
    [
      'a form that another store takes',
      ['s3.json', '--to', 'gcs-json'],
      1,
      /to Google Cloud Storage/
    ],
    [
      'rules that the new store refuses',
      ['s3.json', '--to', 's3-json', '--to-provider', 'google-cloud-storage'],
      1,
      /Google Cloud Storage would refuse to save this/
    ],
    ['a form that is none', ['s3.json', '--to', 'csv'], 2, /s3-xml/],
    ['no form', ['s3.json'], 2, /--to/],
    ['a store that is none', ['s3.json', '--to', 's3-xml', '--provider', 's3'], 2, /aws-s3/],
    ['another that is none', ['s3.json', '--to', 's3-xml', '--to-provider', 'x'], 2, /aws-s3/],
    ['a missing file', ['none.json', '--to', 's3-xml'], 2, /none\.json/],
    ['rules that cannot be read', ['broken.xml', '--to', 's3-json'], 2, /^broken\.xml:\d+:\d+/]
  ])('%s', async (_, args, status, stderr) => {
    const ended = await preflight(['convert', ...args]);
    expect(ended).toMatchObject({ status, stderr: expect.stringMatching(stderr) });
    expect(ended.stdout === '').toBe(status === 2);
  });

  test('comments are told with the place of the first', async () => {
    const commented = `<!-- for the app -->\n${xml('GET').replace('<CORSRule>', '<CORSRule><!-- read -->')}`;
    const { status, stderr } = await preflight(
      ['convert', '-', '--provider', 'tencent-cos', '--to', 's3-json'],
      commented
    );
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /:1:1: 2 comments are left out, the first in line 1\. \[comments-dropped\]/
    );
  });

  test('what stands in the rules cannot reach the terminal as an escape sequence', async () => {
    const hostile = S3.replace('PUT', 'P\\u001b[2J');
    const { stderr } = await preflight(['convert', '-', '--to', 'swift-headers'], hostile);
    expect(stderr).toContain('\\u{1b}');
    expect(stderr).not.toContain('\x1b');
  });
});

describe('diff', () => {
  const diff = (args: string[], stdin = '') => {
    const named = args.includes('--provider') ? [] : ['--provider', 'tencent-cos'];
    return preflight(['diff', ...args, ...named], stdin);
  };

  test('tells a call for each difference', async () => {
    const { status, stdout, stderr } = await diff(['put.xml', 'get.xml']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'Tencent COS: Some calls go otherwise than before.',
      '✗ PUT from https://app.example.com: allowed before, blocked after.'
    ]);
  });

  test('--json is one object', async () => {
    const { stdout } = await diff(['get.xml', 'put.xml', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      provider: 'tencent-cos',
      newProvider: 'tencent-cos',
      same: false,
      exhaustive: true,
      differences: [
        {
          code: 'allowed',
          meaning: true,
          sentence: 'PUT from https://app.example.com: blocked before, allowed after.',
          witness: { origin: 'https://app.example.com', method: 'PUT', headers: [] },
          rules: { before: null, after: 0 }
        },
        { code: 'allow-methods', meaning: false }
      ]
    });
  });

  test.each<[name: string, args: string[], status: number, out: RegExp]>([
    ['the same rules', ['put.xml', 'put.xml'], 0, /go on as before/],
    ['another order', ['put.xml', 'turned.xml'], 0, /go on as before/],
    [
      'the same rules at another store',
      ['put.xml', 'put.xml', '--new-provider', 'aws-s3'],
      1,
      /^Tencent COS, Amazon S3: /
    ],
    ['another store for both', ['put.xml', 'get.xml', '--provider', 'aws-s3'], 1, /^Amazon S3: /],
    ['standard input', ['-', 'turned.xml'], 0, /go on as before/]
  ])('%s', async (_, args, status, out) => {
    const ended = await diff(args, xml('PUT', 'GET'));
    expect(ended).toEqual({ status, stdout: expect.stringMatching(out), stderr: '' });
  });

  test.each<[name: string, args: string[], stderr: RegExp]>([
    ['standard input for both', ['-', '-'], /only one/],
    ['one file', ['put.xml'], /new/],
    ['a missing file', ['put.xml', 'none.xml'], /none\.xml/],
    ['rules that cannot be read', ['broken.xml', 'put.xml'], /^broken\.xml:\d+:\d+/],
    ['a store that is none', ['put.xml', 'put.xml', '--provider', 's3'], /aws-s3/],
    ['another that is none', ['put.xml', 'put.xml', '--new-provider', 's3'], /aws-s3/]
  ])('%s is told on standard error', async (_, args, stderr) => {
    const ended = await diff(args);
    expect(ended).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(stderr) });
  });
});
