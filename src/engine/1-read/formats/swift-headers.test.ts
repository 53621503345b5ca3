import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, PlainRule, RuleSet } from '../../model.ts';
import { applyChange } from '../change.ts';
import { changeText } from '../change-text.ts';
import { readRules } from '../read-rules.ts';
import { plainRule, ruleAt } from '../plain.ts';
import { swiftHeaders } from './swift-headers.ts';

const ORIGIN = 'X-Container-Meta-Access-Control-Allow-Origin';
const AGE = 'X-Container-Meta-Access-Control-Max-Age';

/** Origins | headers | exposed | age of every rule, and the codes of all problems. */
function told(text: string): string[] {
  const { ruleSet, problems } = readRules(text);
  const rules = ruleSet.rules.map((rule) => {
    const { allowedOrigins, allowedHeaders, exposeHeaders, maxAgeSeconds } = plainRule(rule);
    const lists = [allowedOrigins, allowedHeaders, exposeHeaders].map((list) => list.join(' '));
    return [...lists, maxAgeSeconds ?? '-'].join('|');
  });
  return [...rules, ...problems.map(({ code }) => code)];
}

describe('header lines', () => {
  test.each([
    [`${ORIGIN}: http://a.test`, ['http://a.test|||-']],
    [`X-Container-Read: .r:*\n${ORIGIN}: *\n`, ['*|||-']],
    ['X-Container-Read: .r:*\n', []],
    [
      `\ufeff  ${ORIGIN.toLowerCase()} :  http://a.test   http://b.test \r\n`,
      ['http://a.test http://b.test|||-']
    ],
    [`${ORIGIN}: http://a.test,http://b.test`, ['http://a.test,http://b.test|||-']],
    [`${ORIGIN}: http://a.test \thttp://b.test`, ['http://a.test http://b.test|||-']],
    [`${ORIGIN}: http://a.test\tb`, ['http://a.test\tb|||-']],
    [`${ORIGIN}:\n${AGE}:`, ['|||']],
    [
      `${AGE}: abc\n${ORIGIN.replace('Allow-Origin', 'Expose-Headers')}: ETag x-a`,
      ['||ETag x-a|abc']
    ],
    [`${ORIGIN}: a\n${ORIGIN}: b`, ['b|||-', 'key-repeated']],
    [`${ORIGIN}s: a`, ['name-misspelt']],
    ['X-Container-Meta-Access-Control-Allow-Credentials: true', ['name-unknown']],
    [`X-Container-Meta-Colour: red\n${ORIGIN}: a\nhello`, ['a|||-', 'header-colon-missing']],
    ['hello: a', ['format-unknown']]
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('stand where they are said to stand', () => {
    const text = `X-A: 1\r\n${ORIGIN}: http://a.test  *\r\n`;
    const [rule] = readRules(text).ruleSet.rules;
    const spans = [rule?.span, ...(rule?.allowedOrigins.map(({ span }) => span) ?? [])];
    const pieces = spans.map((span) => text.slice(span?.from, span?.to));
    expect(pieces).toEqual([`${ORIGIN}: http://a.test  *`, 'http://a.test', '*']);
  });
});

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 5 })
  .filter((text) => !/\s/.test(text));
const words = fc.array(word, { maxLength: 3 });
const rule: fc.Arbitrary<PlainRule> = fc.record({
  id: fc.constant(null),
  allowedOrigins: words,
  allowedMethods: fc.constant([]),
  allowedHeaders: words,
  exposeHeaders: words,
  maxAgeSeconds: fc.option(fc.constantFrom('0', '600', 'abc', ''))
});
const isEmpty = ({ allowedOrigins, allowedHeaders, exposeHeaders, maxAgeSeconds }: PlainRule) =>
  [...allowedOrigins, ...allowedHeaders, ...exposeHeaders].length === 0 && maxAgeSeconds === null;
const ruleSetOf = (one: PlainRule): RuleSet => ({
  rules: [ruleAt(one, 0)],
  responseVary: null
});
const plain = ({ rules }: RuleSet) => rules.map(plainRule);

