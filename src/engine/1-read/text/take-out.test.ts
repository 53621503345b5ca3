/** What is taken out, set and moved in JSON, YAML and Terraform; XML has its rows in `edit.test.ts`. */
import { describe, expect, test } from 'vitest';
import type { Change, ListField, SingleField } from '../../model.ts';
import { changeText } from '../change-text.ts';
import { readRules } from '../read-rules.ts';

const remove = (index: number, field: ListField = 'allowedMethods', rule = 0): Change => ({
  kind: 'remove-value',
  rule,
  field,
  index,
  value: ''
});
const add = (value: string, field: ListField = 'allowedMethods'): Change => ({
  kind: 'add-value',
  rule: 0,
  field,
  value
});
const set = (field: SingleField, value: string | null, rule = 0): Change => ({
  kind: 'set-value',
  rule,
  field,
  value
});
const removeRule = (rule: number): Change => ({ kind: 'remove-rule', rule });
const move = (rule: number, to: number): Change => ({ kind: 'move-rule', rule, to });
const vary = (value: boolean | null): Change => ({ kind: 'set-response-vary', value });

type TakeOutRow = [name: string, before: string, change: Change, after: string];

const jsonRows: TakeOutRow[] = [
  [
    'the first value of a line',
    '[{"AllowedMethods": ["GET", "PUT"]}]',
    remove(0),
    '[{"AllowedMethods": ["PUT"]}]'
  ],
  [
    'the last value of a line',
    '[{"AllowedMethods":["GET","PUT"]}]',
    remove(1),
    '[{"AllowedMethods":["GET"]}]'
  ],
  ['the only value', '[{"AllowedMethods": [\n\t"GET"\n]}]', remove(0), '[{"AllowedMethods": []}]'],
  [
    'the only value, not the comment beside it',
    '[{"AllowedMethods": [\n  "GET" // read\n]}]',
    remove(0),
    '[{"AllowedMethods": [\n  // read\n]}]'
  ],
  [
    'a lone value',
    '{"CORSRules": [{"AllowedMethod": "GET"}]}',
    remove(0),
    '{"CORSRules": [{"AllowedMethod": []}]}'
  ],
  [
    'a value with its line',
    '[{"AllowedMethods": [\r\n\t"GET",\r\n\t"PUT",\r\n\t"HEAD"\r\n]}]',
    remove(1),
    '[{"AllowedMethods": [\r\n\t"GET",\r\n\t"HEAD"\r\n]}]'
  ],
  [
    'the last value with its line',
    '[{"AllowedMethods": [\n  "GET", // read\n  "PUT" // write\n]}]',
    remove(1),
    '[{"AllowedMethods": [\n  "GET" // read\n  // write\n]}]'
  ],
  [
    'a value before a comma of its own',
    '[{"AllowedMethods": ["GET" /* read */, "PUT",]}]',
    remove(0),
    '[{"AllowedMethods": [ /* read */ "PUT",]}]'
  ],
  [
    'what can be read beside what cannot',
    '[{"AllowedMethods": [null, "GET", {"Ref": "a"}]}]',
    remove(0),
    '[{"AllowedMethods": [null, {"Ref": "a"}]}]'
  ],
  [
    'an id in both spellings',
    '{"CORSRules": [{"ID": "a", "AllowedMethod": [], "ID": "b"}]}',
    set('id', null),
    '{"CORSRules": [{"AllowedMethod": []}]}'
  ],
  [
    'an age before an unknown name',
    '[{"MaxAgeSeconds": 5, "Other": 1}]',
    set('maxAgeSeconds', null),
    '[{"Other": 1}]'
  ],
  [
    'a rule with its lines',
    '[\n  // a\n  {\n    "ID": "a"\n  },\n  // b\n  {\n    "ID": "b"\n  }\n]\n',
    removeRule(0),
    '[\n  // a\n  // b\n  {\n    "ID": "b"\n  }\n]\n'
  ],
  ['the last of the rules', '[{"ID": "a"}, {"ID": "b"}]', removeRule(1), '[{"ID": "a"}]'],
  [
    'the only rule',
    '{\n  "CORSRules": [\n    {\n      "ID": "a"\n    }\n  ]\n}',
    removeRule(0),
    '{\n  "CORSRules": []\n}'
  ],
  ['a rule that stands in no list', '{"AllowedMethods": []}', removeRule(0), '[]'],
  [
    'a rule of the service, not those of others',
    '[{"service": "queue", "AllowedOrigins": "*"}, {"service": "blob", "AllowedOrigins": "*"}]',
    removeRule(0),
    '[{"service": "queue", "AllowedOrigins": "*"}]'
  ],
  [
    'a member of a text with commas',
    '[{"allowedOrigins": "a.test, b.test,c.test", "service": "blob"}]',
    remove(1, 'allowedOrigins'),
    '[{"allowedOrigins": "a.test, c.test", "service": "blob"}]'
  ],
  [
    'the only member of a text with commas',
    '[{"allowedOrigins": "a.test", "service": "blob"}]',
    remove(0, 'allowedOrigins'),
    '[{"allowedOrigins": "", "service": "blob"}]'
  ],
  [
    'a header that is allowed and exposed',
    '[{"origin": ["*"], "responseHeader": ["ETag", "x-a"]}]',
    remove(0, 'exposeHeaders'),
    '[{"origin": ["*"], "responseHeader": ["x-a"]}]'
  ],
  [
    'ResponseVary',
    '{\n  "CORSRules": [],\n  "ResponseVary": true\n}',
    vary(null),
    '{\n  "CORSRules": []\n}'
  ],
  [
    'an id that is computed: nothing',
    '{"Resources": {"B": {"Type": "AWS::S3::Bucket", "Properties": {"CorsConfiguration": {"CorsRules": [{"Id": {"Ref": "a"}}]}}}}}',
    set('id', null),
    '{"Resources": {"B": {"Type": "AWS::S3::Bucket", "Properties": {"CorsConfiguration": {"CorsRules": [{"Id": {"Ref": "a"}}]}}}}}'
  ],
  [
    'an id where there is none in the format: nothing',
    '[{"origin": ["*"]}]',
    set('id', 'a'),
    '[{"origin": ["*"]}]'
  ]
];

