import type { Command } from 'commander';
import { m } from '../../paraglide/messages.js';
import { EXIT, type Finish, type Io } from '../io.ts';
import { replay } from './replay.ts';

/** `preflight replay`: NDJSON in, NDJSON out. */
export function addReplay(program: Command, io: Io, finish: Finish): void {
  program
    .command('replay')
    .summary(m['cli.replay.summary']())
    .description(m['cli.replay.description']())
    .action(async () => {
      const { lines, refused, firstRefused } = await replay(io.stdin, io.stdout);
      if (firstRefused === null) return finish(EXIT.fine);
      io.stderr.write(`${m['cli.replay.refused']({ refused, lines, first: firstRefused })}\n`);
      finish(EXIT.unreadable);
    });
}
