/** Rules in what people paste: a change goes into them in place, in the spelling around, and the rest stays to the byte. */
import { describe, expect, test } from 'vitest';
import { changeText } from '../change-text.ts';
import { readRules } from '../read-rules.ts';
import type { Change } from '../../model.ts';

const ADD: Change = { kind: 'add-value', rule: 0, field: 'allowedMethods', value: 'PUT' };
const EXPOSE: Change = { kind: 'add-value', rule: 0, field: 'exposeHeaders', value: 'ETag' };

const rows: [string, string, Change, string][] = [
  [
    'JavaScript',
    "client.putBucketCORS('b', [{ allowedOrigin: '*', allowedMethod: ['GET'] }]);",
    ADD,
    "client.putBucketCORS('b', [{ allowedOrigin: '*', allowedMethod: ['GET', 'PUT'] }]);"
  ],
  [
    'JavaScript, a field that is not there',
    "client.putBucketCORS('b', [{ allowedOrigin: '*', allowedMethod: ['GET'] }]);",
    EXPOSE,
    "client.putBucketCORS('b', [{ allowedOrigin: '*', allowedMethod: ['GET'], exposeHeader: ['ETag'] }]);"
  ],
  [
    'Python',
    "s3.put_bucket_cors(Bucket='b', CORSConfiguration={'CORSRules': [{'AllowedOrigins': ['*'], 'AllowedMethods': ['GET']}]})",
    EXPOSE,
    "s3.put_bucket_cors(Bucket='b', CORSConfiguration={'CORSRules': [{'AllowedOrigins': ['*'], 'AllowedMethods': ['GET'], 'ExposeHeaders': ['ETag']}]})"
  ],
  [
    'PHP',
    "$c->putBucketCors(['Bucket' => 'b', 'CORSConfiguration' => ['CORSRules' => [['AllowedOrigins' => ['*'], 'AllowedMethods' => ['GET']]]]]);",
    EXPOSE,
    "$c->putBucketCors(['Bucket' => 'b', 'CORSConfiguration' => ['CORSRules' => [['AllowedOrigins' => ['*'], 'AllowedMethods' => ['GET'], 'ExposeHeaders' => ['ETag']]]]]);"
  ],
  [
    'Go',
    'CORSRules: []types.CORSRule{{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"GET"}}}',
    EXPOSE,
    'CORSRules: []types.CORSRule{{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"GET"}, ExposeHeaders: []string{"ETag"}}}'
  ],
  [
    'PowerShell',
    '$CorsRules = (@{AllowedOrigins=@("*");AllowedMethods=@("GET")})',
    ADD,
    '$CorsRules = (@{AllowedOrigins=@("*");AllowedMethods=@("GET","PUT")})'
  ],
  [
    'a command',
    `aws s3api put-bucket-cors --cors-configuration '{"CORSRules":[{"AllowedOrigins":["*"],"AllowedMethods":["GET"]}]}'`,
    ADD,
    `aws s3api put-bucket-cors --cors-configuration '{"CORSRules":[{"AllowedOrigins":["*"],"AllowedMethods":["GET","PUT"]}]}'`
  ],
  [
    'a command whose quotes have backslashes',
    'echo [{\\"origin\\": [\\"*\\"], \\"method\\": [\\"GET\\"]}] > cors.json',
    ADD,
    'echo [{\\"origin\\": [\\"*\\"], \\"method\\": [\\"GET\\", \\"PUT\\"]}] > cors.json'
  ],
  [
    'a Markdown text',
    'Mine:\n\n```xml\n<CORSConfiguration>\n  <CORSRule>\n    <AllowedOrigin>*</AllowedOrigin>\n    <AllowedMethod>GET</AllowedMethod>\n  </CORSRule>\n</CORSConfiguration>\n```\nIt fails.',
    ADD,
    'Mine:\n\n```xml\n<CORSConfiguration>\n  <CORSRule>\n    <AllowedOrigin>*</AllowedOrigin>\n    <AllowedMethod>GET</AllowedMethod>\n    <AllowedMethod>PUT</AllowedMethod>\n  </CORSRule>\n</CORSConfiguration>\n```\nIt fails.'
  ],
  [
    'a form in Chinese',
    '来源 Origin：https://a.test\n操作 Methods：GET\n超时 Max-Age：5',
    ADD,
    '来源 Origin：https://a.test\n操作 Methods：GET,PUT\n超时 Max-Age：5'
  ]
];

describe('a change in place', () => {
  test.each(rows)('%s', (_, text, change, wanted) => {
    const read = readRules(text);
    expect(read.wrapping).toBeDefined();
    expect(changeText(read, text, [change]).text).toBe(wanted);
  });
});

test.each([
  ['prose', '我在控制台里把跨域设置都打开了，还是报错。'],
  ['names of nothing', '[{"hosts":["*"],"verbs":["GET"]}]'],
  ['code that sets a header', "resp.headers['Access-Control-Allow-Origin'] = '*'"],
  ['brackets without end', '[{('.repeat(5_000)],
  ['names without end', "allowedOrigin: ['".repeat(5_000)]
])('%s are no rules', (_, text) => {
  expect(readRules(text)).toMatchObject({ format: null, ruleSet: { rules: [] } });
});

test('what is computed is named where it stands, and left', () => {
  const text = "put_bucket_cors(CORSConfiguration={'CORSRules': [{'AllowedOrigins': ORIGINS}]})";
  const { problems } = readRules(text);
  expect(problems.map(({ code, span }) => [code, text.slice(span.from, span.to)])).toEqual([
    ['value-computed', 'ORIGINS']
  ]);
});
