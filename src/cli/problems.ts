import { placeOf, type Problem } from '#engine';
import { m } from '../paraglide/messages.js';
import { sentences } from '../words/list.ts';
import { say } from '../words/say.ts';
import type { Colors } from './colors.ts';
import { printable } from './printable.ts';

/** A problem of a rule text as JSON; lines and columns are counted from 1, the end is the first place after it. */
export function problemJson(problem: Problem, text: string) {
  const end = placeOf(text, problem.span.to);
  return {
    code: problem.code,
    level: problem.level,
    ...placeOf(text, problem.span.from),
    endLine: end.line,
    endColumn: end.column,
    ...say.problem(problem)
  };
}

/** A problem as a line that editors and terminals can follow, `file:line:column`, and a second one with the way out. */
export function problemLines(problem: Problem, text: string, file: string, c: Colors): string[] {
  const { line, column } = placeOf(text, problem.span.from);
  const { what, why, do: mend } = say.problem(problem);
  const level =
    problem.level === 'error'
      ? c.red(m['cli.problem.error']())
      : c.yellow(m['cli.problem.warning']());
  const place = c.bold(`${printable(file)}:${line}:${column}:`);
  return [
    `${place} ${level} ${printable(what)} ${c.dim(`[${problem.code}]`)}`,
    `  ${printable(sentences(why, mend))}`
  ];
}
