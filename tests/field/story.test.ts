/** Calls that people asked about, with what must be told of them; a mend is asked again with its own rules. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerLine } from '../../src/cli/replay/answer.ts';
import { RuleCache } from '../../src/cli/replay/rule-cache.ts';

interface Call {
  pageOrigin: string;
  request: { method: string };
}

/** A list stands for any of its members; a field that is not there is not compared. */
interface Row extends Call {
  id: string;
  kind: 'story';
  provider?: string;
  expect: Record<string, unknown> & {
    outcome_not?: string[];
    provider_not?: string[];
    cause_any?: (string | null)[];
    cause_not?: string[];
    /** `null`: none; `some`: one with which the call works; `no-takes-away`: besides, it takes nothing away. */
    mend?: 'null' | 'some' | 'no-takes-away';
    /** Calls that work with the mended rules. */
    keeps?: Call[];
    /** Texts that the mended rules do not hold. */
    mend_lacks?: string[];
  };
}

interface Answer extends Record<string, unknown> {
  outcome: string;
  provider: string | null;
  cause: string | null;
  mend: { rules: string; alsoAllows: string | null; takesAway: string | null } | null;
}

const ROWS = readFileSync(new URL('story.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Row);

const ask = (line: object): Answer =>
  JSON.parse(answerLine(JSON.stringify(line), new RuleCache()).json) as Answer;

const SAME = ['outcome', 'stage', 'provider', 'endpoint', 'rule', 'save'];

function disagreements({ expect: wanted, ...line }: Row): string[] {
  const told = ask(line);
  const wrong = SAME.filter(
    (name) => name in wanted && ![wanted[name]].flat().includes(told[name])
  );
  const { mend } = told;
  if (wanted.outcome_not?.includes(told.outcome)) wrong.push('outcome');
  if (wanted.provider_not?.includes(told.provider ?? '')) wrong.push('provider');
  if (wanted.cause_any && !wanted.cause_any.includes(told.cause)) wrong.push('cause');
  if (wanted.cause_not?.includes(told.cause ?? '')) wrong.push('cause');
  if (wanted.mend !== undefined && (mend === null) !== (wanted.mend === 'null')) wrong.push('mend');
  if (mend === null) return wrong;
  if (wanted.mend === 'no-takes-away' && mend.takesAway !== null) wrong.push('takesAway');
  const held = mend.rules.toLowerCase();
  if (wanted.mend_lacks?.some((text) => held.includes(text.toLowerCase())))
    wrong.push('mend lacks');
  const own = wanted.mend === 'some' || wanted.mend === 'no-takes-away' ? [line] : [];
  for (const { pageOrigin, request } of [...own, ...(wanted.keeps ?? [])]) {
    const { provider } = told;
    const again = { ...line, provider, rules: mend.rules, pageOrigin, request, needs: [] };
    if (!['allowed', 'unreadable'].includes(ask(again).outcome)) {
      wrong.push(`${request.method} from ${pageOrigin} with the mend`);
    }
  }
  return wrong;
}

test.each(ROWS.map((row) => [row.id, row] as const))('%s', (_, row) => {
  expect(disagreements(row)).toEqual([]);
});
