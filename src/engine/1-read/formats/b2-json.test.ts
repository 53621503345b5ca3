import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, PlainRule, RuleSet } from '../../model.ts';
import { changeText } from '../change-text.ts';
import { formatOf, readRules } from '../read-rules.ts';
import { plainRule, ruleAt } from '../plain.ts';

const format = formatOf('b2-json');
const rulesOf = (text: string): PlainRule[] => readRules(text).ruleSet.rules.map(plainRule);
const setOf = (rules: PlainRule[]): RuleSet => ({
  rules: rules.map((rule) => ruleAt(rule, 0)),
  responseVary: null
});

/** The example of Backblaze's page on CORS rules, with operations of both APIs. */
const EXAMPLE = `[
  {
    "corsRuleName": "downloadFromAnyOrigin",
    "allowedOrigins": ["https"],
    "allowedHeaders": ["range"],
    "allowedOperations": ["b2_download_file_by_id", "b2_download_file_by_name", "s3_get"],
    "exposeHeaders": ["x-bz-content-sha1"],
    "maxAgeSeconds": 3600
  }
]
`;
const RULE: PlainRule = {
  id: 'downloadFromAnyOrigin',
  allowedOrigins: ['https'],
  allowedMethods: ['b2_download_file_by_id', 'b2_download_file_by_name', 'GET'],
  allowedHeaders: ['range'],
  exposeHeaders: ['x-bz-content-sha1'],
  maxAgeSeconds: '3600'
};

test.each([
  ['a list', EXAMPLE],
  ['a bucket', `{"bucketName": "b", "corsRules": ${EXAMPLE}, "revision": 2}`]
])('%s reads without a problem', (_, text) => {
  const { format: id, problems } = readRules(text);
  expect([id, problems, rulesOf(text)]).toEqual(['b2-json', [], [RULE]]);
});

test('an operation of the S3 API stands where it is written', () => {
  const method = readRules(EXAMPLE).ruleSet.rules[0]?.allowedMethods[2];
  const { from, to } = method?.span ?? { from: 0, to: 0 };
  expect([method?.value, EXAMPLE.slice(from, to)]).toEqual(['GET', 's3_get']);
});

test('a bucket without rules is one of B2', () => {
  expect(readRules('{"corsRules": []}')).toMatchObject({ format: 'b2-json', problems: [] });
});

test('rules of the S3 console are none of B2', () => {
  expect(readRules('[{"AllowedOrigins": ["*"]}]').format).toBe('s3-console-json');
});

const NEW: PlainRule = {
  ...RULE,
  id: null,
  allowedMethods: ['PUT'],
  allowedHeaders: [],
  exposeHeaders: []
};

describe('a change puts', () => {
  test.each<[string, string, Change, string]>([
    [
      'a method as the operation that it is',
      '[{"corsRuleName": "r-name", "allowedOperations": ["s3_get"]}]',
      { kind: 'add-value', rule: 0, field: 'allowedMethods', value: 'PUT' },
      '[{"corsRuleName": "r-name", "allowedOperations": ["s3_get", "s3_put"]}]'
    ],
    [
      'an operation of the native API as it is',
      '[{"corsRuleName": "r-name", "allowedOperations": ["s3_get"]}]',
      {
        kind: 'replace-value',
        rule: 0,
        field: 'allowedMethods',
        index: 0,
        value: 'b2_upload_file'
      },
      '[{"corsRuleName": "r-name", "allowedOperations": ["b2_upload_file"]}]'
    ],
    [
      'a new key with operations',
      '[{"corsRuleName": "r-name", "maxAgeSeconds": 5}]',
      { kind: 'add-value', rule: 0, field: 'allowedMethods', value: 'DELETE' },
      '[{"corsRuleName": "r-name", "allowedOperations": ["s3_delete"], "maxAgeSeconds": 5}]'
    ],
    [
      'a rule with a name of its own',
      '{"corsRules": [{"corsRuleName": "rule-1"}]}',
      { kind: 'insert-rule', at: 1, rule: NEW },
      '{"corsRules": [{"corsRuleName": "rule-1"}, {"corsRuleName": "rule-2", "allowedOrigins": ["https"], "allowedOperations": ["s3_put"], "maxAgeSeconds": 3600}]}'
    ]
  ])('%s', (_, before, change, after) => {
    expect(changeText(readRules(before), before, [change]).text).toBe(after);
  });
});

test('printed rules without a name get one each', () => {
  const text = format.print(setOf([NEW, { ...NEW, id: 'rule-2' }, NEW]));
  expect(rulesOf(text).map(({ id }) => id)).toEqual(['rule-1', 'rule-2', 'rule-3']);
});

test('it holds no rule without a name, and no method that is called like an operation', () => {
  const holds = (rule: PlainRule) => format.holds?.(setOf([rule]));
  expect(holds(RULE)).toBe(true);
  expect(holds(NEW)).toBe(false);
  expect(holds({ ...RULE, allowedMethods: ['s3_put'] })).toBe(false);
});

test('what it can hold reads back', () => {
  const values = fc.array(fc.string({ maxLength: 6 }), { maxLength: 3 });
  const method = fc.constantFrom('GET', 'PUT', 'get', 'b2_upload_part', '*', 'constructor');
  const rule: fc.Arbitrary<PlainRule> = fc.record({
    id: fc.string(),
    allowedOrigins: values,
    allowedMethods: fc.array(method, { minLength: 1, maxLength: 3 }),
    allowedHeaders: values,
    exposeHeaders: values,
    maxAgeSeconds: fc.option(fc.constantFrom('0', '86400', '-1'))
  });
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 3 }), (rules) => {
      const text = format.print(setOf(rules));
      expect(format.holds?.(setOf(rules))).toBe(true);
      expect([readRules(text).format, rulesOf(text)]).toEqual(['b2-json', rules]);
    })
  );
});
