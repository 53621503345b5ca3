import { describe, expect, expectTypeOf, test } from 'vitest';
import { inSentence, list, sentences } from './list.ts';
import { plainText, textsOf, type ArgWording } from './message.ts';

describe('the wording of a family', () => {
  interface Codes {
    plain: { value: string; seconds: number; names: string[] };
    coded: { reason: 'one' | 'two'; value: string };
    none: Record<string, never>;
  }

  test('names every arg that is a code, in words of its kind, and is asked before the arg itself', () => {
    expectTypeOf<{ coded: { reason: (reason: 'one' | 'two') => string } }>().toExtend<
      ArgWording<Codes>
    >();
    expectTypeOf<object>().not.toExtend<ArgWording<Codes>>();
    expectTypeOf<{ coded: { value: (value: string) => string } }>().not.toExtend<
      ArgWording<Codes>
    >();
    expectTypeOf<{ coded: { reason: (reason: 'three') => string } }>().not.toExtend<
      ArgWording<Codes>
    >();
    const upper = { value: (value: string) => value.toUpperCase() };
    expect(textsOf({ value: 'a', names: ['b', 'c'], seconds: 1 }, upper)).toEqual({
      value: 'A',
      names: 'b, c',
      seconds: '1'
    });
  });
});

test.each([
  [['a', 'b'], 'a, b'],
  [[], 'none'],
  [7, '7']
])('the value %j as text', (value, text) => {
  expect(plainText(value)).toBe(text);
});

test('things in a sentence, sentences, and a text within one', () => {
  expect(list(['a', 'b', 'c'])).toBe('a, b, c');
  expect(list([])).toBe('');
  expect(sentences('One.', '', 'Two.')).toBe('One. Two.');
  expect(inSentence('The answer is kept.')).toBe('the answer is kept.');
});
