import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGINES } from '../engines/engines.ts';
import { readCase, type BrowserCase } from './case.ts';
import { simulate } from './simulate.ts';

const PAGE = 'https://app.example';

function caseOf(line: object): BrowserCase {
  const { value, field } = readCase({
    page: { origin: PAGE },
    url: 'https://b.example/k',
    ...line
  });
  if (value === null) throw new Error(field);
  return value;
}

const word = fc.stringMatching(/^[A-Za-z*-]{1,8}$/);
const header = fc.tuple(
  fc.oneof(word, fc.constantFrom('Accept', 'Content-Type', 'Range', 'Authorization', 'Cookie', '')),
  fc.oneof(fc.string(), fc.constantFrom('text/plain', 'bytes=0-1', 'application/json'))
);
const status = fc.constantFrom(200, 204, 302, 307, 403, 500);
const origin = fc.constantFrom(PAGE, '*', 'null', '{reqorigin}', 'https://other.example');
const response = fc
  .tuple(
    status,
    origin,
    fc.array(header, { maxLength: 3 }),
    fc.constantFrom('/k', '/k/h', 'x:', '', 'http://[', 'data:,', '//me@b.example')
  )
  .map(([code, allowed, more, location]) => ({
    status: code,
    headers: [
      ['Access-Control-Allow-Origin', allowed],
      ['Access-Control-Allow-Methods', '{acrm}'],
      ['Access-Control-Allow-Headers', '{acrh}'],
      ['Location', location],
      ...more
    ]
  }));
const call = fc.record(
  {
    method: fc.oneof(word, fc.constantFrom('GET', 'PUT', 'POST', 'patch', 'TRACE')),
    headers: fc.array(header, { maxLength: 4 }),
    credentials: fc.constantFrom('omit', 'include', 'same-origin'),
    mode: fc.constantFrom('cors', 'no-cors', 'same-origin'),
    redirect: fc.constantFrom('follow', 'error', 'manual')
  },
  { requiredKeys: [] }
);
const line = fc.record(
  {
    api: fc.constantFrom('fetch', 'xhr'),
    fetch: call,
    preflightResponse: response,
    actualResponse: response,
    hops: fc.record({ h: fc.record({ preflightResponse: response, actualResponse: response }) }),
    second: fc.record({ delayMs: fc.nat(10000), fetch: call })
  },
  { requiredKeys: ['api', 'fetch', 'preflightResponse', 'actualResponse'] }
);

describe.each(ENGINES.map((engine) => [engine.id, engine] as const))('%s', (_, engine) => {
  test('answers any case, and never against itself', () => {
    fc.assert(
      fc.property(line, (each) => {
        const answer = simulate(caseOf(each), engine);
        const { outcome, preflightSent, preflightRequestHeaders: asked, exposedHeaders } = answer;
        expect(outcome === 'blocked').toBe(answer.cause !== null);
        expect(outcome === 'blocked').toBe(answer.errorName !== null);
        expect(outcome === 'blocked').toBe(exposedHeaders === null);
        expect(preflightSent).toBe(asked !== null);
        expect(answer.secondRequestPreflighted === null).toBe(!('second' in each));
        const names = asked?.['access-control-request-headers']?.split(',') ?? [];
        expect(names).toEqual(names.map((name) => name.toLowerCase()).sort());
        expect(names).not.toContain('cookie');
        const safe = ['GET', 'HEAD', 'POST'].includes(
          asked?.['access-control-request-method'] ?? ''
        );
        if (preflightSent && !('hops' in each)) expect(names.length > 0 || !safe).toBe(true);
        expect(exposedHeaders ?? []).not.toContain('set-cookie');
      })
    );
  });

  test('a star in the answers never lets a call with credentials through', () => {
    fc.assert(
      fc.property(fc.constantFrom('GET', 'PUT', 'POST'), fc.boolean(), (method, custom) => {
        const headers = [
          ...['Access-Control-Allow-Origin', 'Access-Control-Allow-Methods'].map((name) => [
            name,
            '*'
          ]),
          ['Access-Control-Allow-Headers', '*'],
          ['Access-Control-Allow-Credentials', 'true']
        ];
        const fetch = {
          method,
          credentials: 'include',
          headers: custom ? [['X-Foo', '1']] : []
        };
        const answers = { preflightResponse: { headers }, actualResponse: { headers } };
        expect(simulate(caseOf({ fetch, ...answers }), engine)).toMatchObject({
          outcome: 'blocked',
          cause: 'credentials-with-wildcard'
        });
      })
    );
  });
});
