import { expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import { writeIn } from '../1-read/losses.ts';
import { ruleAt } from '../1-read/plain.ts';
import fc from 'fast-check';
import { providerById, providers } from '../providers/providers.ts';
import { PLAIN } from './example.ts';
import { FINDING_LIMIT } from './finding.ts';
import { lint } from './lint.ts';

const textOf = (count: number, origin: (index: number) => string): string => {
  const rules = Array.from({ length: count }, (_, index) =>
    ruleAt({ ...PLAIN, allowedOrigins: [origin(index)] }, 0)
  );
  return writeIn({ rules, responseVary: null }, 's3-xml').text;
};
const cos = providerById('tencent-cos');

/** Milliseconds of the quickest of some runs, which other work on the machine disturbs least. */
function quickest(text: string): number {
  const read = readRules(text);
  const times = Array.from({ length: 9 }, () => {
    const before = performance.now();
    lint(read, text, cos);
    return performance.now() - before;
  });
  return Math.min(...times);
}

test('takes time in proportion to the rules', () => {
  const distinct = (index: number) => `https://app-${index}.example.com`;
  const [some, more] = [200, 800].map((count) => quickest(textOf(count, distinct)));
  expect((more ?? 0) / (some ?? 1)).toBeLessThan(10);
});

test('stops at a limit, and says so', () => {
  const text = textOf(300, (index) => `https://app-${index}.example.com/`);
  const found = lint(readRules(text), text, cos);
  // That so many rules are not saved is told all the same.
  expect(found.filter(({ effect }) => effect === 'refused')).toHaveLength(1);
  expect(found).toHaveLength(FINDING_LIMIT + 2);
  expect(found.filter(({ code }) => code === 'findings-too-many')).toHaveLength(1);
});

test('takes any text at any store, and sorts what it finds', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<CORSConfiguration><CORSRule>',
      '<AllowedOrigin>',
      '[{"AllowedOrigins":["',
      '*',
      '"]}]',
      '</AllowedOrigin>',
      'cors_rule {'
    )
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }),
      fc.constantFrom(...providers),
      (pieces, provider) => {
        const text = pieces.join('');
        const starts = lint(readRules(text), text, provider).map(({ span }) => span.from);
        expect(starts).toEqual([...starts].sort((one, other) => one - other));
      }
    ),
    { numRuns: 500 }
  );
});
