import { Option, type Command } from 'commander';
import {
  ENGINE_IDS,
  judge,
  providers,
  readRules,
  withoutSecrets,
  type EngineId,
  type Outcome
} from '#engine';
import { m } from '../../paraglide/messages.js';
import { CREDENTIALS } from '../choices.ts';
import { colorsFor } from '../colors.ts';
import { EXIT, type Finish, type Io } from '../io.ts';
import { printable } from '../printable.ts';
import { problemLines } from '../problems.ts';
import { readRuleFile } from '../rule-file.ts';
import { checkJson, unreadableJson } from './json.ts';
import { addHeader, addNeeds, pageRequestOf, type RequestOptions } from './request.ts';
import { checkText } from './text.ts';

/** An object of the bucket that the documentation's examples use. */
const DEFAULT_URL = 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png';

const STATUS: Readonly<Record<Outcome, number>> = {
  allowed: EXIT.fine,
  unreadable: EXIT.blocked,
  blocked: EXIT.blocked
};

interface CheckOptions extends RequestOptions {
  provider: string;
  engine: EngineId;
  json?: boolean;
}

/** `preflight check`: does this call work under these rules, and why. */
export function addCheck(program: Command, io: Io, finish: Finish): void {
  program
    .command('check')
    .summary(m['cli.check.summary']())
    .description(m['cli.check.description']())
    .argument('<rules>', m['cli.check.rules']())
    .option('--provider <id>', m['cli.check.provider'](), 'tencent-cos')
    .requiredOption('--origin <origin>', m['cli.check.origin']())
    .option('--method <method>', m['cli.check.method'](), 'GET')
    .option('--url <url>', m['cli.check.url'](), DEFAULT_URL)
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
  const provider = providers.find(({ id }) => id === options.provider);
  if (provider === undefined) {
    const allowed = providers.map(({ id }) => id).join(', ');
    return fail(m['cli.replay.provider-unknown']({ value: options.provider, allowed }), io);
  }
  const input = await readRuleFile(path, io);
  if (!input.ok) return fail(input.message, io);
  const { name: file, text } = input;
  const read = readRules(text);
  if (!read.complete) {
    const c = colorsFor(io.stderr, io.env);
    const lines = read.problems.flatMap((problem) => problemLines(problem, text, file, c));
    io.stderr.write(`${lines.join('\n')}\n`);
    if (options.json) io.stdout.write(unreadableJson(read, text, file));
    return EXIT.unreadable;
  }
  const request = pageRequestOf(options);
  const verdict = withoutSecrets(judge({ text, read, provider, request, engine: options.engine }));
  const checked = { file, text, read, provider, request, verdict };
  const c = colorsFor(io.stdout, io.env);
  io.stdout.write(options.json ? checkJson(checked) : checkText(checked, c));
  return STATUS[verdict.outcome];
}

function fail(message: string, io: Io): number {
  io.stderr.write(`${printable(message)}\n`);
  return EXIT.unreadable;
}
