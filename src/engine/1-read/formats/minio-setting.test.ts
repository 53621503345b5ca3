import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, RuleSet } from '../../model.ts';
import { applyChange } from '../change.ts';
import { changeText } from '../change-text.ts';
import { readRules } from '../read-rules.ts';
import { minioSetting } from './minio-setting.ts';
import { plainRule, ruleAt } from '../plain.ts';

const NAME = 'MINIO_API_CORS_ALLOW_ORIGIN';
const originsOf = (text: string): string[][] =>
  readRules(text).ruleSet.rules.map((rule) => plainRule(rule).allowedOrigins);

describe('the setting of a MinIO server', () => {
  test.each([
    [`${NAME}=https://a.test`, [['https://a.test']]],
    [`${NAME}=https://a.test,https://*.b.test\n`, [['https://a.test', 'https://*.b.test']]],
    [`export ${NAME}="https://a.test,*"`, [['https://a.test', '*']]],
    [`MINIO_ROOT_USER=me\r\n${NAME}='*'\r\nMINIO_OPTS=x`, [['*']]],
    [`${NAME}=`, [['']]],
    [`${NAME}=https://a.test, https://b.test`, [['https://a.test', ' https://b.test']]],
    ['MINIO_ROOT_USER=me', []],
    [`${NAME}S=*`, []]
  ])('%j', (text, expected) => {
    expect(originsOf(text)).toEqual(expected);
  });

  test('its origins stand where they are said to stand', () => {
    const text = `MINIO_OPTS=x\n${NAME}=https://a.test,*\n`;
    const [rule] = readRules(text).ruleSet.rules;
    const spans = [rule?.span, ...(rule?.allowedOrigins.map(({ span }) => span) ?? [])];
    expect(spans.map((span) => text.slice(span?.from, span?.to))).toEqual([
      `${NAME}=https://a.test,*`,
      'https://a.test',
      '*'
    ]);
  });
});

const origin = fc.string({ maxLength: 8 }).filter((text) => !/[,"'\s]/.test(text));
const ruleSet: fc.Arbitrary<RuleSet> = fc
  .array(origin, { minLength: 1, maxLength: 4 })
  .map((allowedOrigins) => {
    const lists = { allowedMethods: [], allowedHeaders: [], exposeHeaders: [] };
    const rule = { id: null, maxAgeSeconds: null, allowedOrigins, ...lists };
    return { rules: [ruleAt(rule, 0)], responseVary: null };
  });

test('what is printed is read back', () => {
  fc.assert(
    fc.property(ruleSet, (rules) => {
      expect(minioSetting.holds?.(rules)).toBe(true);
      const read = readRules(minioSetting.print(rules));
      expect(read.format).toBe('minio-setting');
      expect(read.ruleSet.rules.map(plainRule)).toEqual(rules.rules.map(plainRule));
    })
  );
});

test('a change of the text is the same change of the rules', () => {
  const change: fc.Arbitrary<Change> = fc.oneof(
    origin.map((value): Change => ({ kind: 'add-value', rule: 0, field: 'allowedOrigins', value })),
    origin.map((value): Change => ({
      kind: 'replace-value',
      rule: 0,
      field: 'allowedOrigins',
      index: 0,
      value
    }))
  );
  fc.assert(
    fc.property(ruleSet, change, (rules, made) => {
      const text = minioSetting.print(rules);
      const read = readRules(text);
      const changed = readRules(changeText(read, text, [made]).text);
      const expected = applyChange(read.ruleSet, made);
      expect(changed.ruleSet.rules.map(plainRule)).toEqual(expected.rules.map(plainRule));
    })
  );
});

test.each<RuleSet['rules'][number]['maxAgeSeconds']>([{ value: '5', span: { from: 0, to: 0 } }])(
  'says when a rule says more than it can hold',
  (maxAgeSeconds) => {
    const [rule] = readRules(`${NAME}=*`).ruleSet.rules;
    if (rule === undefined) throw new Error('no rule');
    const more = { rules: [{ ...rule, maxAgeSeconds }], responseVary: null };
    expect(minioSetting.holds?.(more)).toBe(false);
  }
);