const jsonSetRows: TakeOutRow[] = [
  [
    'an id first',
    '[{"AllowedMethods": ["GET"]}]',
    set('id', 'a"b'),
    '[{"ID": "a\\"b", "AllowedMethods": ["GET"]}]'
  ],
  [
    'an age as a number, last',
    '[\n\t{\n\t\t"AllowedMethods": ["GET"]\n\t}\n]',
    set('maxAgeSeconds', '60'),
    '[\n\t{\n\t\t"AllowedMethods": ["GET"],\n\t\t"MaxAgeSeconds": 60\n\t}\n]'
  ],
  [
    'an age in place of a number',
    '[{"AllowedMethods": [], "MaxAgeSeconds": 5}]',
    set('maxAgeSeconds', '60'),
    '[{"AllowedMethods": [], "MaxAgeSeconds": 60}]'
  ],
  [
    'an age in place of a text',
    '[{"AllowedMethods": [], "MaxAgeSeconds": "5"}]',
    set('maxAgeSeconds', '60'),
    '[{"AllowedMethods": [], "MaxAgeSeconds": "60"}]'
  ],
  [
    'an age that is no number',
    '[{"AllowedMethods": [], "MaxAgeSeconds": 5}]',
    set('maxAgeSeconds', '1h'),
    '[{"AllowedMethods": [], "MaxAgeSeconds": "1h"}]'
  ],
  [
    'an id in the spelling that counts',
    '{"CORSRules": [{"ID": "a", "AllowedOrigin": "*", "ID": \'b\'}]}',
    set('id', 'c'),
    '{"CORSRules": [{"ID": "a", "AllowedOrigin": "*", "ID": "c"}]}'
  ],
  [
    'ResponseVary behind the rules',
    '{\n  "CORSRules": []\n}',
    vary(true),
    '{\n  "CORSRules": [],\n  "ResponseVary": "true"\n}'
  ],
  [
    'ResponseVary as a boolean where it is one',
    '{"CORSRule": [], "ResponseVary": true}',
    vary(false),
    '{"CORSRule": [], "ResponseVary": false}'
  ],
  [
    'no ResponseVary where nothing stands around the rules',
    '[{"AllowedMethods": []}]',
    vary(true),
    '[{"AllowedMethods": []}]'
  ]
];

const jsonMovedRows: TakeOutRow[] = [
  [
    'as it is, comments and unknown names in it',
    '[\n  {\n    "ID": "a", // a\n    "Other": [1]\n  },\n  {"ID": "b"}\n]',
    move(0, 1),
    '[\n  {"ID": "b"},\n  {\n    "ID": "a", // a\n    "Other": [1]\n  }\n]'
  ],
  [
    'past a comment that stays',
    '[{"ID": "a"}, /* 2 */ {"ID": "b"}, {"ID": "c"}]',
    move(2, 0),
    '[{"ID": "c"}, /* 2 */ {"ID": "a"}, {"ID": "b"}]'
  ],
  ['nowhere alone', '{"AllowedMethods": []}', move(0, 1), '{"AllowedMethods": []}']
];

