/** The rules of real users' templates, one a line in cases.jsonl, are read as they are meant. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRules, type FormatId } from '#engine';

interface Case {
  id: string;
  ruleSet: string;
  ruleFormat: string;
}

const FORMATS: Readonly<Record<string, FormatId>> = {
  'cfn-yaml': 'cloudformation-yaml',
  'terraform-aws': 'terraform-aws',
  'terraform-google': 'terraform-google'
};

const cases = readFileSync(new URL('cases.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Case)
  .filter(({ ruleFormat }) => ruleFormat in FORMATS);

test('there is one of each', () => expect(cases).toHaveLength(3));

test.each(cases)('$id', ({ ruleSet, ruleFormat }) => {
  const { format, complete, ruleSet: read } = readRules(ruleSet);
  expect([format, complete, read.rules.length]).toEqual([FORMATS[ruleFormat], true, 1]);
  expect(read.rules[0]?.allowedOrigins.length).toBe(1);
});

test('the key that CloudFormation does not know is named', () => {
  const { ruleSet = '' } = cases.find(({ ruleFormat }) => ruleFormat === 'cfn-yaml') ?? {};
  expect(readRules(ruleSet).problems.map(({ code, args }) => [code, args])).toEqual([
    ['name-misspelt', { name: 'ExposeHeader', known: 'ExposedHeaders' }]
  ]);
});
