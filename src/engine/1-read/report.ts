import type { Span } from '../model.ts';
import { PROBLEMS, type ProblemArgs, type ProblemCode, type Problem } from './problem.ts';

/** Rules need four levels of nesting; a text that goes deeper than this is left unread from there on. */
export const DEPTH_LIMIT = 64;

/** A reader that meets nothing but mistakes must not fill the memory and the page with them. */
export const PROBLEM_LIMIT = 200;

/** Takes a problem; after {@link PROBLEM_LIMIT} of them one `problems-too-many` stands for the rest. */
export type ReportProblem = <C extends ProblemCode>(
  code: C,
  args: ProblemArgs[C],
  span: Span
) => void;

/** A reporter that adds to `problems`. */
export function reportTo(problems: Problem[]): ReportProblem {
  const add = <C extends ProblemCode>(code: C, args: ProblemArgs[C], span: Span) =>
    problems.push({ code, args, span, level: PROBLEMS[code].level } as Problem);
  return (code, args, span) => {
    if (problems.length < PROBLEM_LIMIT) add(code, args, span);
    else if (problems.length === PROBLEM_LIMIT) {
      add('problems-too-many', { limit: PROBLEM_LIMIT }, span);
    }
  };
}

/** Passes on only the first problem of each of these codes: a habit of the whole text is said once. */
export function onceEach(codes: ReadonlySet<ProblemCode>, report: ReportProblem): ReportProblem {
  const said = new Set<ProblemCode>();
  return (code, args, span) => {
    if (said.has(code)) return;
    if (codes.has(code)) said.add(code);
    report(code, args, span);
  };
}

const EXCERPT_LENGTH = 60;

/** A piece of the user's text that is short enough for a message. */
export function excerpt(text: string): string {
  return text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
}