const yaml = (rules: string) => `CorsConfiguration:\n  CorsRules:${rules}`;

const yamlRows: TakeOutRow[] = [
  [
    'a value with its dash and line',
    yaml('\n    - AllowedMethods:\n        - GET # read\n        - PUT\n'),
    remove(1),
    yaml('\n    - AllowedMethods:\n        - GET # read\n')
  ],
  [
    'a value, not the comment behind it',
    yaml('\n    - AllowedMethods:\n        - GET # read\n        - PUT\n'),
    remove(0),
    yaml('\n    - AllowedMethods:\n        # read\n        - PUT\n')
  ],
  [
    'the only value',
    yaml('\r\n  - AllowedMethods: # all\r\n    - GET\r\n    MaxAge: 5\r\n'),
    remove(0),
    yaml('\r\n  - AllowedMethods: [] # all\r\n    MaxAge: 5\r\n')
  ],
  [
    'what can be read beside what is computed',
    yaml('\n    - AllowedMethods:\n        - !Ref Method\n        - GET\n'),
    remove(0),
    yaml('\n    - AllowedMethods:\n        - !Ref Method\n')
  ],
  [
    'a value in brackets',
    yaml('\n    - AllowedMethods: [GET, PUT]\n'),
    remove(0),
    yaml('\n    - AllowedMethods: [PUT]\n')
  ],
  [
    'an id on the line of its dash',
    yaml('\n    - Id: a\n      AllowedMethods: [GET]\n'),
    set('id', null),
    yaml('\n    - AllowedMethods: [GET]\n')
  ],
  [
    'an id, not the comment behind it',
    yaml('\n    - Id: a # mine\n      AllowedMethods: [GET]\n'),
    set('id', null),
    yaml('\n    - # mine\n      AllowedMethods: [GET]\n')
  ],
  [
    'all that a rule says',
    yaml('\n    - MaxAge: 5\n'),
    set('maxAgeSeconds', null),
    yaml('\n    - {}\n')
  ],
  [
    'an age that is computed: nothing',
    yaml('\n    - MaxAge: !Ref Age\n'),
    set('maxAgeSeconds', null),
    yaml('\n    - MaxAge: !Ref Age\n')
  ],
  [
    'a rule with its lines',
    yaml('\n    # one\n    - Id: a\n      MaxAge: 5 # s\n    # two\n    - Id: b\n'),
    removeRule(0),
    yaml('\n    # one\n    # two\n    - Id: b\n')
  ],
  [
    'the only rule',
    `${yaml('\n    - Id: a\n      MaxAge: 5\n')}Other: 1\n`,
    removeRule(0),
    `${yaml(' []\n')}Other: 1\n`
  ],
  ['a rule in brackets', yaml(' [{Id: a}, {Id: b}]\n'), removeRule(1), yaml(' [{Id: a}]\n')]
];

const yamlSetRows: TakeOutRow[] = [
  [
    'an id first',
    yaml('\n    - AllowedMethods: [GET]\n'),
    set('id', 'a: b'),
    yaml('\n    - Id: "a: b"\n      AllowedMethods: [GET]\n')
  ],
  [
    'an age last, as a number',
    yaml('\n    - AllowedMethods:\n        - GET\n'),
    set('maxAgeSeconds', '60'),
    yaml('\n    - AllowedMethods:\n        - GET\n      MaxAge: 60\n')
  ],
  [
    'an age in place of another',
    yaml('\n    - MaxAge: 5 # s\n'),
    set('maxAgeSeconds', '60'),
    yaml('\n    - MaxAge: 60 # s\n')
  ],
  ['an id in its quotes', yaml("\n    - Id: 'a'\n"), set('id', 'b'), yaml("\n    - Id: 'b'\n")],
  [
    'an id that is not written yet',
    yaml('\n    - Id:\n      MaxAge: 5\n'),
    set('id', 'b'),
    yaml('\n    - Id: b\n      MaxAge: 5\n')
  ],
  [
    'a value into an empty list, as other lists are',
    yaml('\n    - AllowedOrigins:\n        - a.test\n      AllowedMethods: []\n'),
    add('GET'),
    yaml('\n    - AllowedOrigins:\n        - a.test\n      AllowedMethods:\n        - GET\n')
  ]
];

