import { Option, type Command } from 'commander';
import {
  ENGINE_IDS,
  judge,
  withoutSecrets,
  type EngineId,
  type Outcome,
  type Provider
} from '#engine';
import { endpointsOf } from '#engine/compare';
import { m } from '../../paraglide/messages.js';
import { CREDENTIALS } from '../choices.ts';
import { colorsFor } from '../colors.ts';
import { openRules } from '../input.ts';
import { EXIT, type Finish, type Io } from '../io.ts';
import { checkJson } from './json.ts';
import { addHeader, addNeeds, pageRequestOf, type RequestOptions } from './request.ts';
import { checkText } from './text.ts';

/** An object at an address of the store's own; of a store without one, on the own machine. */
const exampleUrl = (provider: Provider): string =>
  `https://${endpointsOf(provider)[0] ?? 'localhost'}/photo.png`;

const STATUS: Readonly<Record<Outcome, number>> = {
  allowed: EXIT.fine,
  unreadable: EXIT.blocked,
  blocked: EXIT.blocked,
  unknown: EXIT.blocked
};

interface CheckOptions extends Omit<RequestOptions, 'url'> {
  provider?: string;
  url?: string;
  engine: EngineId;
  json?: boolean;
}

/** `preflight check`: does this call work under these rules, and why. */
export function addCheck(program: Command, io: Io, finish: Finish): void {
  program
    .command('check')
    .summary(m['cli.check.summary']())
    .description(m['cli.check.description']())
    .argument('<rules>', m['cli.rules']())
    .option('--provider <id>', m['cli.provider']())
    .requiredOption('--origin <origin>', m['cli.check.origin']())
    .option('--method <method>', m['cli.check.method'](), 'GET')
    .option('--url <url>', m['cli.check.url']())
    .option('--header <line>', m['cli.check.header'](), addHeader)
    .addOption(
      new Option('--credentials <mode>', m['cli.check.credentials']())
        .choices(CREDENTIALS)
        .default('omit')
    )
    .addOption(
      new Option('--engine <id>', m['cli.check.engine']()).choices(ENGINE_IDS).default('chromium')
    )
    .option('--needs <name>', m['cli.check.needs'](), addNeeds)
    .option('--json', m['cli.check.json']())
    .action(async (path: string, options: CheckOptions) => finish(await check(path, options, io)));
}

/** Prints the verdict, or on standard error why there is none; gives the exit status. */
async function check(path: string, options: CheckOptions, io: Io): Promise<number> {
  const { provider: named, url, engine, json = false } = options;
  const input = await openRules(path, { provider: named, url, json }, io);
  if (input === null) return EXIT.unreadable;
  const { text, read, provider } = input;
  const request = pageRequestOf({ ...options, url: url ?? exampleUrl(provider) });
  const verdict = withoutSecrets(judge({ text, read, provider, request, engine }));
  const checked = { ...input, request, verdict };
  const c = colorsFor(io.stdout, io.env);
  io.stdout.write(json ? checkJson(checked) : checkText(checked, c));
  return STATUS[verdict.outcome];
}
