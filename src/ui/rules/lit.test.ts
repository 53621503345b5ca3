import { describe, expect, it } from 'vitest';
import { examples } from '../examples/index.ts';
import { Workbench } from '../workbench.svelte.ts';
import { litOf, type Lit } from './lit.ts';

function litExample(id: string): {
  lit: Lit;
  textOf: (span: { from: number; to: number }) => string;
} {
  const example = examples.find((one) => one.id === id);
  const judged = example ? new Workbench(example.draft).judged : null;
  if (!judged) throw new Error(`no example ${id}`);
  const lit = litOf(judged, ({ code }) => code);
  return { lit, textOf: ({ from, to }) => judged.text.slice(from, to) };
}

describe('litOf', () => {
  it('marks the rule that comes closest and the values that refuse', () => {
    const { lit, textOf } = litExample('missing-header');
    expect(lit.rules.map(({ state }) => state)).toEqual(['other', 'closest', 'other']);
    const refused = lit.values.filter(({ kind }) => kind === 'refused');
    expect(refused.map(textOf)).toContain('content-type');
  });

  it('marks the rule that answers and the values that let the call in', () => {
    const { lit, textOf } = litExample('upload-works');
    expect(lit.rules.map(({ state }) => state)).toEqual(['answers']);
    const answered = lit.values.filter(({ kind }) => kind === 'answered').map(textOf);
    expect(answered).toEqual(expect.arrayContaining(['https://app.example.com', 'PUT']));
  });

  it('lights a rule over its whole length', () => {
    const { lit, textOf } = litExample('shadowed-rule');
    const [first] = lit.rules;
    expect(first && textOf(first)).toMatch(/^<CORSRule>[^]*<\/CORSRule>$/);
  });

  it('gives each value what the trace says of it, once', () => {
    const { lit, textOf } = litExample('missing-header');
    const header = lit.values.find((value) => textOf(value) === 'content-type');
    expect(header?.said).toContain('header-unlisted');
    for (const { said } of lit.values) expect(new Set(said).size).toBe(said.length);
  });

  it('lights nothing in a bucket without rules', () => {
    expect(litExample('no-rules').lit).toEqual({ rules: [], values: [] });
  });
});
