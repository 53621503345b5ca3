import { Option, type Command } from 'commander';
import { guideSave, SHELL_IDS, TARGET_FIELDS, type ShellId, type TargetField } from '#engine/save';
import { m } from '../../paraglide/messages.js';
import { saySave } from '../../words/save.ts';
import { openRules, tell, tellProblems } from '../input.ts';
import { EXIT, type Finish, type Io } from '../io.ts';
import { saveText } from './text.ts';

interface SaveOptions extends Partial<Record<TargetField, string>> {
  provider?: string;
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
    .argument('<rules>', m['cli.rules']())
    .option('--provider <id>', m['cli.provider']())
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
  const { provider: named, url, origin, method, shell } = options;
  const input = await openRules(path, { provider: named, url, takesBroken: true, json: false }, io);
  if (input === null) return EXIT.unreadable;
  const { provider, read } = input;
  const guide = guideSave({
    provider,
    read,
    request: { pageOrigin: origin, method, url, headers: [], credentials: 'omit', needs: [] },
    given: options,
    shell
  });
  if (guide.refusal !== null) {
    tellProblems(input, io);
    tell(saySave.refusal(guide.refusal), io);
    return EXIT.unreadable;
  }
  const ways = guide.ways.filter(({ id }) => options.way === undefined || id === options.way);
  if (ways.length === 0) {
    const allowed = guide.ways.map(({ id }) => id).join(', ');
    const value = options.way ?? '';
    tell(m['cli.save.way-unknown']({ store: provider.name, value, allowed }), io);
    return EXIT.unreadable;
  }
  io.stdout.write(saveText({ ...guide, ways }, provider.name));
  return guide.saved?.accepted === false ? EXIT.blocked : EXIT.fine;
}
