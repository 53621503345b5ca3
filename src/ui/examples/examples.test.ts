import { describe, expect, it } from 'vitest';
import { judge, providerById, readRules } from '#engine';
import { examples } from './list.ts';

describe.each(examples)('the example $id', ({ draft, outcome, cause }) => {
  const read = readRules(draft.rules);

  it('is read whole', () => {
    expect(read.complete).toBe(true);
  });

  it(`is ${outcome}, by ${cause ?? 'nothing'}`, () => {
    const verdict = judge({
      text: draft.rules,
      read,
      provider: providerById(draft.provider),
      request: draft.request
    });
    expect([verdict.outcome, verdict.cause?.code ?? null]).toEqual([outcome, cause]);
  });
});

describe('the gallery', () => {
  it('names each example once, with a title and a story of its own', () => {
    for (const text of [
      examples.map(({ id }) => id),
      examples.map(({ title }) => title()),
      examples.map(({ story }) => story())
    ])
      expect(new Set(text).size).toBe(examples.length);
  });

  it('shows every outcome and both syntaxes', () => {
    expect(new Set(examples.map(({ outcome }) => outcome)).size).toBe(3);
    expect(new Set(examples.map(({ draft }) => readRules(draft.rules).syntax))).toEqual(
      new Set(['xml', 'json', null])
    );
  });
});
