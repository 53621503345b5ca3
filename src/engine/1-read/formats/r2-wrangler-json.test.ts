import { describe, expect, test } from 'vitest';
import type { Change } from '../../model.ts';
import { changeText } from '../change-text.ts';
import { readRules } from '../read-rules.ts';
import { plainRule } from '../plain.ts';

const rule =
  '{"id": "r", "allowed": {"origins": ["https://a.test"], "methods": ["GET"], "headers": ["*"]}, "exposeHeaders": ["ETag"], "maxAgeSeconds": 3600}';

test('the file of wrangler reads without a problem', () => {
  const { format, problems, ruleSet } = readRules(`{"rules": [${rule}]}`);
  expect([format, problems]).toEqual(['r2-wrangler-json', []]);
  expect(ruleSet.rules.map(plainRule)).toEqual([
    {
      id: 'r',
      allowedOrigins: ['https://a.test'],
      allowedMethods: ['GET'],
      allowedHeaders: ['*'],
      exposeHeaders: ['ETag'],
      maxAgeSeconds: '3600'
    }
  ]);
});

describe('what is wrong', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'names of S3 inside, which the API answers with code 10040',
      '{"rules": [{"AllowedOrigins": ["*"]}]}',
      ['name-misspelt'],
      []
    ],
    ['names outside of allowed', '{"rules": [{"origins": ["*"]}]}', ['name-unknown'], []],
    ['a path for a name', '{"rules": [{"allowed.origins": ["*"]}]}', ['name-misspelt'], []],
    ['a list for an object', '{"rules": [{"allowed": ["*"]}]}', ['value-type'], []],
    [
      'allowed twice, of which the later counts',
      '{"rules": [{"allowed": {"origins": ["a"]}, "allowed": {"origins": ["b"]}}]}',
      ['key-repeated'],
      ['b']
    ],
    ['a list that is none', '{"rules": 5}', ['value-type'], []]
  ])('%s', (_, text, codes, origins) => {
    const { problems, ruleSet } = readRules(text);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(ruleSet.rules.flatMap((one) => plainRule(one).allowedOrigins)).toEqual(origins);
  });
});

const add = (field: 'allowedMethods' | 'exposeHeaders', value: string): Change => ({
  kind: 'add-value',
  rule: 0,
  field,
  value
});

describe('a change puts', () => {
  test.each<[string, string, Change, string]>([
    [
      'a new list into allowed',
      '{"rules": [{"allowed": {"origins": ["*"], "headers": []}}]}',
      add('allowedMethods', 'GET'),
      '{"rules": [{"allowed": {"origins": ["*"], "methods": ["GET"], "headers": []}}]}'
    ],
    [
      'allowed behind the id',
      '{"rules": [{"id": "r", "maxAgeSeconds": 5}]}',
      add('allowedMethods', 'GET'),
      '{"rules": [{"id": "r", "allowed": {"methods": ["GET"]}, "maxAgeSeconds": 5}]}'
    ],
    [
      'exposed headers behind allowed',
      '{"rules": [{"allowed": {"origins": ["*"]}, "maxAgeSeconds": 5}]}',
      add('exposeHeaders', 'ETag'),
      '{"rules": [{"allowed": {"origins": ["*"]}, "exposeHeaders": ["ETag"], "maxAgeSeconds": 5}]}'
    ],
    [
      'a list as those in allowed are laid out',
      '{\n  "rules": [\n    {\n      "allowed": {\n        "origins": [\n          "*"\n        ]\n      }\n    }\n  ]\n}\n',
      add('exposeHeaders', 'ETag'),
      '{\n  "rules": [\n    {\n      "allowed": {\n        "origins": [\n          "*"\n        ]\n      },\n      "exposeHeaders": [\n        "ETag"\n      ]\n    }\n  ]\n}\n'
    ]
  ])('%s', (_, before, change, after) => {
    expect(changeText(readRules(before), before, [change]).text).toBe(after);
  });
});
