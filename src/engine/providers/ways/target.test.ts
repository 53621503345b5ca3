import { expect, test } from 'vitest';
import { BUCKET, ENDPOINT, REGION } from './store.ts';
import { findTarget } from './target.ts';

const FIELDS = [BUCKET, REGION, { ...ENDPOINT, usually: 'http://localhost:1' }];
const ADDRESSES = [{ host: '{bucket}.{region}.store.test', sets: { domain: 'store.test' } }];

const find = (url: string, given = {}) =>
  findTarget(FIELDS, ADDRESSES, { domain: 'd' }, url, given);

test('what is given comes before the address, the address before what is usual', () => {
  const { target, to } = find('https://b.r.store.test/k', { region: ' mine ' });
  expect(target.fields.map(({ value }) => value)).toEqual(['b', 'mine', 'http://localhost:1']);
  expect(target.missing).toEqual([]);
  expect(['bucket', 'region', 'domain', 'alias'].map((name) => to(name as 'bucket'))).toEqual([
    'b',
    'mine',
    'store.test',
    ''
  ]);
});

test('what nobody tells is a placeholder, and missing', () => {
  const { target, to } = find('https://cdn.test/k');
  expect(target.missing).toEqual(['bucket', 'region']);
  expect([to('bucket'), to('region'), to('domain')]).toEqual(['BUCKET', 'REGION', 'd']);
});

test.each([
  [''],
  [' '],
  ['--help'],
  ['-'],
  ['a\nb'],
  ['a\u0000'],
  ['a\u001b[201~'],
  ['a\u202eb'],
  ['a\u2028b'],
  ['a\ud800b'],
  ['x'.repeat(1_025)]
])('%j is no name', (bucket) => {
  expect(find('https://b.r.store.test/k', { bucket }).target.missing).toEqual(['bucket']);
});

test.each([
  ['https://s3.test', 'https://s3.test'],
  ['https://s3.test/', 'https://s3.test'],
  ['http://s3.test:9000/v1/AUTH_a/', 'http://s3.test:9000/v1/AUTH_a'],
  ['s3.test', null],
  ['ftp://s3.test', null],
  ['https://me:secret@s3.test', null],
  ['https://s3.test/?a=b', null],
  ["https://s3.test/'$(id)", "https://s3.test/'$(id)"]
])('the endpoint %s', (endpoint, value) => {
  expect(find('', { endpoint }).target.fields[2]?.value).toBe(value);
});
