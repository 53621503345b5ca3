import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGINES } from '../3-browser/engines/engines.ts';
import { readCase } from '../3-browser/replay/case.ts';
import { simulate } from '../3-browser/replay/simulate.ts';
import { scrubUrl } from '../secrets/index.ts';
import { readSymptom } from './read-symptom.ts';
import type { SymptomCode } from './symptom.ts';

const origin = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    fc.domain(),
    fc.option(fc.integer({ min: 1, max: 65535 }))
  )
  .map(([scheme, host, port]) => new URL(`${scheme}://${host}${port ? `:${port}` : ''}`).origin);
const path = fc.webPath().map((text) => `/k${text}`);
const value = fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/);
const header = fc.constantFrom(
  'X-Foo',
  'authorization',
  'X-Amz-Date',
  'Content-MD5',
  'Cache-Control'
);
const answer = fc
  .tuple(
    fc.constantFrom(200, 204, 302, 403, 503),
    fc.oneof(
      fc.constantFrom('*', '{reqorigin}', 'null', 'http://a.example, http://b.example'),
      value
    ),
    fc.oneof(fc.constantFrom('{acrm}', 'GET', '*'), value),
    fc.oneof(fc.constantFrom('{acrh}', 'x-bar', '*'), value),
    fc.constantFrom('true', 'True', '')
  )
  .map(([status, allowOrigin, methods, headers, credentials]) => ({
    status,
    headers: [
      ['Access-Control-Allow-Origin', allowOrigin],
      ['Access-Control-Allow-Methods', methods],
      ['Access-Control-Allow-Headers', headers],
      ['Access-Control-Allow-Credentials', credentials]
    ]
  }));
const line = fc.record({
  api: fc.constantFrom('fetch', 'xhr'),
  page: fc.record({ origin }),
  url: fc.tuple(origin, path).map(([base, rest]) => new URL(base + rest).href),
  fetch: fc.record({
    method: fc.constantFrom('GET', 'PUT', 'DELETE', 'PATCH', 'patch'),
    headers: fc
      .uniqueArray(header, { maxLength: 2 })
      .map((names) => names.map((name) => [name, 'v'])),
    credentials: fc.constantFrom('omit', 'include'),
    withCredentials: fc.boolean(),
    mode: fc.constantFrom('cors', 'cors', 'cors', 'same-origin')
  }),
  preflightResponse: answer,
  actualResponse: answer
});

/** Lines that name the page's origin and the address. */
const NAMES_ALL = /^Access to /;
const NAMES_URL = /^(Access to|Cross-Origin Request Blocked|Fetch API)/;

/** Of two origins in an answer the text says more than the browser's check. */
const ofBrowser = (cause: SymptomCode) =>
  cause === 'allow-origin-twice' ? 'allow-origin-mismatch' : cause;

describe.each(
  ENGINES.filter(({ id }) => id !== 'standard').map((engine) => [engine.id, engine] as const)
)('%s', (id, engine) => {
  test('what it prints is read back to the same cause and values', () => {
    let read = 0;
    fc.assert(
      fc.property(line, (written) => {
        const { value: browserCase } = readCase(written);
        if (browserCase === null) throw new Error('no case');
        const { consoleMessage, cause } = simulate(browserCase, engine);
        if (consoleMessage === null || cause === null) return;
        read++;
        const { symptom } = readSymptom(consoleMessage);
        expect(symptom, consoleMessage).not.toBeNull();
        expect(symptom?.causes.map(ofBrowser), consoleMessage).toContain(cause);
        expect(symptom?.engine, consoleMessage).toBe(id);
        const { request = {} } = symptom ?? {};
        const { fetch: asked } = written;
        if (NAMES_URL.test(consoleMessage)) expect(request.url).toBe(scrubUrl(written.url).value);
        if (NAMES_ALL.test(consoleMessage)) expect(request.pageOrigin).toBe(written.page.origin);
        if (request.method !== undefined) expect(request.method).toBe(asked.method);
        for (const [name] of request.headers ?? [])
          expect(asked.headers.map(([own]) => own?.toLowerCase())).toContain(name.toLowerCase());
        if (cause === 'header-not-in-answer') expect(request.headers).toHaveLength(1);
        if (cause === 'credentials-with-wildcard') expect(request.credentials).toBe('include');
      }),
      { numRuns: 400 }
    );
    expect(read).toBeGreaterThan(50);
  });
});
