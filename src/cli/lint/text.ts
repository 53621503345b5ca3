import { LEVELS, type Level } from '#engine/lint';
import { m } from '../../paraglide/messages.js';
import { list, sentences } from '../../words/list.ts';
import { say } from '../../words/say.ts';
import type { Colors } from '../colors.ts';
import { printable } from '../printable.ts';
import { lintMessages, type LintReport, type LintMessage } from './lint-report.ts';

/** A longer line is shown around the place alone. */
const WIDTH = 100;

/** Everything found for people, each with its line of the text, and a count. Ends with a line feed. */
export function lintText(linted: LintReport, c: Colors): string {
  const all = lintMessages(linted);
  const lines = linted.text.split(/\r\n|\r|\n/);
  const parts = all.map((said) => saidLines(said, linted.file, lines, c).join('\n'));
  const summary = all.length === 0 ? c.green(m['cli.lint.clean']()) : countLine(all);
  return `${[...parts, summary].join('\n\n')}\n`;
}

const PAINT: Readonly<Record<Level, 'red' | 'yellow' | 'cyan'>> = {
  error: 'red',
  warning: 'yellow',
  hint: 'cyan'
};

function saidLines(said: LintMessage, file: string, lines: readonly string[], c: Colors): string[] {
  const place = c.bold(`${printable(file)}:${said.line}:${said.column}:`);
  const level = c[PAINT[said.level]](say.level(said.level));
  return [
    `${place} ${level} ${printable(said.what)} ${c.dim(`[${said.code}]`)}`,
    `  ${printable(sentences(said.why, said.do))}`,
    ...frameOf(said, lines, c)
  ];
}

/** The line that it is about, and a mark under the very place. */
function frameOf(
  { line, column, endLine, endColumn, level }: LintMessage,
  lines: readonly string[],
  c: Colors
): string[] {
  const text = lines[line - 1] ?? '';
  const start = Math.max(0, column - 1 - WIDTH / 2);
  const shown = text.slice(start, start + WIDTH);
  const before = printable(text.slice(start, column - 1));
  const end = endLine === line ? endColumn - 1 : text.length;
  const marked = printable(text.slice(column - 1, Math.min(end, start + WIDTH)));
  const number = String(line);
  const mark = c[PAINT[level]]('^'.repeat(Math.max(1, marked.length)));
  const indent = before.replace(/[^\t]/g, ' ');
  return [
    `  ${c.dim(`${number} |`)} ${printable(shown)}`,
    `  ${c.dim(`${' '.repeat(number.length)} |`)} ${indent}${mark}`
  ];
}

function countLine(all: readonly LintMessage[]): string {
  const count = (level: Level) => all.filter((said) => said.level === level).length;
  const counts = LEVELS.filter((level) => count(level) > 0).map((level) =>
    m[`page.problems.${level}s`]({ count: count(level) })
  );
  const counted = list(counts);
  const fixable = all.filter((said) => said.fixable).length;
  return fixable === 0 ? counted : `${counted}. ${m['cli.lint.fixable']({ count: fixable })}`;
}
