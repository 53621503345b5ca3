import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerLine } from '../../src/cli/replay/answer.ts';
import { RuleCache } from '../../src/cli/replay/rule-cache.ts';

const PAGE = readFileSync(new URL('../../docs/pasting.md', import.meta.url), 'utf8');
const [, SECTION = ''] = PAGE.split('## Rules, in what they stand in');

/** Every example of that section, with what stands below it: the format, the store where it is told, and how many rules. */
const EXAMPLES = [...SECTION.matchAll(/```\w+\n([^]*?)\n```\n\n> ([^\n]+)\n/g)].map(
  ([, text = '', said = '']) => ({ text, said })
);

interface ReadAnswer {
  format: string | null;
  provider: string | null;
  rules: unknown[];
}

test('every example says what is read', () => {
  expect(EXAMPLES.length).toBeGreaterThan(7);
  expect(EXAMPLES.length).toBe((SECTION.split('```').length - 1) / 2);
});

test.each(EXAMPLES)('$text', ({ text, said }) => {
  const line = JSON.stringify({ id: '1', kind: 'read', text });
  const { format, provider, rules } = JSON.parse(
    answerLine(line, new RuleCache()).json
  ) as ReadAnswer;
  const parts = [format, provider, String(rules.length)].filter((part) => part !== null);
  expect(format === null ? 'no rules' : parts.join(', ')).toBe(said);
});