const yamlMovedRows: TakeOutRow[] = [
  [
    'as it is',
    yaml('\n    - Id: a # mine\n      Other: |\n        text\n    - Id: b # last\n'),
    move(0, 1),
    yaml('\n    - Id: b # last\n    - Id: a # mine\n      Other: |\n        text\n')
  ],
  [
    'past a comment that stays',
    yaml('\n    - Id: a\n    # two\n    - Id: b\n    - Id: c\n'),
    move(2, 0),
    yaml('\n    - Id: c\n    # two\n    - Id: a\n    - Id: b\n')
  ]
];

const hcl = (body: string) =>
  `resource "aws_s3_bucket_cors_configuration" "a" {\n  bucket = "a"\n\n${body}}\n`;
const other = `resource "aws_s3_bucket_cors_configuration" "b" {\n  cors_rule {\n    allowed_methods = ["PUT"]\n  }\n}\n`;

const hclRows: TakeOutRow[] = [
  [
    'a value between what is computed',
    hcl('  cors_rule {\n    allowed_origins = [var.a, "b", "https://${var.c}"]\n  }\n'),
    remove(0, 'allowedOrigins'),
    hcl('  cors_rule {\n    allowed_origins = [var.a, "https://${var.c}"]\n  }\n')
  ],
  [
    'a value with its line, in the first of two buckets',
    hcl('  cors_rule {\n    allowed_methods = [\n      "GET", # read\n      "PUT",\n    ]\n  }\n') +
      other,
    remove(1),
    hcl('  cors_rule {\n    allowed_methods = [\n      "GET", # read\n    ]\n  }\n') + other
  ],
  [
    'the only value',
    hcl('  cors_rule {\n    allowed_methods = ["GET"]\n  }\n'),
    remove(0),
    hcl('  cors_rule {\n    allowed_methods = []\n  }\n')
  ],
  [
    'an age with its line',
    hcl('  cors_rule {\n    allowed_methods = ["GET"]\n    max_age_seconds = 5\n  }\n'),
    set('maxAgeSeconds', null),
    hcl('  cors_rule {\n    allowed_methods = ["GET"]\n  }\n')
  ],
  [
    'an age that is computed: nothing',
    hcl('  cors_rule {\n    max_age_seconds = var.age\n  }\n'),
    set('maxAgeSeconds', null),
    hcl('  cors_rule {\n    max_age_seconds = var.age\n  }\n')
  ],
  [
    'a rule with its lines and the empty one before it',
    hcl('  cors_rule {\n    id = "a"\n  }\n\n  cors_rule {\n    id = "b"\n  }\n'),
    removeRule(1),
    hcl('  cors_rule {\n    id = "a"\n  }\n')
  ],
  [
    'a rule, and leaves one empty line',
    hcl('  # one\n  cors_rule {\n    id = "a"\n  }\n\n  # two\n  cors_rule {\n    id = "b"\n  }\n'),
    removeRule(0),
    hcl('  # one\n\n  # two\n  cors_rule {\n    id = "b"\n  }\n')
  ],
  [
    'the only object of a list',
    'resource "cloudflare_r2_bucket_cors" "a" {\n  rules = [{\n    allowed = { origins = ["*"] }\n  }]\n}\n',
    removeRule(0),
    'resource "cloudflare_r2_bucket_cors" "a" {\n  rules = []\n}\n'
  ],
  [
    'the setting of Vary',
    'resource "tencentcloud_cos_bucket" "a" {\n  bucket             = "a"\n  cors_response_vary = true\n}\n',
    vary(null),
    'resource "tencentcloud_cos_bucket" "a" {\n  bucket             = "a"\n}\n'
  ]
];

