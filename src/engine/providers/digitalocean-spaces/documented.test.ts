/**
 * What the page of DigitalOcean Spaces says: the methods, and a wildcard in an origin's host. How a preflight is answered it does
 * not say; that it is as by Ceph RGW, on which Spaces runs, is an inference, and every answer bears that mark.
 */
import { expect, test } from 'vitest';
import { ask, rulesXml, save, type ShortRequest, type ShortRule } from '../rows.testdata.ts';

const PAGE = 'https://docs.digitalocean.com/products/spaces/how-to/configure-cors/';
const METHODS = ['GET', 'PUT', 'DELETE', 'POST', 'HEAD'];
const RULE: ShortRule = { origins: ['https://*.a.test'], methods: METHODS };

const preflight = (origin: string, method: string): ShortRequest => ({
  method: 'OPTIONS',
  origin,
  asksMethod: method
});

test.each(METHODS)(`a rule may allow %s (${PAGE})`, (method) => {
  const answer = ask(
    'digitalocean-spaces',
    rulesXml([RULE]),
    preflight('https://b.a.test', method)
  );
  expect(answer).toMatchObject({ status: 200, rule: 0, evidence: 'inferred' });
  expect(answer.headers['access-control-allow-origin']).toBe('https://b.a.test');
});

test.each([
  ['https://b.a.test', true],
  ['https://a.test', false],
  ['https://b.c.test', false]
])(`a wildcard in the host: %s, %s (${PAGE})`, (origin, allowed) => {
  const answer = ask('digitalocean-spaces', rulesXml([RULE]), preflight(origin, 'GET'));
  expect(answer.rule).toBe(allowed ? 0 : null);
});

test(`saving takes a rule of these methods (${PAGE})`, () => {
  expect(
    save('digitalocean-spaces', rulesXml([{ ...RULE, headers: ['*'], age: '3000' }]))
  ).toMatchObject({
    accepted: true,
    evidence: 'inferred'
  });
});
