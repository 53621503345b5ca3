import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Header, WireResponse } from '../../model.ts';
import { checkCors } from './check-cors.ts';

const ORIGIN = 'https://app.example';
const answer = (...headers: Header[]): WireResponse => ({ status: 200, headers, body: '' });
const acao = (value: string): Header => ['Access-Control-Allow-Origin', value];
const acac = (value: string): Header => ['access-control-allow-credentials', value];

describe('checkCors', () => {
  test.each<[string | null, Header[]]>([
    [null, [acao('*')]],
    [null, [acao(ORIGIN)]],
    [null, [acao(` \t${ORIGIN} `)]],
    ['allow-origin-missing', []],
    ['allow-origin-mismatch', [acao('')]],
    ['allow-origin-mismatch', [acao(`${ORIGIN}/`)]],
    ['allow-origin-mismatch', [acao('https://APP.example')]],
    ['allow-origin-mismatch', [acao('null')]],
    ['allow-origin-mismatch', [acao('*, *')]],
    ['allow-origin-mismatch', [acao(ORIGIN), acao(ORIGIN)]]
  ])('without credentials: %s', (code, headers) => {
    expect(checkCors(answer(...headers), ORIGIN, false).failure?.code ?? null).toBe(code);
  });

  test.each<[string | null, Header[]]>([
    [null, [acao(ORIGIN), acac('true')]],
    ['credentials-with-wildcard', [acao('*'), acac('true')]],
    ['allow-credentials-missing', [acao(ORIGIN)]],
    ['allow-credentials-missing', [acao(ORIGIN), acac('True')]],
    ['allow-credentials-missing', [acao(ORIGIN), acac('true'), acac('true')]]
  ])('with credentials: %s', (code, headers) => {
    expect(checkCors(answer(...headers), ORIGIN, true).failure?.code ?? null).toBe(code);
  });

  test('with credentials nothing but the origin itself passes', () => {
    const value = fc.oneof(fc.constantFrom('*', ORIGIN, 'null', '"*"'), fc.string());
    fc.assert(
      fc.property(value, (text) => {
        const passes = checkCors(answer(acao(text), acac('true')), ORIGIN, true).failure === null;
        expect(passes).toBe(text.replace(/^[ \t]+|[ \t]+$/g, '') === ORIGIN);
      })
    );
  });
});
