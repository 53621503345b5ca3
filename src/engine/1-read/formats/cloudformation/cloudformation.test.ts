import { describe, expect, test } from 'vitest';
import type { Change, ListField, PlainRule } from '../../../model.ts';
import { changeText } from '../../change-text.ts';
import { readRules } from '../../read-rules.ts';
import { plainRule } from '../../plain.ts';

/** A text as a table row has it: `|` begins each of its lines. */
const block = (text: string) => text.trim().replace(/^ *\|/gm, '');

const read = (text: string) => {
  const { format, complete, ruleSet } = readRules(text);
  return { format, complete, rules: ruleSet.rules.map(plainRule) };
};
const rule = (said: Partial<PlainRule>): PlainRule => ({
  id: null,
  allowedOrigins: [],
  allowedMethods: [],
  allowedHeaders: [],
  exposeHeaders: [],
  maxAgeSeconds: null,
  ...said
});
const FULL = rule({
  id: 'uploads',
  allowedOrigins: ['https://a.test', '*'],
  allowedMethods: ['GET', 'PUT'],
  allowedHeaders: ['*'],
  exposeHeaders: ['ETag'],
  maxAgeSeconds: '3000'
});

const SYNTHESISED = JSON.stringify({
  Resources: {
    Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'B' } } },
    B08E7C7AF: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        CorsConfiguration: {
          CorsRules: [
            {
              AllowedHeaders: ['*'],
              AllowedMethods: ['GET', 'PUT'],
              AllowedOrigins: ['https://a.test', '*'],
              ExposedHeaders: ['ETag'],
              Id: 'uploads',
              MaxAge: 3000
            }
          ]
        }
      },
      UpdateReplacePolicy: 'Retain'
    }
  },
  Parameters: { BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>' } }
});

const readings: [name: string, text: string, format: string, rules: PlainRule[]][] = [
  ['what CDK writes', SYNTHESISED, 'cloudformation-json', [FULL]],
  [
    'a template in YAML',
    block(`
      |# buckets
      |AWSTemplateFormatVersion: "2010-09-09"
      |Resources:
      |  Topic: !Ref Other
      |  Uploads:
      |    Type: AWS::S3::Bucket
      |    Properties:
      |      BucketName: !Sub "\${AWS::StackName}-uploads" # computed, and no rule
      |      CorsConfiguration:
      |        CorsRules:
      |        - AllowedOrigins: [https://a.test, '*']
      |          AllowedMethods:
      |            - GET
      |            # and
      |            - "PUT"
      |          AllowedHeaders: ["*"]
      |          ExposedHeaders:
      |            - >-
      |              ETag
      |          Id: uploads
      |          MaxAge: 3000
      |Outputs:
      |  Empty:
    `),
    'cloudformation-yaml',
    [FULL]
  ],
  [
    'the resources of the Serverless Framework',
    block(`
      |service: a
      |custom: \${file(custom.yml)}
      |resources:
      |  Resources:
      |    B:
      |      Properties:
      |        CorsConfiguration: {CorsRules: [{AllowedMethods: [GET]}]}
    `),
    'cloudformation-yaml',
    [rule({ allowedMethods: ['GET'] })]
  ],
  [
    'a piece of YAML',
    'CorsRules:\r\n- AllowedMethods:\r\n  - GET\r\n',
    'cloudformation-yaml',
    [rule({ allowedMethods: ['GET'] })]
  ],
  [
    'a piece of JSON with a name of its own',
    '{"CorsRules": [{"AllowedOrigins": ["*"], "MaxAge": "5"}]}',
    'cloudformation-json',
    [rule({ allowedOrigins: ['*'], maxAgeSeconds: '5' })]
  ],
  [
    'a piece of JSON that may be of the S3 API',
    '{"CorsRules": [{"AllowedOrigins": ["*"]}]}',
    's3-json',
    [rule({ allowedOrigins: ['*'] })]
  ]
];

