import { expect, test } from 'vitest';
import { isForbiddenMethod, isMethod, isSafelistedMethod, normaliseMethod } from './method.ts';

test.each([
  ['get', 'GET', true],
  ['Post', 'POST', true],
  ['head', 'HEAD', true],
  ['put', 'PUT', false],
  ['Delete', 'DELETE', false],
  ['options', 'OPTIONS', false],
  ['patch', 'patch', false],
  ['query', 'query', false]
])('%s goes out as %s; safelisted: %s', (written, sent, safe) => {
  expect(normaliseMethod(written)).toBe(sent);
  expect(isSafelistedMethod(sent)).toBe(safe);
});

test.each([
  ['CONNECT', true],
  ['trace', true],
  ['Track', true],
  ['TRACER', false],
  ['PUT', false]
])('%s is forbidden: %s', (method, forbidden) => {
  expect(isForbiddenMethod(method)).toBe(forbidden);
});

test.each([
  ['GET', true],
  ['*', true],
  ['', false],
  ['G T', false],
  ['GÉT', false]
])('%j is a method: %s', (method, is) => {
  expect(isMethod(method)).toBe(is);
});