test('what is printed reads back', () => {
  fc.assert(
    fc.property(rule, (one) => {
      const ruleSet = ruleSetOf(one);
      expect(swiftHeaders.holds?.(ruleSet)).toBe(true);
      const read = readRules(swiftHeaders.print(ruleSet));
      expect(plain(read.ruleSet)).toEqual(isEmpty(one) ? [] : [one]);
      expect(read.problems).toEqual([]);
    })
  );
});

describe('what a container cannot hold', () => {
  const base = {
    id: null,
    allowedOrigins: ['*'],
    allowedMethods: [],
    allowedHeaders: [],
    exposeHeaders: [],
    maxAgeSeconds: null
  };
  test.each<[string, PlainRule[], boolean]>([
    ['nothing', [], true],
    ['one rule', [base], true],
    ['two rules', [base, base], false],
    ['an id', [{ ...base, id: 'a' }], false],
    ['a method', [{ ...base, allowedMethods: ['GET'] }], false],
    ['a value of two words', [{ ...base, exposeHeaders: ['a b'] }], false]
  ])('%s', (_, rules, expected) => {
    const ruleSet = { rules: rules.map((one) => ruleAt(one, 0)), responseVary: null };
    expect(swiftHeaders.holds?.(ruleSet)).toBe(expected);
  });
});

describe('a change of the text', () => {
  const field = fc.constantFrom('allowedOrigins', 'allowedHeaders', 'exposeHeaders');
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.record({ kind: fc.constant('add-value'), rule: fc.constant(0), field, value: word }),
    fc.record({
      kind: fc.constant('replace-value'),
      rule: fc.constant(0),
      field,
      index: fc.nat(2),
      value: word
    })
  );

  test('is the change of its rule', () => {
    fc.assert(
      fc.property(rule, change, fc.constantFrom('\n', '\r\n'), (one, made, lineEnd) => {
        fc.pre(!isEmpty(one));
        const text = `X-Container-Read: .r:*${lineEnd}${swiftHeaders.print(ruleSetOf(one)).replaceAll('\n', lineEnd)}`;
        const read = readRules(text);
        const after = readRules(changeText(read, text, [made]).text);
        expect(plain(after.ruleSet)).toEqual(plain(applyChange(read.ruleSet, made)));
        expect(after.problems).toEqual([]);
      })
    );
  });

  const insert: Change = {
    kind: 'insert-rule',
    at: 0,
    rule: {
      id: null,
      allowedOrigins: ['http://n.test'],
      allowedMethods: ['GET'],
      allowedHeaders: [],
      exposeHeaders: [],
      maxAgeSeconds: '5'
    }
  };
  test('of nothing is a text of this format where the store takes no other', () => {
    const { text } = changeText(readRules(''), '', [insert], ['swift-headers']);
    expect(text).toBe(`${ORIGIN}: http://n.test\n${AGE}: 5\n`);
    expect(changeText(readRules('hello'), 'hello', [insert], ['swift-headers']).text).toBe('hello');
  });

  test.each<[string, string, Change, string]>([
    [
      'a new rule',
      'X-Container-Read: .r:*',
      insert,
      `X-Container-Read: .r:*\n${ORIGIN}: http://n.test\n${AGE}: 5\n`
    ],
    ['a second rule', `${ORIGIN}: *`, insert, `${ORIGIN}: *`],
    [
      'a method',
      `${ORIGIN}: *`,
      { kind: 'add-value', rule: 0, field: 'allowedMethods', value: 'PUT' },
      `${ORIGIN}: *`
    ],
    [
      'two words',
      `${ORIGIN}: *`,
      { kind: 'add-value', rule: 0, field: 'exposeHeaders', value: 'a b' },
      `${ORIGIN}: *`
    ],
    [
      'an empty line',
      `${ORIGIN}:\r\n`,
      { kind: 'add-value', rule: 0, field: 'allowedOrigins', value: '*' },
      `${ORIGIN}: *\r\n`
    ]
  ])('%s', (_, before, made, after) => {
    expect(changeText(readRules(before), before, [made]).text).toBe(after);
  });
});