describe('templates are read', () => {
  test.each(readings)('%s', (_, text, format, rules) => {
    expect(read(text)).toEqual({ format, complete: true, rules });
  });

  test('each value where it stands', () => {
    const text =
      "CorsRules:\n- AllowedOrigins: [https://a.test, \"b\\u0021\", 'c''d']\n  MaxAge: 5";
    const [found] = readRules(text).ruleSet.rules;
    const written = [
      ...(found?.allowedOrigins ?? []),
      ...(found?.maxAgeSeconds ? [found.maxAgeSeconds] : [])
    ];
    expect(written.map(({ value, span }) => [value, text.slice(span.from, span.to)])).toEqual([
      ['https://a.test', 'https://a.test'],
      ['b!', 'b\\u0021'],
      ["c'd", "c''d"],
      ['5', '5']
    ]);
  });

  test('what is computed is left out, and the rest is read', () => {
    const text = 'CorsRules:\n- AllowedOrigins: [a, !Ref B]\n  AllowedMethods: [GET]\n- !Ref C\n';
    expect(read(text)).toEqual({
      format: 'cloudformation-yaml',
      complete: false,
      rules: [rule({ allowedOrigins: ['a'], allowedMethods: ['GET'] })]
    });
  });

  test('the first of several buckets is read, and the others are named', () => {
    const names = ['A', 'B', 'C'];
    const bucket = {
      Properties: { CorsConfiguration: { CorsRules: [{ AllowedMethods: ['GET'] }] } }
    };
    const text = JSON.stringify({
      Resources: Object.fromEntries(names.map((name) => [name, bucket]))
    });
    const { problems, ruleSet, complete } = readRules(text);
    expect(ruleSet.rules).toHaveLength(1);
    expect(complete).toBe(true);
    expect(problems.map(({ code, args }) => [code, args])).toEqual([
      ['more-buckets', { name: 'A', others: ['B', 'C'] }]
    ]);
  });

  test('a template may be longer than a store takes', () => {
    const text = `CorsRules: []\n${'# long\n'.repeat(20_000)}`;
    expect(readRules(text).problems).toEqual([]);
  });
});

const add = (value: string, field: ListField = 'allowedMethods', at = 0): Change => ({
  kind: 'add-value',
  rule: at,
  field,
  value
});
const replace = (index: number, value: string): Change => ({
  kind: 'replace-value',
  rule: 0,
  field: 'allowedMethods',
  index,
  value
});
const insert = (at: number): Change => ({
  kind: 'insert-rule',
  at,
  rule: rule({ allowedOrigins: ['*'], allowedMethods: ['GET'], maxAgeSeconds: '5' })
});

type CloudFormationEditRow = [name: string, before: string, change: Change, after: string];