const hclSetRows: TakeOutRow[] = [
  [
    'an id first, in line',
    hcl('  cors_rule {\n    allowed_methods = ["GET"]\n  }\n'),
    set('id', '${a}'),
    hcl('  cors_rule {\n    id              = "$${a}"\n    allowed_methods = ["GET"]\n  }\n')
  ],
  [
    'an age last',
    hcl('  cors_rule {\n    allowed_methods = ["GET"]\n  }\n'),
    set('maxAgeSeconds', '60'),
    hcl('  cors_rule {\n    allowed_methods = ["GET"]\n    max_age_seconds = 60\n  }\n')
  ],
  [
    'an age in an object on one line',
    'resource "cloudflare_r2_bucket_cors" "a" {\n  rules = [{ id = "a", allowed = { origins = ["*"] } }]\n}\n',
    set('maxAgeSeconds', '60'),
    'resource "cloudflare_r2_bucket_cors" "a" {\n  rules = [{ id = "a", allowed = { origins = ["*"] }, max_age_seconds = 60 }]\n}\n'
  ],
  [
    'the setting of Vary behind the others',
    'resource "tencentcloud_cos_bucket" "a" {\n  bucket = "a"\n\n  cors_rules {\n  }\n}\n',
    vary(true),
    'resource "tencentcloud_cos_bucket" "a" {\n  bucket = "a"\n  cors_response_vary = true\n\n  cors_rules {\n  }\n}\n'
  ],
  [
    'no Vary where the resource has none',
    hcl('  cors_rule {\n  }\n'),
    vary(true),
    hcl('  cors_rule {\n  }\n')
  ]
];

const hclMovedRows: TakeOutRow[] = [
  [
    'past what stands between',
    hcl(
      '  cors_rule {\n    id    = "a" # a\n    other = var.b\n  }\n\n  acl = "x"\n\n  cors_rule {\n    id = "b"\n  }\n'
    ),
    move(0, 1),
    hcl(
      '  cors_rule {\n    id = "b"\n  }\n\n  acl = "x"\n\n  cors_rule {\n    id    = "a" # a\n    other = var.b\n  }\n'
    )
  ]
];

const ORIGIN = 'X-Container-Meta-Access-Control-Allow-Origin';
const AGE = 'X-Container-Meta-Access-Control-Max-Age';
const MINIO = 'MINIO_API_CORS_ALLOW_ORIGIN';

const headerRows: TakeOutRow[] = [
  ['a word', `${ORIGIN}: a  b c\r\n`, remove(1, 'allowedOrigins'), `${ORIGIN}: a c\r\n`],
  [
    'the only word of a line, with the line',
    `${AGE}: 5\r\n${ORIGIN}: a\r\nX-A: 1\r\n`,
    remove(0, 'allowedOrigins'),
    `${AGE}: 5\r\nX-A: 1\r\n`
  ],
  [
    'the only word of the only line',
    `X-A: 1\n${ORIGIN}:  a\n`,
    remove(0, 'allowedOrigins'),
    `X-A: 1\n${ORIGIN}:\n`
  ],
  ['an age, but not the whole rule', `${AGE}: 5`, set('maxAgeSeconds', null), `${AGE}: 5`],
  [
    'every age',
    `${AGE}: 5\n${ORIGIN}: a\n${AGE}: 6\n`,
    set('maxAgeSeconds', null),
    `${ORIGIN}: a\n`
  ],
  ['the rule, and nothing else', `X-A: 1\n${ORIGIN}: a\n${AGE}: 5\n`, removeRule(0), 'X-A: 1\n'],
  ['an age in place of another', `${AGE}: 5\n`, set('maxAgeSeconds', '6'), `${AGE}: 6\n`],
  [
    'an age on a line of its own',
    `${ORIGIN}: a\r\n`,
    set('maxAgeSeconds', '6'),
    `${ORIGIN}: a\r\n${AGE}: 6\r\n`
  ],
  ['an origin of a MinIO server', `${MINIO}="a,b"`, remove(0, 'allowedOrigins'), `${MINIO}="b"`],
  ['no last origin of a MinIO server', `${MINIO}=a`, remove(0, 'allowedOrigins'), `${MINIO}=a`],
  [
    'every line of a MinIO server',
    `A=1\n${MINIO}=a\nB=2\nexport ${MINIO}=b\n`.replace('A=1', 'MINIO_A=1'),
    removeRule(0),
    'MINIO_A=1\nB=2\n'
  ]
];

describe.each([
  ['JSON takes out', jsonRows],
  ['JSON sets', jsonSetRows],
  ['JSON moves a rule', jsonMovedRows],
  ['YAML takes out', yamlRows],
  ['YAML sets', yamlSetRows],
  ['YAML moves a rule', yamlMovedRows],
  ['Terraform takes out', hclRows],
  ['Terraform sets', hclSetRows],
  ['Terraform moves a rule', hclMovedRows],
  ['header lines takes out or sets', headerRows]
] satisfies [string, TakeOutRow[]][])('a change of %s', (_, rows) => {
  test.each(rows)('%s', (_, before, change, after) => {
    expect(changeText(readRules(before), before, [change]).text).toBe(after);
  });
});
