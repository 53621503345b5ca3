import { expect, test } from 'vitest';
import { newNames, parseHeaders } from './headers.ts';

test.each([
  ['one line', 'x-a: 1', [['x-a', '1']]],
  [
    'every line end',
    'x-a: 1\r\nX-B:2\rx-c: 3\n',
    [
      ['x-a', '1'],
      ['X-B', '2'],
      ['x-c', '3']
    ]
  ],
  ['a value with colons', 'x-time: 12:30:00', [['x-time', '12:30:00']]],
  ['an empty value', 'x-empty:', [['x-empty', '']]],
  [
    'the same name twice',
    'x-a: 1\nx-a: 2',
    [
      ['x-a', '1'],
      ['x-a', '2']
    ]
  ],
  ['the lines between that are none', 'GET / HTTP/1.1\nx-a: 1\n\nbody', [['x-a', '1']]],
  ['no pseudo header', ':authority: a.test\nx-a: 1', [['x-a', '1']]],
  ['no address', 'https://app.example.com', []],
  ['no sentence', 'Note well: this is none', []],
  ['no lone name', 'content-type', []],
  ['nothing', '', []]
])('a pasted block gives %s', (_, text, headers) => {
  expect(parseHeaders(text)).toEqual(headers);
});

test.each([
  ['one name', 'ETag', [], ['ETag']],
  ['names apart by commas and blanks', ' ETag, x-a  x-b,', [], ['ETag', 'x-a', 'x-b']],
  ['no name twice, in any case', 'etag ETAG', [], ['etag']],
  ['no name that is there', 'ETag x-a', ['etag'], ['x-a']],
  ['nothing', ' , ', [], []]
])('typed text gives %s', (_, text, known, names) => {
  expect(newNames(text, known)).toEqual(names);
});
