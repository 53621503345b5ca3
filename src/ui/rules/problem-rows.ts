import { isCheckId, LEVELS, type Change, type CheckId, type Level, type Span } from '#engine';
import { say, type Told } from '../../words/index.ts';
import type { Workbench } from '../workbench.svelte.ts';

/** Something about the rule text that its writer should know. */
export interface ProblemRow {
  level: Level;
  span: Span;
  told: Told;
  fix: readonly Change[] | null;
  /** The check that found it; null where the reader did. */
  check: CheckId | null;
}

/** What the reader and the checks say of the rule text: the graver first, then from its beginning to its end. */
export function problemRows({
  read,
  findings
}: Pick<Workbench, 'read' | 'findings'>): ProblemRow[] {
  const problems = read.problems.map((problem): ProblemRow => {
    const { level, span } = problem;
    return { level, span, told: say.problem(problem), fix: null, check: null };
  });
  const found = findings.map((finding): ProblemRow => {
    const { level, span, fix, code } = finding;
    return { level, span, told: say.finding(finding), fix, check: isCheckId(code) ? code : null };
  });
  const rank = ({ level }: ProblemRow) => LEVELS.indexOf(level);
  return [...problems, ...found].sort(
    (one, other) => rank(one) - rank(other) || one.span.from - other.span.from
  );
}

/** How many rows there are of each level. */
export function countLevels(rows: readonly ProblemRow[]): Record<Level, number> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { level } of rows) counts[level] += 1;
  return counts;
}
