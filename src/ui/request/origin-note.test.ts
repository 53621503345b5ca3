import { expect, test } from 'vitest';
import { serialiseOrigin } from '#engine';
import { originNote } from './origin-note.ts';

test.each([
  ['https://app.example.com', []],
  ['', ['Write the page’s origin: a scheme and a host, such as https://app.example.com']],
  ['https://app.example.com/photos', ['an origin has no path']],
  ['app.example.com', ['an origin has a scheme, and this one is a guess']],
  ['HTTPS://App.Example.com', ['an origin is lower case']],
  ['https://app.example.com:443', ['port 443 is the scheme’s own and is left out']],
  ['https://me@app.example.com', ['an origin has no user name']],
  [' https://app.example.com', ['the white space around it is left out']],
  ['file:///home/page.html', ['a page at file: has an opaque origin']],
  ['https://bücher.example', ['bücher.example is spelled xn--bcher-kva.example on the wire']],
  ['https://App.example.com/', ['an origin has no path', 'an origin is lower case']]
])('%s', (text, notes) => {
  expect(serialiseOrigin(text).notes.map(originNote)).toEqual(notes);
});

test('a text that is no origin is told to be none', () => {
  expect(serialiseOrigin('https://').notes.map(originNote)).toEqual([
    'https:// is no origin: write a scheme and a host, such as https://app.example.com'
  ]);
});
