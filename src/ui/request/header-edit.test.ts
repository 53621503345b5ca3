import { beforeEach, expect, test } from 'vitest';
import type { Header } from '#engine';
import { HeaderEdit } from './header-edit.svelte.ts';

const START: readonly Header[] = [
  ['x-a', '1'],
  ['x-b', '2']
];
let headers: readonly Header[];
let edit: HeaderEdit;

beforeEach(() => {
  headers = START;
  edit = new HeaderEdit(
    () => headers,
    (written) => (headers = written)
  );
});

test('every keystroke of an edit is written through', () => {
  edit.start(1);
  edit.type({ value: '23' });
  expect(headers).toEqual([
    ['x-a', '1'],
    ['x-b', '23']
  ]);
});

test('a new header joins the list with its first letter', () => {
  edit.start(2);
  expect(headers).toEqual(START);
  edit.type({ name: 'c' });
  expect(headers).toEqual([...START, ['c', '']]);
  expect(edit.slots).toEqual([...START, null]);
});

test('a header without a name is left out, and its place is kept', () => {
  edit.start(0);
  edit.type({ name: '' });
  expect(headers).toEqual([['x-b', '2']]);
  expect(edit.slots).toEqual([null, ['x-b', '2']]);
  edit.type({ name: 'x-z' });
  expect(headers).toEqual([
    ['x-z', '1'],
    ['x-b', '2']
  ]);
});

test('cancelling puts the list back', () => {
  edit.start(0);
  edit.type({ name: 'other', value: 'thing' });
  edit.cancel();
  expect(headers).toEqual(START);
  expect(edit.open).toBeNull();
});

test('finishing keeps what was typed', () => {
  edit.start(0);
  edit.type({ value: '9' });
  edit.finish();
  expect(headers).toEqual([
    ['x-a', '9'],
    ['x-b', '2']
  ]);
  expect(edit.slots).toEqual(headers);
});

test('a header is removed by its place', () => {
  edit.remove(0);
  expect(headers).toEqual([['x-b', '2']]);
});

test('a pasted block is added at the end', () => {
  expect(edit.paste('x-c: 3\nx-d: 4')).toBe(true);
  expect(headers).toEqual([...START, ['x-c', '3'], ['x-d', '4']]);
});

test('a block pasted into the editor takes its place', () => {
  edit.start(0);
  expect(edit.paste('x-c: 3')).toBe(true);
  expect(headers).toEqual([
    ['x-c', '3'],
    ['x-b', '2']
  ]);
  expect(edit.open).toBeNull();
});

test('a paste without a header line is left to the field', () => {
  expect(edit.paste('content-type')).toBe(false);
  expect(headers).toEqual(START);
});
