import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { applyChange } from '../1-read/change.ts';
import { emptyRule, valueAt } from '../1-read/plain.ts';
import { linesToChanges, valuesOf } from './lines.ts';

function made(before: string[], after: string[]): string[] {
  const rule = { ...emptyRule({ from: 0, to: 0 }) };
  rule.allowedOrigins = before.map((value) => valueAt(value, 0));
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
  [['a', 'b'], ['a', 'x', 'b'], ['add-value at 1']],
  [
    ['a', 'b', 'c'],
    ['x', 'c'],
    ['replace-value 0', 'remove-value 1']
  ],
  [
    ['a', 'b', 'c', 'd'],
    ['x', 'a', 'y', 'z', 'c', 'e'],
    ['replace-value 3', 'replace-value 1', 'add-value at 2', 'add-value at 0']
  ],
  [
    ['a', 'b', 'c'],
    ['c', 'a', 'b'],
    ['remove-value 2', 'add-value at 0']
  ],
  [[], ['a'], ['add-value']],
  [['a'], [], ['remove-value 0']]
])('%j to %j takes %j', (before, after, wanted) => {
  const changes = linesToChanges(0, 'allowedOrigins', before, after);
  const told = changes.map((change) =>
    'index' in change
      ? `${change.kind} ${change.index}`
      : [change.kind, 'at' in change ? `at ${change.at}` : []].flat().join(' ')
  );
  expect(told).toEqual(wanted);
});

it('leaves every line alone that is in both lists, and parts lists that are too long at once', () => {
  const long = Array.from({ length: 3000 }, (_, at) => `https://${at}.test`);
  const some = long.filter((_, at) => at % 2 === 0);
  expect(made(long, some)).toEqual(some);
  expect(linesToChanges(0, 'allowedOrigins', long, long.toSpliced(9, 0, 'x'))).toHaveLength(1);
});

it('takes a blank line for no value', () => {
  expect(valuesOf(['a', '', '  ', 'b '])).toEqual(['a', 'b ']);
});
