import { guessJson } from '../input.ts';
import { lintMessages, type LintReport } from './lint-report.ts';

/** One object with everything found. Ends with a line feed. */
export function lintJson(linted: LintReport): string {
  const { file, provider, read } = linted;
  const said = {
    file,
    provider: provider.id,
    guess: guessJson(linted),
    format: read.format,
    complete: read.complete,
    findings: lintMessages(linted)
  };
  return `${JSON.stringify(said, null, 2)}\n`;
}
