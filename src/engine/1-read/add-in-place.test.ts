/** A value that is put between others, and what is remarked of them. */
import { expect, test } from 'vitest';
import { applyEdits } from './change.ts';
import { formatOf, readRules } from './read-rules.ts';

const CASES: [name: string, before: string, at: number, after: string][] = [
  [
    'XML',
    `<CORSConfiguration><CORSRule>
  <AllowedOrigin>https://a.test</AllowedOrigin> <!-- the shop -->
  <!-- the blog -->
  <AllowedOrigin>https://b.test</AllowedOrigin>
</CORSRule></CORSConfiguration>`,
    1,
    `<CORSConfiguration><CORSRule>
  <AllowedOrigin>https://a.test</AllowedOrigin> <!-- the shop -->
  <AllowedOrigin>https://x.test</AllowedOrigin>
  <!-- the blog -->
  <AllowedOrigin>https://b.test</AllowedOrigin>
</CORSRule></CORSConfiguration>`
  ],
  [
    'JSON, the last without a comma',
    `[{ "AllowedOrigins": [
  "https://a.test" // the shop
] }]`,
    1,
    `[{ "AllowedOrigins": [
  "https://a.test", // the shop
  "https://x.test"
] }]`
  ],
  [
    'JSON with commas before',
    `[{ "AllowedOrigins": [
    "https://a.test" // the shop
  , "https://b.test"
] }]`,
    1,
    `[{ "AllowedOrigins": [
    "https://a.test" // the shop
  , "https://x.test", "https://b.test"
] }]`
  ],
  [
    'JSON on one line',
    `[{ "AllowedOrigins": ["https://a.test", /* the blog */ "https://b.test"] }]`,
    1,
    `[{ "AllowedOrigins": ["https://a.test", "https://x.test", /* the blog */ "https://b.test"] }]`
  ],
  [
    'JSON, a lone value',
    `[{ "AllowedOrigins": "b" }]`,
    0,
    `[{ "AllowedOrigins": ["https://x.test", "b"] }]`
  ],
  [
    'Terraform with a comma behind the last',
    `resource "aws_s3_bucket_cors_configuration" "this" {
  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = [
      "https://a.test", # the shop
    ]
  }
}`,
    1,
    `resource "aws_s3_bucket_cors_configuration" "this" {
  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = [
      "https://a.test", # the shop
      "https://x.test",
    ]
  }
}`
  ],
  [
    'YAML, the first',
    `CorsConfiguration:
  CorsRules:
    - AllowedOrigins: # who calls
        # the shop
        - https://a.test`,
    0,
    `CorsConfiguration:
  CorsRules:
    - AllowedOrigins: # who calls
        - https://x.test
        # the shop
        - https://a.test`
  ],
  [
    'header lines',
    'X-Container-Meta-Access-Control-Allow-Origin: a b',
    1,
    'X-Container-Meta-Access-Control-Allow-Origin: a https://x.test b'
  ]
];

test.each(CASES)('%s', (_, before, at, after) => {
  const { format, ruleSet } = readRules(before);
  const field = 'allowedOrigins';
  const change = { kind: 'add-value', rule: 0, field, value: 'https://x.test', at } as const;
  expect(applyEdits(before, formatOf(format ?? 's3-xml').edit(before, ruleSet)(change))).toBe(
    after
  );
});
