import { expect, test } from 'vitest';
import { providerById, readRules } from '#engine';
import { CHECKS, exampleText, lint } from '#engine/lint';
import { say } from './say.ts';

test.each(CHECKS.map((check) => [check.id, check] as const))('%s is said in words', (id, check) => {
  for (const example of check.examples.bad) {
    const { text } = exampleText(example);
    const options = { credentials: example.credentials ?? false };
    const found = lint(readRules(text), text, providerById(example.provider), options);
    const finding = found.find(({ code }) => code === id);
    const told = finding && Object.values(say.finding(finding));
    expect(told).toHaveLength(3);
    expect(told?.join(' ')).not.toMatch(/undefined|\[object|(^| )(lint|field|format)\.[a-zA-Z]/);
  }
});
