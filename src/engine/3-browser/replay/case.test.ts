import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCase } from './case.ts';

const LINE = { page: { origin: 'https://app.example' }, url: 'https://bucket.example/key' };

test('fills in what a line leaves out', () => {
  const { value } = readCase({ ...LINE, unknown: 1 });
  expect(value).toMatchObject({
    id: '',
    api: 'fetch',
    pageOrigin: 'https://app.example',
    answers: { preflight: { status: 204, headers: [] }, actual: { status: 200, headers: [] } },
    second: null
  });
});

test('a second call has the answers of the first unless it brings its own', () => {
  const { value } = readCase({
    ...LINE,
    preflightResponse: { status: 403 },
    actualResponse: { close: true },
    second: { delayMs: 100, actualResponse: { status: 201 } }
  });
  expect(value?.answers).toEqual({ preflight: { status: 403, headers: [] }, actual: null });
  expect(value?.second?.answers).toEqual({
    preflight: { status: 403, headers: [] },
    actual: { status: 201, headers: [] }
  });
});

test.each([
  ['line', null],
  ['line', []],
  ['page', { ...LINE, page: 'x' }],
  ['url', { ...LINE, url: undefined }],
  ['url', { ...LINE, url: 1 }],
  ['api', { ...LINE, api: 'socket' }],
  ['fetch', { ...LINE, fetch: [] }],
  ['fetch.headers', { ...LINE, fetch: { headers: { a: 'b' } } }],
  ['fetch.headers', { ...LINE, fetch: { headers: [['a']] } }],
  ['fetch.method', { ...LINE, fetch: { method: 1 } }],
  ['preflightResponse.status', { ...LINE, preflightResponse: { status: '200' } }],
  ['second.delayMs', { ...LINE, second: { delayMs: 'x' } }],
  ['hops', { ...LINE, hops: { h: 1 } }]
])('names the field that it cannot read: %s', (field, line) => {
  expect(readCase(line)).toEqual({ value: null, field });
});

test('never throws', () => {
  const holder = fc.record({ page: fc.anything(), url: fc.anything(), fetch: fc.anything() });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), holder), (line) => {
      const { value, field } = readCase(line);
      expect(value === null).toBe(field !== null);
    })
  );
});
