import { expect, test } from 'vitest';
import type { Header } from '../model.ts';
import { firstLine, joinLines, lastLine } from './header-lines.ts';
import { listOf } from './question.ts';
import { everyMember, questionReader } from './question-reader.ts';

const headers: Header[] = [
  ['Origin', ' https://a.test\t'],
  ['access-control-request-method', 'PUT'],
  ['Access-Control-Request-Headers', 'x-a,'],
  ['origin', 'https://b.test'],
  ['Access-Control-Request-Headers', 'X-B']
];
const options = { method: 'OPTIONS', host: '', path: '/', headers };
const put = { ...options, method: 'DELETE' };

test.each([
  ['the first line', firstLine, 'https://a.test', ['x-a', '']],
  ['the last line', lastLine, 'https://b.test', ['X-B']],
  ['all lines', joinLines, 'https://a.test,https://b.test', ['x-a', '', 'X-B']]
])('%s of a header', (_, line, origin, names) => {
  const read = questionReader({ line, names: everyMember, onActual: true });
  expect(read(options)).toMatchObject({ preflight: true, origin, method: 'PUT', names });
});

test.each([
  [true, 'PUT', ['x-a']],
  [false, 'DELETE', []]
])('what an actual request asks by its own headers counts: %s', (onActual, method, names) => {
  const read = questionReader({ line: firstLine, names: listOf, onActual });
  expect(read(put)).toMatchObject({ preflight: false, method, names });
});

test('an empty header says as little as none', () => {
  const read = questionReader({ line: firstLine, names: everyMember, onActual: true });
  const empty: Header[] = headers.map(([name]) => [name, ' ']);
  const nothing = { origin: null, requestHeaders: null, names: [] };
  expect(read({ ...options, headers: empty })).toEqual({
    preflight: true,
    method: null,
    ...nothing
  });
  expect(read({ ...put, headers: empty })).toEqual({
    preflight: false,
    method: 'DELETE',
    ...nothing
  });
});
