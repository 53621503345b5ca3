/** However many faults a text has, mending all takes time in proportion to it. */
import { expect, test } from 'vitest';
import { writeIn } from '../1-read/losses.ts';
import { ruleAt } from '../1-read/plain.ts';
import { FORMATS, readRules } from '../1-read/read-rules.ts';
import type { PlainRule } from '../model.ts';
import { providers } from '../providers/providers.ts';
import { PLAIN } from './example.ts';
import { mendAll } from './mend-all.ts';

const origins = (count: number, end = '/'): string[] =>
  Array.from({ length: count }, (_, index) => `https://app-${index}.example.com${end}`);

/** Rules with some hundred faults, and more of the same where `count` is greater. */
const FAULTY: Readonly<Record<string, (count: number) => Partial<PlainRule>[]>> = {
  'values of one rule': (count) => [{ allowedOrigins: origins(count) }],
  'values that stand there twice': (count) => [
    { allowedOrigins: ['https://a.test', ...origins(count, '').flatMap((one) => [one, one])] }
  ],
  'one value of many': (count) => [{ allowedOrigins: [origins(count, '').join(' ')] }],
  'many rules': (count) =>
    origins(count / 2).map((origin) => ({ allowedOrigins: [origin], allowedMethods: ['get'] })),
  'the same rule again': (count) =>
    origins(count / 8, '').flatMap((origin) =>
      Array<Partial<PlainRule>>(4).fill({ allowedOrigins: [origin] })
    )
};

const SEEN = ['azure-xml', 'gcs-json', 'cloudformation-yaml', 'terraform-aws'] as const;

const rows = SEEN.flatMap((id) =>
  Object.entries(FAULTY).map(([name, rules]) => [id, name, rules] as const)
);

test.each(rows)('%s: %s', (id, _, rulesOf) => {
  const format = FORMATS.find((one) => one.id === id);
  const provider = providers.find(({ formats }) => formats.includes(id));
  if (!format || !provider) throw new Error(`no store takes ${id}`);
  const textOf = (count: number): string =>
    writeIn(
      { rules: rulesOf(count).map((own) => ruleAt({ ...PLAIN, ...own }, 0)), responseVary: null },
      id
    ).text;
  // The quickest of some runs is the one that other work on the machine disturbs least.
  const quickest = (text: string): number => {
    const read = readRules(text);
    const times = Array.from({ length: 3 }, () => {
      const before = performance.now();
      mendAll(read, text, provider);
      return performance.now() - before;
    });
    return Math.min(...times);
  };
  const [some, more] = [100, 800].map((count) => quickest(textOf(count)));
  // Eight times the text; in time that grows with its square it would be 64 times as long, and a busy machine adds some.
  expect((more ?? 0) / Math.max(some ?? 1, 1)).toBeLessThan(40);
});
