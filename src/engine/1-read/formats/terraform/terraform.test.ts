import { describe, expect, test } from 'vitest';
import type { Change, ListField, PlainRule } from '../../../model.ts';
import { changeText } from '../../change-text.ts';
import { formatOf, readRules } from '../../read-rules.ts';
import { plainRule, ruleAt } from '../../plain.ts';

/** A text as a table row has it: `|` begins each of its lines. */
const block = (text: string) => text.trim().replace(/^ *\|/gm, '');

const read = (text: string) => {
  const { format, complete, ruleSet } = readRules(text);
  return {
    format,
    complete,
    rules: ruleSet.rules.map(plainRule),
    vary: ruleSet.responseVary?.value
  };
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
const SAID = {
  allowedOrigins: ['https://a.test'],
  allowedMethods: ['GET', 'PUT'],
  allowedHeaders: ['*'],
  exposeHeaders: ['ETag'],
  maxAgeSeconds: '600'
};
const [NAMELESS, NAMED] = [rule(SAID), rule({ ...SAID, id: 'a' })];
const SNAKE = `
    allowed_origins = ["https://a.test"]
    allowed_methods = ["GET", "PUT"]
    allowed_headers = ["*"]
    expose_headers  = ["ETag"]
    max_age_seconds = 600`;

type TerraformReadRow = [
  name: string,
  text: string,
  format: string,
  rules: PlainRule[],
  vary?: string
];

const readings: TerraformReadRow[] = [
  [
    'aws_s3_bucket_cors_configuration',
    `resource "aws_s3_bucket_cors_configuration" "a" {
  bucket = aws_s3_bucket.a.id
  cors_rule {
    id = "a"${SNAKE}
  }
}`,
    'terraform-aws',
    [NAMED]
  ],
  [
    'aws_s3_bucket',
    `resource "aws_s3_bucket" "a" {\ncors_rule {${SNAKE}\n}\n}`,
    'terraform-aws',
    [NAMELESS]
  ],
  [
    'google_storage_bucket',
    `resource "google_storage_bucket" "a" {
  cors {
    origin          = ["https://a.test"]
    method          = ["GET", "PUT"]
    response_header = ["ETag"]
    max_age_seconds = 600
  }
}`,
    'terraform-google',
    [rule({ ...SAID, allowedHeaders: ['ETag'] })]
  ],
  [
    'azurerm_storage_account',
    `resource "azurerm_storage_account" "a" {
  queue_properties {
    cors_rule {}
  }
  blob_properties {
    cors_rule {
      allowed_origins    = ["https://a.test"]
      allowed_methods    = ["GET", "PUT"]
      allowed_headers    = ["*"]
      exposed_headers    = ["ETag"]
      max_age_in_seconds = 600
    }
  }
}`,
    'terraform-azure',
    [NAMELESS]
  ],
  [
    'tencentcloud_cos_bucket',
    `resource "tencentcloud_cos_bucket" "a" {
  cors_response_vary = "true"
  cors_rules {${SNAKE}
  }
}`,
    'terraform-tencentcloud',
    [NAMELESS],
    'true'
  ],
  [
    'alicloud_oss_bucket_cors',
    `resource "alicloud_oss_bucket_cors" "a" {
  response_vary = false
  cors_rule {${SNAKE.replace('expose_headers ', 'expose_header ')}
  }
}`,
    'terraform-alicloud',
    [NAMELESS],
    'false'
  ],
  [
    'alicloud_oss_bucket',
    `resource "alicloud_oss_bucket" "a" {\ncors_rule {${SNAKE}\n}\n}`,
    'terraform-alicloud',
    [NAMELESS]
  ],
  [
    'huaweicloud_obs_bucket',
    `resource "huaweicloud_obs_bucket" "a" {\ncors_rule {${SNAKE}\n}\n}`,
    'terraform-huaweicloud',
    [NAMELESS]
  ],
  [
    'cloudflare_r2_bucket_cors',
    `resource "cloudflare_r2_bucket_cors" "a" {
  rules = [{
    allowed = {
      methods = ["GET", "PUT"], origins = ["https://a.test"],
      "headers" : ["*"]
    }
    id = "a"
    expose_headers = ["ETag"]
    max_age_seconds = 600
  }]
}`,
    'terraform-cloudflare',
    [NAMED]
  ],
  [
    'digitalocean_spaces_bucket_cors_configuration',
    `resource "digitalocean_spaces_bucket_cors_configuration" "a" {\ncors_rule {\nid = "a"${SNAKE}\n}\n}`,
    'terraform-digitalocean',
    [NAMED]
  ],
  [
    'b2_bucket',
    `resource "b2_bucket" "a" {
  cors_rules {
    cors_rule_name     = "a"
    allowed_origins    = ["https://a.test"]
    allowed_operations = ["s3_get", "s3_put"]
    allowed_headers    = ["*"]
    expose_headers     = ["ETag"]
    max_age_seconds    = 600
  }
}`,
    'terraform-b2',
    [NAMED]
  ],
  ['a rule alone', `cors_rule {${SNAKE}\n}`, 'terraform-aws', [NAMELESS]],
  [
    'a rule of Google alone',
    'cors {\n  method = ["GET"]\n}',
    'terraform-google',
    [rule({ allowedMethods: ['GET'] })]
  ],
  [
    'a rule of Azure alone',
    'cors_rule {\n  exposed_headers = ["ETag"]\n}',
    'terraform-azure',
    [rule({ exposeHeaders: ['ETag'] })]
  ],
  [
    'a rule of B2 alone',
    'cors_rules {\n  allowed_operations = ["b2_download_file_by_name"]\n}',
    'terraform-b2',
    [rule({ allowedMethods: ['b2_download_file_by_name'] })]
  ],
  [
    'rules of R2 alone',
    'rules = [{ allowed = { methods = ["GET"] } }]',
    'terraform-cloudflare',
    [rule({ allowedMethods: ['GET'] })]
  ],
  ['a bucket without rules', 'resource "google_storage_bucket" "a" {}', 'terraform-google', []],
  [
    'the first that has rules',
    `resource "google_storage_bucket" "a" {}\nresource "aws_s3_bucket" "b" {\ncors_rule {${SNAKE}\n}\n}`,
    'terraform-aws',
    [NAMELESS]
  ]
];

describe('resources are read', () => {
  test.each(readings)('%s', (_, text, format, rules, vary) => {
    expect(read(text)).toEqual({ format, complete: true, rules, vary });
  });

  test('what stands around does not matter', () => {
    const text = block(`
      |# a comment
      |terraform { required_version = ">= 1.5" } // another
      |locals {
      |  names  = [for n in var.names : "\${n}-x" if n != "}"]
      |  policy = <<-EOT
      |    cors_rule { allowed_methods = ["DELETE"] }
      |  EOT
      |  nested = { a = [1, -2.5, true, null], "b" : var.x ? "y" : "z" } /* and
      |  another */
      |}
      |resource "aws_s3_bucket" "a" {
      |  bucket = "\${var.a}-\${lookup(var.b, "c", "{")}"
      |  cors_rule {
      |    allowed_methods = [
      |      "GET", # reads
      |      "P\\u0055T",
      |    ]
      |    allowed_origins = ["$\${a}", "\\"\\\\\\t"]
      |  }
      |}`);
    expect(read(text)).toEqual({
      format: 'terraform-aws',
      complete: true,
      rules: [rule({ allowedMethods: ['GET', 'PUT'], allowedOrigins: ['${a}', '"\\\t'] })],
      vary: undefined
    });
  });

  test('the others are named', () => {
    const bucket = (name: string) =>
      `resource "aws_s3_bucket" "${name}" {\ncors_rule {${SNAKE}\n}\n}\n`;
    const { problems, complete } = readRules(['a', 'b', 'c'].map(bucket).join(''));
    expect(complete).toBe(true);
    expect(problems.map(({ code, args }) => [code, args])).toEqual([
      ['more-buckets', { name: 'a', others: ['b', 'c'] }]
    ]);
  });
});

test('equals signs are printed in one column', () => {
  const ruleSet = { rules: [ruleAt(NAMED, 0)], responseVary: null };
  expect(formatOf('terraform-aws').print(ruleSet)).toBe(
    block(`
      |resource "aws_s3_bucket_cors_configuration" "this" {
      |  bucket = "BUCKET"
      |
      |  cors_rule {
      |    id              = "a"
      |    allowed_origins = ["https://a.test"]
      |    allowed_methods = ["GET", "PUT"]
      |    allowed_headers = ["*"]
      |    expose_headers  = ["ETag"]
      |    max_age_seconds = 600
      |  }
      |}
      |`)
  );
});

const add = (value: string, field: ListField = 'allowedMethods'): Change => ({
  kind: 'add-value',
  rule: 0,
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
  rule: rule({ allowedOrigins: ['*'], allowedMethods: ['GET'] })
});

type TerraformEditRow = [name: string, before: string, change: Change, after: string];

const edits: TerraformEditRow[] = [
  [
    'a value into a list',
    'cors_rule {\n  allowed_methods = ["GET"] # reads\n}',
    add('${a}'),
    'cors_rule {\n  allowed_methods = ["GET", "$${a}"] # reads\n}'
  ],
  [
    'a value on a line of its own',
    'cors_rule {\r\n  allowed_methods = [\r\n    "GET",\r\n    var.a, # b\r\n  ]\r\n}',
    add('PUT'),
    'cors_rule {\r\n  allowed_methods = [\r\n    "GET",\r\n    var.a, # b\r\n    "PUT",\r\n  ]\r\n}'
  ],
  [
    'an argument behind the one before, its equals sign below the others',
    'cors_rule {\n  allowed_origins = ["*"] # all\n  expose_headers  = ["ETag"]\n}',
    add('PUT'),
    'cors_rule {\n  allowed_origins = ["*"] # all\n  allowed_methods = ["PUT"]\n  expose_headers  = ["ETag"]\n}'
  ],
  [
    'an argument before all others',
    'cors_rule {\n  # c\n  max_age_seconds = 5\n}',
    add('x', 'exposeHeaders'),
    'cors_rule {\n  # c\n  expose_headers  = ["x"]\n  max_age_seconds = 5\n}'
  ],
  [
    'an argument into an empty block',
    '  cors_rule {}',
    add('PUT'),
    '  cors_rule {\n    allowed_methods = ["PUT"]\n  }'
  ],
  [
    'an argument into a block on one line',
    'cors_rule { allowed_origins = ["*"] }',
    add('PUT'),
    'cors_rule {\n  allowed_origins = ["*"]\n  allowed_methods = ["PUT"]\n}'
  ],
  [
    'an argument into an object on one line',
    'rules = [{ id = "a", allowed = { origins = ["*"] } }]',
    add('PUT'),
    'rules = [{ id = "a", allowed = { origins = ["*"], methods = ["PUT"] } }]'
  ],
  [
    'an object that is not there yet',
    'rules = [\n  {\n    id = "a"\n  }\n]',
    add('PUT'),
    'rules = [\n  {\n    id = "a"\n    allowed = {\n      methods = ["PUT"]\n    }\n  }\n]'
  ],
  [
    'a value beside a text alone',
    'cors_rule {\n  allowed_methods = "GET"\n}',
    add('PUT'),
    'cors_rule {\n  allowed_methods = ["GET", "PUT"]\n}'
  ],
  [
    'nothing for what is computed',
    'cors_rule {\n  allowed_methods = var.a\n}',
    add('PUT'),
    'cors_rule {\n  allowed_methods = var.a\n}'
  ],
  [
    'an operation for a method',
    'cors_rules {\n  allowed_operations = ["s3_get"]\n}',
    add('PUT'),
    'cors_rules {\n  allowed_operations = ["s3_get", "s3_put"]\n}'
  ],
  [
    'nothing for a header that is there already',
    'cors {\n  response_header = ["ETag"]\n}',
    add('ETag', 'allowedHeaders'),
    'cors {\n  response_header = ["ETag"]\n}'
  ],
  [
    'a value in place of another',
    'cors_rule {\n  allowed_methods = [var.a, "GET"]\n}',
    replace(0, 'PUT'),
    'cors_rule {\n  allowed_methods = [var.a, "PUT"]\n}'
  ],
  [
    'a rule behind the last',
    'resource "aws_s3_bucket" "a" {\n  cors_rule {\n    id = "a"\n  }\n  tags = {}\n}',
    insert(1),
    'resource "aws_s3_bucket" "a" {\n  cors_rule {\n    id = "a"\n  }\n  cors_rule {\n    allowed_origins = ["*"]\n    allowed_methods = ["GET"]\n  }\n  tags = {}\n}'
  ],
  [
    'a rule before another, with the empty line that parts them',
    'resource "aws_s3_bucket" "a" {\n  a = 1\n\n  cors_rule {}\n}',
    insert(0),
    'resource "aws_s3_bucket" "a" {\n  a = 1\n\n  cors_rule {\n    allowed_origins = ["*"]\n    allowed_methods = ["GET"]\n  }\n\n  cors_rule {}\n}'
  ],
  [
    'the first rule of a bucket',
    'resource "aws_s3_bucket_cors_configuration" "a" {\n  bucket = var.a # b\n}\n',
    insert(0),
    'resource "aws_s3_bucket_cors_configuration" "a" {\n  bucket = var.a # b\n\n  cors_rule {\n    allowed_origins = ["*"]\n    allowed_methods = ["GET"]\n  }\n}\n'
  ],
  [
    'the block around the first rule',
    'resource "azurerm_storage_account" "a" {}',
    insert(0),
    'resource "azurerm_storage_account" "a" {\n  blob_properties {\n    cors_rule {\n      allowed_origins    = ["*"]\n      allowed_methods    = ["GET"]\n      allowed_headers    = []\n      exposed_headers    = []\n      max_age_in_seconds = 0\n    }\n  }\n}'
  ],
  [
    'the list around the first rule',
    'resource "cloudflare_r2_bucket_cors" "a" {\n  bucket_name = "a"\n}',
    insert(0),
    'resource "cloudflare_r2_bucket_cors" "a" {\n  bucket_name = "a"\n\n  rules = [\n    {\n      allowed = {\n        origins = ["*"]\n        methods = ["GET"]\n      }\n    }\n  ]\n}'
  ],
  [
    'a rule into a list',
    'rules = [{\n  id = "a"\n}]',
    insert(1),
    'rules = [{\n  id = "a"\n}, {\n  allowed = {\n    origins = ["*"]\n    methods = ["GET"]\n  }\n}]'
  ]
];

test.each(edits)('an edit puts %s', (_, before, change, after) => {
  expect(changeText(readRules(before), before, [change]).text).toBe(after);
});
