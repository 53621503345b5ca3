import type { Command } from 'commander';
import { differences, isOfMeaning } from '#engine/compare';
import { m } from '../../paraglide/messages.js';
import { colorsFor } from '../colors.ts';
import { differenceJson } from '../differences.ts';
import { guessJson, openRules, tell } from '../input.ts';
import { EXIT, type Finish, type Io } from '../io.ts';
import { diffText } from './text.ts';

interface DiffOptions {
  provider?: string;
  newProvider?: string;
  json?: boolean;
}

/** `preflight diff`: what changes for browsers between two rule texts. */
export function addDiff(program: Command, io: Io, finish: Finish): void {
  program
    .command('diff')
    .summary(m['cli.diff.summary']())
    .description(m['cli.diff.description']())
    .argument('<old>', m['cli.diff.old']())
    .argument('<new>', m['cli.diff.new']())
    .option('--provider <id>', m['cli.provider']())
    .option('--new-provider <id>', m['cli.diff.new-provider']())
    .option('--json', m['cli.diff.json']())
    .action(async (old: string, path: string, options: DiffOptions) =>
      finish(await diff(old, path, options, io))
    );
}

/** Prints the differences, or on standard error why there are none to tell; gives the exit status. */
async function diff(old: string, path: string, options: DiffOptions, io: Io): Promise<number> {
  if (old === '-' && path === '-') {
    tell(m['cli.diff.one-stdin'](), io);
    return EXIT.unreadable;
  }
  const { provider, newProvider, json = false } = options;
  const one = await openRules(old, { provider, json }, io);
  if (one === null) return EXIT.unreadable;
  const from = one.provider;
  const other = await openRules(path, { provider: newProvider ?? from.id, json }, io);
  if (other === null) return EXIT.unreadable;
  const to = other.provider;
  const found = differences(
    { ruleSet: one.read.ruleSet, provider: from },
    { ruleSet: other.read.ruleSet, provider: to }
  );
  const { list, exhaustive } = found;
  const same = exhaustive && !list.some(({ code }) => isOfMeaning(code));
  if (json) {
    const said = {
      provider: from.id,
      guess: guessJson(one),
      newProvider: to.id,
      same,
      exhaustive,
      differences: list.map(differenceJson)
    };
    io.stdout.write(`${JSON.stringify(said, null, 2)}\n`);
  } else {
    io.stdout.write(diffText(found, from, to, colorsFor(io.stdout, io.env)));
  }
  return same ? EXIT.fine : EXIT.blocked;
}
