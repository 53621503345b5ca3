import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idSource } from './id-source.ts';

const sourceOf = (json: string): string =>
  idSource(json, (JSON.parse(json) as Record<string, unknown>)['id']);

test.each([
  ['{"id":9007199254740993}', '9007199254740993'],
  ['{"id":1.0,"a":1}', '1.0'],
  ['{"id":1e400}', '1e400'],
  ['{"id":-0}', '-0'],
  ['{"id":"1"}', '"1"'],
  ['{"id":"\\u00e9\\/"}', '"\\u00e9\\/"'],
  ['{"id":"a\\\\"}', '"a\\\\"'],
  ['{"id":"\\ud800"}', '"\\ud800"'],
  [' { "id" : 1E2 } ', '1E2'],
  ['{"a":"\\"id\\":2","id":10000000000000001}', '10000000000000001'],
  ['{"a":{"id":1},"b":["}",{"id":2}],"id":3.0}', '3.0'],
  ['{"\\u0069d":4.0}', '4.0'],
  ['{"id":1,"id":2.50}', '2.50'],
  ['{"id":1,"id":[1.0, {"a":"]"}]}', '[1.0, {"a":"]"}]'],
  ['{"id":1,"id":null}', 'null'],
  ['{"id":true}', 'true'],
  ['{"a":"}"}', 'null'],
  ['{}', 'null']
])('%s', (json, source) => {
  expect(sourceOf(json)).toBe(source);
});

test('whatever the object, the source means the id', () => {
  const member = fc.tuple(fc.constantFrom('id', 'a', '"', '\\', '}'), fc.jsonValue());
  fc.assert(
    fc.property(fc.array(member, { maxLength: 5 }), (members) => {
      const json = `{${members
        .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
        .join(' , ')}}`;
      const { id = null } = JSON.parse(json) as { id?: unknown };
      expect(JSON.parse(sourceOf(json))).toEqual(id);
    })
  );
});
