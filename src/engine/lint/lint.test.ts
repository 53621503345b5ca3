import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import { providerById } from '../providers/providers.ts';
import { CHECKS } from './all-checks.ts';
import { exampleText, type BadExample, type LintExample } from './example.ts';
import { lint } from './lint.ts';
import { headOf, topOf } from './visit.ts';

const find = (example: LintExample) => {
  const { text } = exampleText(example);
  const read = readRules(text);
  const provider = providerById(example.provider);
  return {
    text,
    read,
    findings: lint(read, text, provider, { credentials: example.credentials ?? false })
  };
};

/** Where the example says that its finding lies. */
function placeOf(example: BadExample) {
  const { text, marked } = exampleText(example);
  if (marked !== null) return marked;
  const rule = readRules(text).ruleSet.rules[example.rule ?? -1];
  return rule ? headOf(text, rule.span) : topOf(text);
}

test('each file of the folder is in the list, by its own name', () => {
  const files = readdirSync(new URL('checks', import.meta.url)).filter(
    (file) => file !== 'index.ts'
  );
  expect(CHECKS.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

const rows = (kind: 'bad' | 'good') =>
  CHECKS.flatMap(({ id, examples }) =>
    examples[kind].map((example, index) => [id, index, example] as const)
  );

describe('a bad example', () => {
  test.each(rows('bad'))('%s %i is found at its place, once', (id, _, example) => {
    const { text, findings, read } = find(example);
    expect(read.complete).toBe(true);
    const own = findings.filter(({ code }) => code === id);
    const { level } = example as BadExample;
    const { from, to } = placeOf(example as BadExample);
    expect(own.map((one) => [one.level, text.slice(one.span.from, one.span.to), one.span])).toEqual(
      [[level, text.slice(from, to), { from, to }]]
    );
  });
});

describe('a good example', () => {
  test.each(rows('good'))('%s %i has nothing of it', (id, _, example) => {
    const { findings, read } = find(example);
    expect(read.complete).toBe(true);
    expect(findings.filter(({ code }) => code === id)).toEqual([]);
  });
});
