import { describe, expect, test } from 'vitest';
import type { Change, PlainRule, RuleSet } from '../model.ts';
import { applyChange, applyEdits } from './change.ts';
import { plainRule, ruleAt } from './plain.ts';

const rule = (id: string): PlainRule => ({
  id,
  allowedOrigins: ['a', 'b'],
  allowedMethods: [],
  allowedHeaders: [],
  exposeHeaders: [],
  maxAgeSeconds: null
});
const ruleSet: RuleSet = {
  rules: [ruleAt(rule('0'), 10), ruleAt(rule('1'), 20)],
  responseVary: null
};

/** Ids and origins of the rules after a change. */
function after(change: Change): string[] {
  return applyChange(ruleSet, change).rules.map((changed) => {
    const { id, allowedOrigins, allowedMethods } = plainRule(changed);
    return `${id}: ${[...allowedOrigins, ...allowedMethods].join(' ')}`;
  });
}

describe('applyChange', () => {
  const rows: [string, Change, string[]][] = [
    [
      'adds to a list',
      { kind: 'add-value', rule: 1, field: 'allowedOrigins', value: 'c' },
      ['0: a b', '1: a b c']
    ],
    [
      'adds to an empty list',
      { kind: 'add-value', rule: 0, field: 'allowedMethods', value: 'GET' },
      ['0: a b GET', '1: a b']
    ],
    [
      'replaces',
      { kind: 'replace-value', rule: 0, field: 'allowedOrigins', index: 1, value: 'c' },
      ['0: a c', '1: a b']
    ],
    [
      'inserts first',
      { kind: 'insert-rule', at: 0, rule: rule('n') },
      ['n: a b', '0: a b', '1: a b']
    ],
    [
      'takes a value out',
      { kind: 'remove-value', rule: 0, field: 'allowedOrigins', index: 0, value: 'a' },
      ['0: b', '1: a b']
    ],
    [
      'sets a single value',
      { kind: 'set-value', rule: 1, field: 'id', value: 'x' },
      ['0: a b', 'x: a b']
    ],
    ['takes a rule out', { kind: 'remove-rule', rule: 0 }, ['1: a b']],
    ['moves a rule', { kind: 'move-rule', rule: 0, to: 1 }, ['1: a b', '0: a b']],
    [
      'inserts between',
      { kind: 'insert-rule', at: 1, rule: rule('n') },
      ['0: a b', 'n: a b', '1: a b']
    ],
    [
      'inserts last',
      { kind: 'insert-rule', at: 9, rule: rule('n') },
      ['0: a b', '1: a b', 'n: a b']
    ],
    [
      'leaves an unknown rule',
      { kind: 'add-value', rule: 2, field: 'allowedOrigins', value: 'c' },
      ['0: a b', '1: a b']
    ],
    [
      'leaves an unknown value',
      { kind: 'replace-value', rule: 0, field: 'allowedOrigins', index: 2, value: 'c' },
      ['0: a b', '1: a b']
    ]
  ];

  test.each(rows)('%s', (_, change, rules) => {
    const before = structuredClone(ruleSet);
    expect(after(change)).toEqual(rules);
    expect(ruleSet).toEqual(before);
  });

  test('ResponseVary is set and taken out', () => {
    const set = applyChange(ruleSet, { kind: 'set-response-vary', value: true });
    expect(set.responseVary?.value).toBe('true');
    expect(applyChange(set, { kind: 'set-response-vary', value: null })).toEqual(ruleSet);
  });

  test('what is new has an empty span where it belongs', () => {
    const { rules } = applyChange(ruleSet, { kind: 'insert-rule', at: 1, rule: rule('n') });
    expect(rules[1]?.allowedOrigins[0]?.span).toEqual({ from: 20, to: 20 });
  });
});

test('applyEdits takes places in the old text', () => {
  const edits = [
    { span: { from: 0, to: 1 }, insert: 'xy' },
    { span: { from: 2, to: 2 }, insert: '-' },
    { span: { from: 3, to: 4 }, insert: '' }
  ];
  expect(applyEdits('abcd', edits)).toBe('xyb-c');
});
