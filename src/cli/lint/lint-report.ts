import { placeOf, type Problem } from '#engine';
import type { Finding, Level } from '#engine/lint';
import { say } from '../../words/say.ts';
import type { StoredRules } from '../input.ts';

/** A rule text and all that was found in it. */
export interface LintReport extends StoredRules {
  findings: readonly Finding[];
}

/** One thing found, by the reader or by a check, in words. Lines and columns are counted from 1. */
export interface LintMessage {
  code: string;
  level: Level;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  what: string;
  why: string;
  do: string;
  fixable: boolean;
}

function saidOf(
  one: Problem | Finding,
  told: { what: string; why: string; do: string },
  text: string
): LintMessage {
  const end = placeOf(text, one.span.to);
  return {
    code: one.code,
    level: one.level,
    ...placeOf(text, one.span.from),
    endLine: end.line,
    endColumn: end.column,
    ...told,
    fixable: 'mend' in one && one.mend !== null
  };
}

/** Everything found, in the order of the text. */
export function lintMessages({ text, read, findings }: LintReport): LintMessage[] {
  return [
    ...read.problems.map((one) => ({
      at: one.span.from,
      said: saidOf(one, say.problem(one), text)
    })),
    ...findings.map((one) => ({ at: one.span.from, said: saidOf(one, say.finding(one), text) }))
  ]
    .sort((one, other) => one.at - other.at)
    .map(({ said }) => said);
}
