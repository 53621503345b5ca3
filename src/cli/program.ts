import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { m } from '../paraglide/messages.js';
import { addCheck } from './check/command.ts';
import { addConvert } from './convert/command.ts';
import { addDiff } from './diff/command.ts';
import { EXIT, type Finish, type Io } from './io.ts';
import { addLint } from './lint/command.ts';
import { printable } from './printable.ts';
import { addReplay } from './replay/command.ts';
import { addSave } from './save/command.ts';

/** Every command, in the order of the help. */
const COMMANDS: readonly ((program: Command, io: Io, finish: Finish) => void)[] = [
  addCheck,
  addLint,
  addConvert,
  addDiff,
  addSave,
  addReplay
];

/** Runs one command line, without the program's own name, and gives the exit status. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let status: number = EXIT.fine;
  const program = new Command('preflight')
    .description(m['cli.description']())
    .version(version, '-V, --version', m['cli.version']())
    .helpOption('-h, --help', m['cli.help']())
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text)
    })
    .showHelpAfterError(m['cli.see-help']());
  for (const add of COMMANDS) {
    add(program, io, (result) => {
      status = result;
    });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // Commander ends a run by this: with 0 after --help and --version, else after a message about wrong usage.
    if (!(error instanceof CommanderError)) return tellFault(error, io.stderr);
    status = error.exitCode === 0 ? EXIT.fine : EXIT.unreadable;
  }
  return status;
}

/** Tells a fault of this program in one line; gives the exit status. */
export function tellFault(error: unknown, stderr: Io['stderr']): number {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  stderr.write(`${printable(m['cli.failed']({ reason }))}\n`);
  return EXIT.failed;
}
