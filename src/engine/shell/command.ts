import type { Shell } from './shell.ts';

/** Code of our own as it stands; or an option of our own with values that are quoted. */
export type CommandPart = string | readonly [option: string, ...values: string[]];

/** Longer commands stand on several lines. */
const LINE_LENGTH = 88;

const printed = (shell: Shell, part: CommandPart): string => {
  if (typeof part === 'string') return part;
  const [option, ...values] = part;
  // An option such as `-localfile=` is one word with its value.
  return option.endsWith('=')
    ? shell.word(option + values.join(''))
    : [option, ...values.map(shell.word)].join(' ');
};

/** One command for a shell: whatever stands in a value, the program gets it as it is. */
export function command(shell: Shell, ...parts: readonly CommandPart[]): string {
  const words = parts.map((part) => printed(shell, part));
  const line = words.join(' ');
  return line.length <= LINE_LENGTH ? line : words.join(shell.continued);
}
