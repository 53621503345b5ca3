import { allSaid, type Linted } from './linted.ts';

/** One object with everything found. Ends with a line feed. */
export function lintJson(linted: Linted): string {
  const { file, read } = linted;
  const { format, complete } = read;
  return `${JSON.stringify({ file, format, complete, findings: allSaid(linted) }, null, 2)}\n`;
}
