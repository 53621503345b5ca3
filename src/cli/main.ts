import { m } from '../paraglide/messages.js';
import { EXIT } from './io.ts';
import { run } from './program.ts';

/** A reader that closes early, as `head` does, has what it wanted; any other failure of the output is told. */
function endWhereOutputFails(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`${m['cli.output-failed']({ code: error.code ?? error.message })}\n`);
  process.exit(EXIT.unreadable);
}

process.stdout.on('error', endWhereOutputFails);
process.exitCode = await run(process.argv.slice(2), process);
