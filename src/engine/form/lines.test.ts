import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { applyChange } from '../1-read/change.ts';
import { emptyRule, unwritten } from '../1-read/plain.ts';
import { linesToChanges, valuesOf } from './lines.ts';

function made(before: string[], after: string[]): string[] {
  const rule = { ...emptyRule({ from: 0, to: 0 }) };
  rule.allowedOrigins = before.map((value) => unwritten(value, 0));
  const changes = linesToChanges(0, 'allowedOrigins', before, after);
  const { rules } = changes.reduce(applyChange, { rules: [rule], responseVary: null });
  return rules[0]?.allowedOrigins.map(({ value }) => value) ?? [];
}

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });

it('makes the lines after of the lines before', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      expect(made(before, after)).toEqual(after);
    })
  );
});

test.each([
  [['a', 'b'], ['a', 'b'], []],
  [
    ['a', 'b', 'c', 'd'],
    ['a', 'c'],
    ['remove-value 3', 'remove-value 1']
  ],
  [['a'], ['ab'], ['replace-value 0']],
  [['a', 'b'], ['a', 'b', 'c'], ['add-value']],
  [
    ['a', 'b'],
    ['a', 'x', 'b'],
    ['replace-value 1', 'add-value']
  ],
  [
    ['a', 'b', 'c'],
    ['x', 'c'],
    ['replace-value 0', 'remove-value 1']
  ],
  [[], ['a'], ['add-value']],
  [['a'], [], ['remove-value 0']]
])('%j to %j takes %j', (before, after, wanted) => {
  const changes = linesToChanges(0, 'allowedOrigins', before, after);
  const told = changes.map((change) =>
    'index' in change ? `${change.kind} ${change.index}` : change.kind
  );
  expect(told).toEqual(wanted);
});

it('takes a blank line for no value', () => {
  expect(valuesOf(['a', '', '  ', 'b '])).toEqual(['a', 'b ']);
});
