import { Option, type Command } from 'commander';
import { providers, readRules } from '#engine';
import { guideSave, SHELL_IDS, TARGET_FIELDS, type ShellId, type TargetField } from '#engine/save';
import { m } from '../../paraglide/messages.js';
import { saySave } from '../../words/save.ts';
import { colorsFor } from '../colors.ts';
import { EXIT, type Finish, type Io } from '../io.ts';
import { printable } from '../printable.ts';
import { problemLines } from '../problems.ts';
import { readRuleFile } from '../rule-file.ts';
import { saveText } from './text.ts';

interface SaveOptions extends Partial<Record<TargetField, string>> {
  provider: string;
  url: string;
  origin: string;
  method: string;
  way?: string;
  shell: ShellId;
}

/** `preflight save`: the commands that save the rules, for a person to run. */
export function addSave(program: Command, io: Io, finish: Finish): void {
  const command = program
    .command('save')
    .summary(m['cli.save.summary']())
    .description(m['cli.save.description']())
    .argument('<rules>', m['cli.check.rules']())
    .option('--provider <id>', m['cli.check.provider'](), 'tencent-cos')
    .option('--url <url>', m['cli.save.url'](), '');
  for (const field of TARGET_FIELDS) command.option(`--${field} <text>`, m[`cli.save.${field}`]());
  command
    .option('--origin <origin>', m['cli.save.origin'](), '')
    .option('--method <method>', m['cli.save.method'](), 'GET')
    .option('--way <way>', m['cli.save.way']())
    .addOption(
      new Option('--shell <shell>', m['cli.save.shell']()).choices(SHELL_IDS).default('sh')
    )
    .action(async (path: string, options: SaveOptions) => finish(await save(path, options, io)));
}

/** Prints the guide, or on standard error why there is none; gives the exit status. */
async function save(path: string, options: SaveOptions, io: Io): Promise<number> {
  const { url, origin, method, shell } = options;
  const provider = providers.find(({ id }) => id === options.provider);
  if (provider === undefined) {
    const allowed = providers.map(({ id }) => id).join(', ');
    return fail(m['cli.replay.provider-unknown']({ value: options.provider, allowed }), io);
  }
  const input = await readRuleFile(path, io);
  if (!input.ok) return fail(input.message, io);
  const read = readRules(input.text);
  const guide = guideSave({
    provider,
    read,
    request: { pageOrigin: origin, method, url, headers: [], credentials: 'omit', needs: [] },
    given: options,
    shell
  });
  if (guide.refusal !== null) {
    const c = colorsFor(io.stderr, io.env);
    const lines = read.problems.flatMap((one) => problemLines(one, input.text, input.name, c));
    return fail([...lines, saySave.refusal(guide.refusal)].join('\n'), io);
  }
  const ways = guide.ways.filter(({ id }) => options.way === undefined || id === options.way);
  if (ways.length === 0) {
    const allowed = guide.ways.map(({ id }) => id).join(', ');
    const value = options.way ?? '';
    return fail(m['cli.save.way-unknown']({ store: provider.name, value, allowed }), io);
  }
  io.stdout.write(saveText({ ...guide, ways }, provider.name));
  return guide.saved?.accepted === false ? EXIT.blocked : EXIT.fine;
}

function fail(message: string, io: Io): number {
  io.stderr.write(`${printable(message)}\n`);
  return EXIT.unreadable;
}
