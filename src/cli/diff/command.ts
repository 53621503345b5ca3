import type { Command } from 'commander';
import { differences, isOfMeaning } from '#engine/compare';
import { m } from '../../paraglide/messages.js';
import { colorsFor } from '../colors.ts';
import { differenceJson } from '../differences.ts';
import { EXIT, type Finish, type Io } from '../io.ts';
import { readWhole, storeNamed, storeOf } from '../rules-input.ts';
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
    .option('--provider <id>', m['cli.convert.provider']())
    .option('--new-provider <id>', m['cli.diff.new-provider']())
    .option('--json', m['cli.diff.json']())
    .action(async (old: string, path: string, options: DiffOptions) =>
      finish(await diff(old, path, options, io))
    );
}

/** Prints the differences, or on standard error why there are none to tell; gives the exit status. */
async function diff(old: string, path: string, options: DiffOptions, io: Io): Promise<number> {
  if (old === '-' && path === '-') {
    io.stderr.write(`${m['cli.diff.one-stdin']()}\n`);
    return EXIT.unreadable;
  }
  const one = await readWhole(old, io);
  const other = one && (await readWhole(path, io));
  if (one === null || other === null) return EXIT.unreadable;
  const from = storeNamed(options.provider ?? storeOf(one.read), io);
  const to = from && storeNamed(options.newProvider ?? from.id, io);
  if (from === null || to === null) return EXIT.unreadable;
  const found = differences(
    { ruleSet: one.read.ruleSet, provider: from },
    { ruleSet: other.read.ruleSet, provider: to }
  );
  const { list, exhaustive } = found;
  const same = exhaustive && !list.some(({ code }) => isOfMeaning(code));
  if (options.json) {
    const stores = { provider: from.id, newProvider: to.id };
    const json = { ...stores, same, exhaustive, differences: list.map(differenceJson) };
    io.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  } else {
    io.stdout.write(diffText(found, from, to, colorsFor(io.stdout, io.env)));
  }
  return same ? EXIT.fine : EXIT.blocked;
}
