import { m } from '../paraglide/messages.js';
import { EXIT } from './io.ts';
import { run, tellFault } from './program.ts';

/** A reader that closes early, as `head` does, has what it wanted; any other failure of the output is told. */
function endWhereOutputFails(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`${m['cli.output-failed']({ code: error.code ?? error.message })}\n`);
  process.exit(EXIT.unreadable);
}

/** What fails outside of a command's own course. */
const endByFault = (error: unknown): never => process.exit(tellFault(error, process.stderr));

process.on('uncaughtException', endByFault).on('unhandledRejection', endByFault);
process.stdout.on('error', endWhereOutputFails);
process.exitCode = await run(process.argv.slice(2), process);
