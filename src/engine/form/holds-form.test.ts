import { expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import { providerById, type ProviderId } from '../providers/providers.ts';
import { areLines, holdsForm } from './holds-form.ts';

const xml = (rule: string, beside = '') =>
  `<CORSConfiguration><CORSRule><AllowedOrigin>https://a.test</AllowedOrigin><AllowedMethod>GET</AllowedMethod>${rule}</CORSRule>${beside}</CORSConfiguration>`;

/** What is listed, each with the text that it is about. */
const ROWS: [ProviderId, string, string[]][] = [
  ['tencent-cos', xml('<ID>a</ID><!-- kept -->', '<ResponseVary>true</ResponseVary>'), []],
  ['tencent-cos', '', []],
  ['tencent-cos', xml('<AllowHeader>x</AllowHeader>'), ['problem AllowHeader']],
  ['tencent-cos', xml('<Note>x</Note>'), ['problem Note']],
  ['tencent-cos', xml('<AllowedHeader>\n x </AllowedHeader>'), ['value-no-line \n x ']],
  ['tencent-cos', xml('', '<ResponseVary>yes</ResponseVary>'), ['vary-odd yes']],
  ['aws-s3', xml('', '<ResponseVary>true</ResponseVary>'), ['vary-none true']],
  ['digitalocean-spaces', xml('<ExposeHeader>ETag</ExposeHeader>'), ['field-none ETag']],
  ['google-cloud-storage', '[{"origin":["*"],"responseHeader":["ETag"]}]', []],
  ['google-cloud-storage', xml('<ExposeHeader>ETag</ExposeHeader>'), ['field-none ETag']],
  ['minio', xml('<MaxAgeSeconds>5</MaxAgeSeconds>'), ['field-none GET', 'field-none 5']],
  [
    'aws-s3',
    'resource "aws_s3_bucket_cors_configuration" "this" {\n  cors_rule {\n    allowed_methods = ["PUT"]\n    allowed_origins = [var.origin]\n  }\n}',
    ['problem var.origin']
  ]
];

test.each(ROWS)('%s: %s', (id, text, wanted) => {
  const told = holdsForm(readRules(text), providerById(id).form).map(
    ({ code, span }) => `${code} ${text.slice(span.from, span.to)}`
  );
  expect(told).toEqual(wanted);
});

test.each([
  [['a', 'b c'], true],
  [[], true],
  [['a', ''], false],
  [['a\nb'], false]
])('%j are lines: %s', (values, wanted) => {
  expect(areLines(values)).toBe(wanted);
});
