/** What is made at once is what would be made one after the other. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIST_FIELDS, type Change, type PlainRule, type RuleSet } from '../model.ts';
import { changeText } from './change-text.ts';
import { FORMATS, readRules } from './read-rules.ts';
import { plainRule, ruleAt } from './plain.ts';

const value = fc.constantFrom('*', 'https://a.test', 'b', 'GET', 'PUT', 'x-a', 'ETag');
const list = fc.array(value, { maxLength: 5 });
const rule: fc.Arbitrary<PlainRule> = fc.record({
  id: fc.option(value),
  allowedOrigins: list,
  allowedMethods: list,
  allowedHeaders: list,
  exposeHeaders: list,
  maxAgeSeconds: fc.constantFrom(null, '5')
});

const index = fc.nat(5);
const place = { rule: fc.nat(2), field: fc.constantFrom(...LIST_FIELDS), value };
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('replace-value' as const), ...place, index }),
  fc.record({ kind: fc.constant('remove-value' as const), ...place, index }),
  fc.record({ kind: fc.constant('add-value' as const), ...place }),
  fc.record({
    kind: fc.constant('set-value' as const),
    rule: fc.nat(2),
    field: fc.constantFrom('id', 'maxAgeSeconds'),
    value: fc.constantFrom('7', null)
  }),
  fc.record({ kind: fc.constant('remove-rule' as const), rule: fc.nat(2) })
);

const plain = ({ rules }: RuleSet): PlainRule[] => rules.map(plainRule);

test.each(FORMATS.map(({ id, print }) => [id, print] as const))('%s', (_, print) => {
  fc.assert(
    fc.property(
      fc.array(rule, { minLength: 1, maxLength: 3 }),
      fc.array(change, { maxLength: 8 }),
      (rules, changes) => {
        const text = print({ rules: rules.map((one) => ruleAt(one, 0)), responseVary: null });
        const atOnce = changeText(readRules(text), text, changes);
        const inTurn = changes.reduce(
          (now, one) => changeText(readRules(now), now, [one]).text,
          text
        );
        const told = { text, changes };
        expect({ ...told, rules: plain(atOnce.read.ruleSet) }).toEqual({
          ...told,
          rules: plain(readRules(inTurn).ruleSet)
        });
        expect({ ...told, made: atOnce.text }).toEqual({ ...told, made: inTurn });
      }
    ),
    { numRuns: 60 }
  );
});
