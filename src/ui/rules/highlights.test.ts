import { describe, expect, it } from 'vitest';
import { examples } from '../examples/list.ts';
import type { JudgedDocument } from '../document.ts';
import { Workbench } from '../workbench.svelte.ts';
import { highlightsIn, stepTexts, type Highlights } from './highlights.ts';

function judgedExample(id: string): JudgedDocument {
  const example = examples.find((one) => one.id === id);
  const judged = example ? new Workbench(example.draft).judged : null;
  if (!judged) throw new Error(`no example ${id}`);
  return judged;
}

function litExample(id: string): {
  lit: Highlights;
  textOf: (span: { from: number; to: number }) => string;
} {
  const judged = judgedExample(id);
  return { lit: highlightsIn(judged), textOf: ({ from, to }) => judged.text.slice(from, to) };
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

  it('lights nothing in a bucket without rules', () => {
    expect(litExample('no-rules').lit).toEqual({ rules: [], values: [] });
  });
});

describe('saidOf', () => {
  const judged = judgedExample('missing-header');
  const said = (text: string) => {
    const from = judged.text.indexOf(`>${text}<`) + 1;
    return stepTexts(judged, { from, to: from + text.length }, ({ code }) => code);
  };

  it('gives a value what the trace says of it, once', () => {
    const found = said('content-type');
    expect(found).toContain('header-unlisted');
    expect(new Set(found).size).toBe(found.length);
  });

  it('gives a value of which nothing was asked nothing', () => {
    expect(said('600')).toEqual([]);
  });
});
