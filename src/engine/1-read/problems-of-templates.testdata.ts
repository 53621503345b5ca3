/** Rows for `problems.test.ts`: templates that hold rules among other things, and their grammars. */
import { DEPTH_LIMIT } from './report.ts';

const lines = (...rows: string[]) => rows.join('\n');
const indented = (depth: number, rows: readonly string[]) =>
  rows.map((row) => ' '.repeat(depth) + row).join('\n');
const template = (...rows: string[]) =>
  lines('CorsConfiguration:', '  CorsRules:', indented(4, rows));
const rule = (...rows: string[]) => lines('cors_rule {', indented(2, rows), '}');
const listed = (...rows: string[]) => rule('allowed_origins = ["*"]', ...rows);
const METHODS = 'allowed_methods = ["GET"]';

/** As the rows of the test. */
export const templateRows: [string, string, string[]][] = [
  // CloudFormation
  ['YAML without rules', 'Resources:\n  A: b', ['1:1 rules-not-found "Resources:"']],
  [
    'names of the S3 API in a template',
    template('- ID: a', '  AllowedOrigins: ["*"]', '  ExposeHeader: [ETag]', '  MaxAgeSeconds: 5'),
    [
      '3:7 name-misspelt "ID" -> Id',
      '5:7 name-misspelt "ExposeHeader" -> ExposedHeaders',
      '6:7 name-misspelt "MaxAgeSeconds" -> MaxAge'
    ]
  ],
  [
    'a configuration that is nearly right',
    '{"Resources": {"A": {"Properties": {"CORSConfiguration": {"CorsRule": []}}}}}',
    [
      '1:38 name-misspelt "CORSConfiguration" -> CorsConfiguration',
      '1:60 name-misspelt "CorsRule" -> CorsRules'
    ]
  ],
  [
    'functions in JSON',
    lines(
      '{"CorsConfiguration": {"CorsRules": [{',
      '  "AllowedOrigins": ["https://a.test", {"Fn::Sub": "https://${Domain}"}],',
      '  "AllowedMethods": {"Ref": "Methods"}, "MaxAge": {"Ref": "Age"}',
      '}]}}'
    ),
    [
      '2:40 value-computed "{\\"Fn::Sub\\": \\"https://${Domain}\\"}"',
      '3:21 value-computed "{\\"Ref\\": \\"Methods\\"}"',
      '3:51 value-computed "{\\"Ref\\": \\"Age\\"}"'
    ]
  ],
  [
    'functions in YAML',
    template(
      '- AllowedOrigins:',
      '    - !Sub "https://${Domain}"',
      '    - Fn::ImportValue: a',
      '  AllowedMethods: !Ref Methods',
      '- !If [A, B, C]',
      '- !Ref'
    ),
    [
      '4:11 value-computed "!Sub \\"https://${Domain}\\""',
      '5:11 value-computed "Fn::ImportValue: a"',
      '6:23 value-computed "!Ref Methods"',
      '7:7 value-computed "!If [A, B, C]"',
      '8:7 value-computed "!Ref"'
    ]
  ],
  [
    'all rules computed',
    'CorsConfiguration: !If [A, B, C]',
    ['1:20 value-computed "!If [A, B, C]"']
  ],
  [
    'rules without the object around them',
    '{"CorsConfiguration": [{"AllowedOrigins": ["*"]}]}',
    ['1:23 value-type "[{\\"AllowedOrigins\\": [\\"*\\"]}]"']
  ],
  [
    'two buckets more',
    lines(
      'Resources:',
      ...['A', 'B', 'C'].flatMap((name) => [
        `  ${name}:`,
        '    Properties:',
        '      CorsConfiguration: {CorsRules: []}'
      ])
    ),
    ['7:7 more-buckets "CorsConfiguration"']
  ],
  [
    'texts for lists',
    template('  AllowedOrigins: "*"', '  AllowedMethods: [1, null]'),
    [
      '2:3 list-expected "CorsRules"',
      '3:23 list-expected "\\"*\\""',
      '4:24 value-not-quoted "1"',
      '4:27 value-type "null"'
    ]
  ],
  ['no value', template('- AllowedOrigins:'), ['3:7 value-type "AllowedOrigins:"']],
  // YAML
  [
    'a star without quotes',
    template('- AllowedOrigins:', '    - *', '    - *.a.test'),
    ['4:11 yaml-star "*"', '5:11 yaml-star "*.a.test"']
  ],
  [
    'an alias',
    lines('x: &all', '  - "*"', template('- AllowedOrigins: *all')),
    ['5:23 yaml-alias "*all"']
  ],
  [
    'tabs',
    template('- AllowedOrigins: ["*"]', '\tAllowedMethods: [GET]'),
    ['4:5 yaml-tab "\\t"', '4:6 name-unknown "AllowedMethods"']
  ],
  [
    'a member indented too far, and one not far enough',
    template('- AllowedOrigins: ["*"]', '    Id: a', ' MaxAge: 1'),
    ['4:9 yaml-indent "Id"', '5:6 yaml-indent "MaxAge"']
  ],
  [
    'a list item not far enough',
    template('- AllowedMethods:', '    - GET', '   - PUT'),
    ['5:8 yaml-indent "-"']
  ],
  [
    'a key without a colon',
    template('- AllowedOrigins: ["*"]', '  Id', '  MaxAge: 1'),
    ['4:7 yaml-colon-missing "Id"']
  ],
  ['a key that is being typed', template('- Allow'), ['3:7 value-type "Allow"']],
  ['two colons', template('- Id: a: b'), ['3:11 name-unknown "a"', '3:12 token-unexpected ":"']],
  [
    'a list that is not closed',
    template('- AllowedMethods: [GET, PUT', '  AllowedOrigins: ["*"]'),
    ['3:23 bracket-unclosed "["']
  ],
  [
    'commas',
    template('- {AllowedMethods: ["GET" "PUT",, "HEAD"]}'),
    ['3:31 comma-missing "\\"PUT\\""', '3:37 value-missing ","']
  ],
  [
    'a text that is not closed',
    template('- AllowedOrigins: ["*"]', '  Id: "a'),
    ['4:11 string-unclosed "\\""']
  ],
  [
    'an escape that is none',
    template('- AllowedOrigins: ["\\q"]'),
    ['3:25 string-invalid "\\\\q"']
  ],
  [
    'what stands behind a value',
    template('- AllowedOrigins: ["*"] x', '  Id: @a'),
    ['3:29 token-unexpected "x"', '4:11 token-unexpected "@"']
  ],
  [
    'two documents',
    lines(template('- AllowedOrigins: ["*"]'), '---', 'a: b'),
    ['5:1 yaml-after-end "a"']
  ],
  [
    'YAML too deep',
    `CorsRules: []\nx: ${'['.repeat(DEPTH_LIMIT + 1)}`,
    [`2:${3 + DEPTH_LIMIT} nesting-too-deep "["`]
  ],
  // Terraform
  [
    'HCL without rules',
    'resource "a" "b" {}',
    ['1:1 rules-not-found "resource \\"a\\" \\"b\\" {}"']
  ],
  [
    'what is computed',
    rule(
      'allowed_origins = ["https://a.test", "https://${var.domain}", local.b]',
      'allowed_methods = concat(["GET"], var.methods)',
      'allowed_headers = [for h in var.headers : lower(h)]',
      'expose_headers  = var.a ? ["ETag"] : []',
      'max_age_seconds = 60 * 60'
    ),
    [
      '2:40 value-computed "\\"https://${var.domain}\\""',
      '2:65 value-computed "local.b"',
      '3:21 value-computed "concat([\\"GET\\"], var.methods)"',
      '4:21 value-computed "[for h in var.headers : lower(h)]"',
      '5:21 value-computed "var.a ? [\\"ETag\\"] : []"',
      '6:21 value-computed "60 * 60"'
    ]
  ],
  [
    'rules that are computed',
    'dynamic "cors_rule" {\n  for_each = var.rules\n  content {}\n}',
    ['1:1 value-computed "dynamic"']
  ],
  [
    'another resource’s names',
    lines(
      'resource "tencentcloud_cos_bucket" "a" {',
      '  cors_rule {',
      '    allowed_origins     = ["*"]',
      `    ${METHODS}`,
      '    allowed_headers     = ["*"]',
      '    exposed_headers     = ["ETag"]',
      '    max_age_in_seconds  = 5',
      '  }',
      '}'
    ),
    [
      '2:3 name-misspelt "cors_rule" -> cors_rules',
      '6:5 name-misspelt "exposed_headers" -> expose_headers',
      '7:5 name-misspelt "max_age_in_seconds" -> max_age_seconds'
    ]
  ],
  [
    'an argument for a block, and a text for a list',
    lines(
      'resource "aws_s3_bucket_cors_configuration" "a" {',
      '  cors_rule = [{ allowed_origins = "*", allowed_methods = ["GET"] }]',
      '}'
    ),
    ['2:3 block-expected "cors_rule"', '2:36 list-expected "\\"*\\""']
  ],
  [
    'a block for an argument',
    lines(
      'resource "cloudflare_r2_bucket_cors" "a" {',
      '  rules {',
      '    allowed = { origins = ["*"], methods = ["GET"] }',
      '  }',
      '}'
    ),
    ['2:3 attribute-expected "rules"']
  ],
  [
    'rules that are none',
    'resource "cloudflare_r2_bucket_cors" "a" {\n  rules = ["a", var.b]\n}',
    ['2:12 value-type "\\"a\\""', '2:17 value-computed "var.b"']
  ],
  [
    'rules outside of their block',
    'resource "azurerm_storage_account" "a" {\n  cors_rule {}\n}',
    ['2:3 element-misplaced "cors_rule"']
  ],
  [
    'a rule that lacks something',
    rule(METHODS),
    ['1:1 field-missing "cors_rule {\\n  allowed_methods = [\\"GET\\"]\\n}"']
  ],
  [
    'a list that is not closed',
    rule('allowed_origins = ["*"', METHODS),
    ['2:21 bracket-unclosed "["']
  ],
  ['a block that is not closed', `${listed(METHODS).slice(0, -1)}`, ['1:11 bracket-unclosed "{"']],
  [
    'a rule that is not closed before the next',
    `${listed(METHODS).slice(0, -1)}\n${listed(METHODS)}`,
    ['1:11 bracket-unclosed "{"']
  ],
  [
    'a call that is not closed',
    rule('allowed_origins = concat(["*"]', METHODS),
    ['2:21 value-computed "concat([\\"*\\"]"', '2:27 bracket-unclosed "("']
  ],
  ['a bracket too many', `${listed(METHODS)}}`, ['4:2 bracket-stray "}"']],
  [
    'commas',
    rule('allowed_origins = ["a" "b",, "c"]', METHODS),
    ['2:26 comma-missing "\\"b\\""', '2:30 value-missing ","']
  ],
  ['no value', listed(METHODS, 'max_age_seconds ='), ['4:19 value-missing "="']],
  ['a name alone', listed(METHODS, 'max_age'), ['4:3 token-unexpected "max_age"']],
  ['a comma between arguments', listed(`${METHODS},`), ['3:28 token-unexpected ","']],
  [
    'two arguments on a line',
    rule(`allowed_origins = ["*"] ${METHODS}`),
    ['2:27 hcl-line-missing "allowed_methods"']
  ],
  [
    'a text that is not closed',
    rule('allowed_origins = ["*]', METHODS),
    ['2:22 string-unclosed "\\"*"']
  ],
  [
    'an escape that is none',
    rule('allowed_origins = ["\\*"]', METHODS),
    ['2:22 string-invalid "\\"\\\\*\\""']
  ],
  [
    'a comment and a heredoc that are not closed',
    lines(listed(METHODS), 'locals {', '  a = <<-EOT', '    b', '}'),
    ['5:8 bracket-unclosed "{"', '6:7 section-unclosed "<<"']
  ],
  ['a comment that is not closed', lines(listed(METHODS), '/* a'), ['5:1 section-unclosed "/*"']],
  [
    'HCL too deep',
    `${listed(METHODS)}\nlocals {\n  a = ${'['.repeat(DEPTH_LIMIT + 1)}`,
    [`6:${6 + DEPTH_LIMIT} nesting-too-deep "["`]
  ]
];
