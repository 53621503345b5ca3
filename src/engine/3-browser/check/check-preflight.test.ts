import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Header, WireResponse } from '../../model.ts';
import type { PreflightTerms } from './check-preflight.ts';
import { checkPreflight } from './check-preflight.ts';

const ORIGIN = 'https://app.example';
const ACAO: Header = ['Access-Control-Allow-Origin', ORIGIN];
const ACAC: Header = ['Access-Control-Allow-Credentials', 'true'];
const acam = (value: string): Header => ['Access-Control-Allow-Methods', value];
const acah = (value: string): Header => ['Access-Control-Allow-Headers', value];
const age = (value: string): Header => ['Access-Control-Max-Age', value];

const PUT: PreflightTerms = { origin: ORIGIN, method: 'PUT', unsafe: [], credentialed: false };
const X_A: PreflightTerms = { ...PUT, method: 'GET', unsafe: ['x-a'] };
const AUTH: PreflightTerms = { ...X_A, unsafe: ['authorization'] };

const answer = (headers: Header[], status = 204): WireResponse => ({ status, headers, body: '' });
const codeOf = (response: WireResponse, asked: PreflightTerms) =>
  checkPreflight(response, asked).failure?.code ?? null;

describe('checkPreflight', () => {
  test.each<[string | null, PreflightTerms, Header[]]>([
    [null, PUT, [ACAO, acam('PUT')]],
    [null, PUT, [ACAO, acam('GET'), acam(' ,PUT')]],
    [null, PUT, [ACAO, acam('*')]],
    ['method-not-in-answer', PUT, [ACAO]],
    ['method-not-in-answer', PUT, [ACAO, acam('put')]],
    ['allow-methods-invalid', PUT, [ACAO, acam('PUT, P@T')]],
    ['allow-methods-invalid', X_A, [ACAO, acam('a b'), acah('x-a')]],
    ['allow-headers-invalid', PUT, [ACAO, acam('PUT'), acah('a:b')]],
    [null, X_A, [ACAO, acah('X-A')]],
    [null, X_A, [ACAO, acah('*')]],
    ['header-not-in-answer', X_A, [ACAO]],
    ['header-not-in-answer', X_A, [ACAO, acah('x-*')]],
    ['header-not-in-answer', AUTH, [ACAO, acah('*')]],
    [null, AUTH, [ACAO, acah('*, Authorization')]],
    ['allow-origin-missing', PUT, [acam('PUT')]]
  ])('%s', (code, asked, headers) => {
    expect(codeOf(answer(headers), asked)).toBe(code);
  });

  test.each([
    [200, null],
    [299, null],
    [300, 'preflight-status'],
    [304, 'preflight-status'],
    [403, 'preflight-status']
  ])('status %d: %s', (status, code) => {
    expect(codeOf(answer([ACAO, acam('PUT')], status), PUT)).toBe(code);
  });

  test('a redirect is named as one where there is somewhere to go', () => {
    expect(codeOf(answer([ACAO, ['Location', '/x']], 307), PUT)).toBe('preflight-redirect');
    expect(codeOf(answer([ACAO], 307), PUT)).toBe('preflight-status');
    expect(codeOf(answer([ACAO, ['Location', '/x']], 300), PUT)).toBe('preflight-status');
  });

  test('all missing headers are named', () => {
    const asked = { ...X_A, unsafe: ['x-a', 'x-b', 'x-c'] };
    expect(checkPreflight(answer([ACAO, acah('x-b')]), asked).failure).toEqual({
      code: 'header-not-in-answer',
      args: { headers: ['x-a', 'x-c'], value: 'x-b' }
    });
  });

  test.each<[Header[], number]>([
    [[], 5],
    [[age('600')], 600],
    [[age('0')], 0],
    [[age('abc')], 5],
    [[age('600'), age('600')], 5]
  ])('max age of %j is %d s', (headers, seconds) => {
    expect(checkPreflight(answer([ACAO, acam('PUT'), ...headers]), PUT).maxAge).toBe(seconds);
  });

  test('with credentials a star is a literal, for the method and for every header', () => {
    const method = fc.stringMatching(/^[A-Z]{1,8}$/);
    const header = fc.stringMatching(/^[a-z-]{1,12}$/);
    fc.assert(
      fc.property(method, header, (name, unsafe) => {
        const asked = { ...PUT, method: name, unsafe: [unsafe], credentialed: true };
        const stars = checkPreflight(answer([ACAO, ACAC, acam('*'), acah('*')]), asked);
        expect(stars.failure).not.toBeNull();
        const named = checkPreflight(answer([ACAO, ACAC, acam(name), acah(unsafe)]), asked);
        expect(named.failure).toBeNull();
      })
    );
  });
});
