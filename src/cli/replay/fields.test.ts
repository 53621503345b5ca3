import { expect, test } from 'vitest';
import { FieldReader } from './fields.ts';

type Get = (fields: FieldReader) => unknown;

test.each<[name: string, json: string, get: Get, value: unknown]>([
  ['a string', '{"a":"x"}', (f) => f.text('a'), 'x'],
  ['an empty string', '{"a":""}', (f) => f.text('a'), ''],
  ['null where it may be', '{"a":null}', (f) => f.textOrNull('a'), null],
  ['a flag', '{"a":false}', (f) => f.optionalFlag('a', true), false],
  ['a flag left out', '{}', (f) => f.optionalFlag('a', true), true],
  ['a flag that is null', '{"a":null}', (f) => f.optionalFlag('a', true), true],
  ['a choice', '{"a":"y"}', (f) => f.choice('a', ['x', 'y']), 'y'],
  ['a choice left out', '{}', (f) => f.optionalChoice('a', ['x', 'y'], 'x'), 'x'],
  ['an object in an object', '{"a":{"b":"x"}}', (f) => f.object('a').text('b'), 'x'],
  ['an object left out', '{}', (f) => f.optionalObject('a'), null],
  ['a list', '{"a":["x","y"]}', (f) => f.optionalTexts('a'), ['x', 'y']],
  ['a list left out', '{}', (f) => f.optionalTexts('a'), []],
  [
    'headers, one given twice',
    '{"a":{"B":"1","c":["2","3"],"__proto__":"4"}}',
    (f) => f.headerObject('a'),
    [
      ['B', '1'],
      ['c', '2'],
      ['c', '3'],
      ['__proto__', '4']
    ]
  ],
  ['header pairs', '{"a":[["B","1"]]}', (f) => f.headerPairs('a'), [['B', '1']]]
])('reads %s', (_, json, get, value) => {
  const fields = new FieldReader(JSON.parse(json));
  expect(get(fields)).toEqual(value);
  expect(fields.refusal).toBeNull();
});

test.each<[json: string, get: Get, code: string, field: string]>([
  ['{}', (f) => f.text('a'), 'field-missing', 'a'],
  ['{"a":1}', (f) => f.text('a'), 'field-not-string', 'a'],
  ['{"a":null}', (f) => f.text('a'), 'field-not-string', 'a'],
  ['{}', (f) => f.textOrNull('a'), 'field-missing', 'a'],
  ['{"a":{}}', (f) => f.textOrNull('a'), 'field-not-string-or-null', 'a'],
  ['{"a":"true"}', (f) => f.optionalFlag('a', true), 'field-not-boolean', 'a'],
  ['{"a":"z"}', (f) => f.choice('a', ['x', 'y']), 'field-unknown-value', 'a'],
  ['{"a":"toString"}', (f) => f.choice('a', ['x', 'y']), 'field-unknown-value', 'a'],
  ['{"a":1}', (f) => f.optionalChoice('a', ['x'], 'x'), 'field-not-string', 'a'],
  ['{}', (f) => f.object('a').text('b'), 'field-missing', 'a'],
  ['{"a":[]}', (f) => f.object('a'), 'field-not-object', 'a'],
  ['{"a":{"b":{}}}', (f) => f.object('a').object('b').text('c'), 'field-missing', 'a.b.c'],
  ['{"a":1}', (f) => f.optionalObject('a'), 'field-not-object', 'a'],
  ['{"a":"x"}', (f) => f.optionalTexts('a'), 'field-not-list', 'a'],
  ['{"a":["x",1]}', (f) => f.optionalTexts('a'), 'field-not-string', 'a[1]'],
  ['{"a":[]}', (f) => f.headerObject('a'), 'field-not-object', 'a'],
  ['{"a":{"b":1}}', (f) => f.headerObject('a'), 'field-not-string-or-list', 'a.b'],
  ['{"a":{"b":["1",2]}}', (f) => f.headerObject('a'), 'field-not-string-or-list', 'a.b'],
  ['{"a":{}}', (f) => f.headerPairs('a'), 'field-not-list', 'a'],
  ['{"a":[["b"]]}', (f) => f.headerPairs('a'), 'field-not-pair', 'a[0]'],
  ['{"a":[["b","c"],["b","c","d"]]}', (f) => f.headerPairs('a'), 'field-not-pair', 'a[1]'],
  ['{"a":[["b",1]]}', (f) => f.headerPairs('a'), 'field-not-pair', 'a[0]'],
  ['{"a":["bc"]}', (f) => f.headerPairs('a'), 'field-not-pair', 'a[0]']
])('refuses %s', (json, get, code, field) => {
  const fields = new FieldReader(JSON.parse(json));
  get(fields);
  expect(fields.refusal).toMatchObject({ code, args: { field } });
});

test('the first thing that is wrong is told', () => {
  const fields = new FieldReader({ a: 1 });
  fields.text('a');
  fields.text('b');
  expect(fields.refusal).toMatchObject({ args: { field: 'a' } });
});
