import { Option, type Command } from 'commander';
import { FORMAT_IDS, providers, type FormatId, type Provider } from '#engine';
import { convertRules } from '#engine/compare';
import { m } from '../../paraglide/messages.js';
import { colorsFor } from '../colors.ts';
import { openRules, storeById } from '../input.ts';
import { EXIT, type Finish, type Io } from '../io.ts';
import { conversionJson } from './json.ts';
import { lossText } from './text.ts';

interface ConvertOptions {
  to: FormatId;
  provider?: string;
  toProvider?: string;
  json?: boolean;
}

/** `preflight convert`: the rules in another format or for another store, and what that changes. */
export function addConvert(program: Command, io: Io, finish: Finish): void {
  program
    .command('convert')
    .summary(m['cli.convert.summary']())
    .description(m['cli.convert.description']())
    .argument('<rules>', m['cli.rules']())
    .addOption(
      new Option('--to <format>', m['cli.convert.to']()).choices(FORMAT_IDS).makeOptionMandatory()
    )
    .option('--provider <id>', m['cli.provider']())
    .option('--to-provider <id>', m['cli.convert.to-provider']())
    .option('--json', m['cli.convert.json']())
    .action(async (path: string, options: ConvertOptions) =>
      finish(await convert(path, options, io))
    );
}

/** The store that the new text is for: the same one where it takes the format, else the first that does. */
const takerOf = (format: FormatId, from: Provider): string =>
  [from, ...providers].find(({ formats }) => formats.includes(format))?.id ?? from.id;

/** Prints the new text, and on standard error what is lost; gives the exit status. */
async function convert(path: string, options: ConvertOptions, io: Io): Promise<number> {
  const { to: format, provider, json = false } = options;
  const input = await openRules(path, { provider, json }, io);
  if (input === null) return EXIT.unreadable;
  const from = input.provider;
  const to = storeById(options.toProvider ?? takerOf(format, from), io);
  if (to === null) return EXIT.unreadable;
  const conversion = convertRules({ ...input, from, to, format });
  const converted = { ...input, to, conversion };
  if (json) {
    io.stdout.write(conversionJson(converted));
  } else {
    io.stdout.write(conversion.text);
    io.stderr.write(lossText(converted, colorsFor(io.stderr, io.env)));
  }
  return conversion.meaning === 'kept' ? EXIT.fine : EXIT.blocked;
}
