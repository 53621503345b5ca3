import {
  placesIn,
  type Change,
  type Position,
  type Problem,
  type ReadResult,
  type Span
} from '#engine';
import { isCheckId, LEVELS, type CheckId, type Finding, type Level } from '#engine/lint';
import { say, type MessageText } from '../../../words/say.ts';
import type { Draft } from '../../document.ts';

/** Something about the rule text that its writer should know. */
export interface ProblemRow {
  /** Tells it from the others, wherever in the text it stands. */
  id: string;
  /** The same for equal rows at the same place. */
  key: string;
  level: Level;
  place: Position;
  told: MessageText;
  mend: readonly Change[] | null;
  /** The check that found it; null where the reader did. */
  check: CheckId | null;
}

/** A row, and where in the text of now it stands. */
export interface PlacedRow {
  row: ProblemRow;
  span: Span;
}

/** The rule text on the page, and what is known of it. */
export interface RuleText {
  readonly read: ReadResult;
  readonly findings: readonly Finding[];
  readonly draft: Pick<Draft, 'rules'>;
}

/**
 * What the reader and the checks say of the rule text: the graver first, then from its beginning to its end. A row of
 * `before` is taken again where it says the same at the same place, since words take longer to find than problems.
 */
export function problemRows(
  { read, findings, draft }: RuleText,
  before: readonly PlacedRow[]
): PlacedRow[] {
  const known = new Map(before.map(({ row }) => [row.key, row]));
  const place = placesIn(draft.rules);
  const ids = new Map<string, number>();
  const rowOf = (
    span: Span,
    said: object,
    tell: () => Omit<ProblemRow, 'id' | 'key' | 'place'>
  ) => {
    const id = once(ids, JSON.stringify(said));
    const at = place(span.from);
    const key = `${at.line}:${at.column} ${id}`;
    return { row: known.get(key) ?? { id, key, place: at, ...tell() }, span };
  };
  const problems = read.problems.map((problem) => {
    const { code, args, level, span } = problem;
    return rowOf(span, [code, args, level], () => tellProblem(problem));
  });
  const found = findings.map((finding) => {
    const { span, ...said } = finding;
    return rowOf(span, said, () => tellFinding(finding));
  });
  const rank = ({ row }: PlacedRow) => LEVELS.indexOf(row.level);
  return [...problems, ...found].sort(
    (one, other) => rank(one) - rank(other) || one.span.from - other.span.from
  );
}

/** `text` itself the first time, and with a number where it was there before. */
function once(seen: Map<string, number>, text: string): string {
  const count = seen.get(text) ?? 0;
  seen.set(text, count + 1);
  return count === 0 ? text : `${text} ${count}`;
}

const tellProblem = (problem: Problem) => ({
  level: problem.level,
  told: say.problem(problem),
  mend: null,
  check: null
});

const tellFinding = (finding: Finding) => ({
  level: finding.level,
  told: say.finding(finding),
  mend: finding.mend,
  check: isCheckId(finding.code) ? finding.code : null
});

/** How many rows there are of each level. */
export function countLevels(rows: readonly PlacedRow[]): Record<Level, number> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { row } of rows) counts[row.level] += 1;
  return counts;
}
