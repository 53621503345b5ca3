import type { Level } from '#engine/lint';
import { sentences } from '../../words/list.ts';
import { printable } from '../printable.ts';
import { lintMessages, type LintReport } from './lint-report.ts';

const COMMANDS: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  hint: 'notice'
};

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts (escapeData) */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Properties are parted by commas and end with a colon. */
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Annotations of a workflow of GitHub, one a line.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export function lintGithub(linted: LintReport): string {
  return lintMessages(linted)
    .map((said) => {
      const { level, line, column, endLine, endColumn } = said;
      const place = {
        file: linted.file,
        line,
        endLine,
        col: column,
        endColumn,
        title: printable(said.what)
      };
      const properties = Object.entries(place)
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
        .join(',');
      const message = escapeData(`${printable(sentences(said.why, said.do))} [${said.code}]`);
      return `::${COMMANDS[level]} ${properties}::${message}\n`;
    })
    .join('');
}
