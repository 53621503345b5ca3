import { expect, test } from 'vitest';
import { convert, type ConversionLoss } from './convert.ts';
import type { FormatId } from './format.ts';
import { readRules } from './index.ts';
import { plainRule } from './plain.ts';

const xml = (rules: string) => `<CORSConfiguration>${rules}</CORSConfiguration>`;
const RULE =
  '<CORSRule><AllowedOrigin>https://a.test</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>';

test.each<[name: string, text: string, to: FormatId, losses: ConversionLoss[]]>([
  ['one rule to JSON', xml(RULE), 's3-json', []],
  ['ResponseVary to its own format', xml(`${RULE}<ResponseVary>true</ResponseVary>`), 's3-xml', []],
  [
    'ResponseVary to a format without it',
    xml(`${RULE}<ResponseVary>true</ResponseVary>`),
    's3-console-json',
    ['response-vary']
  ],
  ['two rules to a setting of one list', xml(RULE + RULE), 'minio-setting', ['rules']]
])('%s', (_, text, to, losses) => {
  expect(convert(readRules(text).ruleSet, to).losses).toEqual(losses);
});

test.each<FormatId>(['s3-json', 's3-console-json', 'r2-wrangler-json', 'cos-js-json'])(
  'what is converted to %s is read there as the same rules',
  (to) => {
    const { ruleSet } = readRules(xml(RULE + RULE));
    const read = readRules(convert(ruleSet, to).text);
    expect(read.ruleSet.rules.map(plainRule)).toEqual(ruleSet.rules.map(plainRule));
  }
);