const edits: CloudFormationEditRow[] = [
  [
    'behind the last item, with its comment',
    block(`
      |CorsRules:
      |  - AllowedMethods:
      |    - GET # reads
      |    MaxAge: 5`),
    add('PUT'),
    block(`
      |CorsRules:
      |  - AllowedMethods:
      |    - GET # reads
      |    - PUT
      |    MaxAge: 5`)
  ],
  [
    'quoted as its neighbours are',
    "CorsRules:\r\n- AllowedMethods:\r\n    - 'GET'\r\n",
    add("it's"),
    "CorsRules:\r\n- AllowedMethods:\r\n    - 'GET'\r\n    - 'it''s'\r\n"
  ],
  [
    'in brackets',
    'CorsRules:\n- AllowedMethods: [GET, "PUT"] # both',
    add('HEAD'),
    'CorsRules:\n- AllowedMethods: [GET, "PUT", HEAD] # both'
  ],
  [
    'in braces',
    'CorsRules: [{Id: a}]',
    add('GET'),
    'CorsRules: [{Id: a, "AllowedMethods": ["GET"]}]'
  ],
  [
    'behind the field before',
    block(`
      |CorsRules:
      |  - AllowedOrigins:
      |      - "*"
      |    MaxAge: 5`),
    add('PUT'),
    block(`
      |CorsRules:
      |  - AllowedOrigins:
      |      - "*"
      |    AllowedMethods:
      |      - "PUT"
      |    MaxAge: 5`)
  ],
  [
    'before all others',
    'CorsRules:\n-   MaxAge: 5\n',
    add('*', 'allowedOrigins'),
    'CorsRules:\n-   AllowedOrigins:\n    - "*"\n    MaxAge: 5\n'
  ],
  [
    'where a key waits for its value',
    'CorsRules:\n  - AllowedMethods: # which\n    Id: a\n',
    add('GET'),
    'CorsRules:\n  - AllowedMethods:\n      - GET # which\n    Id: a\n'
  ],
  [
    'beside a text alone',
    'CorsRules:\n  - AllowedMethods: GET\n',
    add('PUT'),
    'CorsRules:\n  - AllowedMethods: ["GET", "PUT"]\n'
  ],
  [
    'into a list that is computed in part',
    'CorsRules:\n- AllowedMethods:\n  - !Ref A\n',
    add('PUT'),
    'CorsRules:\n- AllowedMethods:\n  - !Ref A\n  - PUT\n'
  ],
  [
    'not into one that is computed',
    'CorsRules:\n- AllowedMethods: !Ref A\n',
    add('PUT'),
    'CorsRules:\n- AllowedMethods: !Ref A\n'
  ],
  [
    'in place of a text',
    "CorsRules:\n- AllowedMethods: ['G', P, >-\n  x\n  ]\n",
    replace(1, 'PUT'),
    "CorsRules:\n- AllowedMethods: ['G', PUT, >-\n  x\n  ]\n"
  ],
  [
    'in place of a block',
    'CorsRules:\n- AllowedMethods:\n  - |\n    G\n  - B\n',
    replace(0, 'a b'),
    'CorsRules:\n- AllowedMethods:\n  - "a b"\n  - B\n'
  ],
  [
    'a rule before another',
    block(`
      |CorsConfiguration:
      |  CorsRules:
      |  # first
      |  - Id: a
      |    AllowedMethods:
      |    - 'PUT'`),
    insert(0),
    block(`
      |CorsConfiguration:
      |  CorsRules:
      |  # first
      |  - AllowedOrigins:
      |    - '*'
      |    AllowedMethods:
      |    - 'GET'
      |    MaxAge: 5
      |  - Id: a
      |    AllowedMethods:
      |    - 'PUT'`)
  ],
  [
    'a rule into an empty list',
    'CorsConfiguration:\n  CorsRules: []\n',
    insert(0),
    'CorsConfiguration:\n  CorsRules:\n    - AllowedOrigins:\n        - "*"\n      AllowedMethods:\n        - GET\n      MaxAge: 5\n'
  ],
  [
    'a rule into a list that waits for one',
    'CorsConfiguration:\n  CorsRules:\nOther: 1\n',
    insert(0),
    'CorsConfiguration:\n  CorsRules:\n    - AllowedOrigins:\n        - "*"\n      AllowedMethods:\n        - GET\n      MaxAge: 5\nOther: 1\n'
  ],
  [
    'a rule in braces',
    'CorsRules: [{MaxAge: 1}]',
    insert(1),
    'CorsRules: [{MaxAge: 1}, {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAge": 5}]'
  ],
  [
    'a value in JSON',
    '{"CorsConfiguration": {"CorsRules": [{"AllowedMethods": [{"Ref": "A"}], "MaxAge": 1}]}}',
    add('PUT'),
    '{"CorsConfiguration": {"CorsRules": [{"AllowedMethods": [{"Ref": "A"}, "PUT"], "MaxAge": 1}]}}'
  ],
  [
    'nothing for what JSON computes',
    '{"CorsConfiguration": {"CorsRules": [{"AllowedMethods": {"Ref": "A"}}]}}',
    add('PUT'),
    '{"CorsConfiguration": {"CorsRules": [{"AllowedMethods": {"Ref": "A"}}]}}'
  ]
];

test.each(edits)('an edit puts it %s', (_, before, change, after) => {
  expect(changeText(readRules(before), before, [change]).text).toBe(after);
});
