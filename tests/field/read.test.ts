/** What people pasted as their rules, with what must be said of it; read as the replay's kind `read` reads it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerLine } from '../../src/cli/replay/answer.ts';
import { RuleCache } from '../../src/cli/replay/rule-cache.ts';

interface Expected {
  format_known: boolean | null;
  rules: Record<string, unknown>[] | null;
  /** One of these, where several will do. */
  provider?: string | null | (string | null)[];
  provider_not?: string[];
  problem_any?: string[];
}
interface Answer {
  format: string | null;
  provider: string | null;
  rules: Record<string, unknown>[];
  problems: unknown[];
}

const lines = readFileSync(new URL('read.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { id: string; expect: Expected });

test.each(lines.map((line) => [line.id, line] as const))('%s', (_, line) => {
  const { expect: wanted, ...asked } = line;
  const answer = JSON.parse(answerLine(JSON.stringify(asked), new RuleCache()).json) as Answer;
  if (wanted.format_known !== null) expect(answer.format !== null).toBe(wanted.format_known);
  if (wanted.rules !== null) expect(answer.rules).toMatchObject(wanted.rules);
  if (wanted.provider !== undefined) expect([wanted.provider].flat()).toContain(answer.provider);
  expect(wanted.provider_not ?? []).not.toContain(answer.provider);
  if (wanted.problem_any) expect(answer.problems).not.toEqual([]);
});
