import { type Command, Option } from 'commander';
import { readRules } from '#engine';
import { mendAll, lint } from '#engine/lint';
import { m } from '../../paraglide/messages.js';
import { say } from '../../words/say.ts';
import { colorsFor } from '../colors.ts';
import { openRules, tell, type StoredRules } from '../input.ts';
import { EXIT, type Finish, type Io } from '../io.ts';
import { lintGithub } from './github.ts';
import { lintJson } from './json.ts';
import { replaceFile } from './replace-file.ts';
import { lintText } from './text.ts';
import type { LintReport } from './lint-report.ts';

const FORMATS = ['text', 'json', 'github'] as const;

interface LintCommandOptions {
  provider?: string;
  format: (typeof FORMATS)[number];
  credentials?: true;
  fix?: true;
}

/** `preflight lint RULES`: everything that the reader and the checks find in a rule text. */
export function addLint(program: Command, io: Io, finish: Finish): void {
  program
    .command('lint')
    .description(m['cli.lint.description']())
    .argument('<rules>', m['cli.rules']())
    .option('--provider <id>', m['cli.provider']())
    .addOption(
      new Option('--format <format>', m['cli.lint.format']()).choices(FORMATS).default('text')
    )
    .option('--credentials', m['cli.lint.credentials']())
    .option('--fix', m['cli.lint.fix']())
    .action(async (path: string, options: LintCommandOptions) =>
      finish(await run(path, options, io))
    );
}

async function run(path: string, options: LintCommandOptions, io: Io): Promise<number> {
  const { provider, format } = options;
  const input = await openRules(path, { provider, takesBroken: true, json: format === 'json' }, io);
  if (input === null) return EXIT.unreadable;
  const text = options.fix ? await writeMended(path, input, options, io) : input.text;
  if (text === null) return EXIT.unreadable;
  const linted = look(input, text, options);
  // Mended rules from a pipe go on; what is still to say about them must not stand in them.
  const out = options.fix && path === '-' ? io.stderr : io.stdout;
  out.write(printed(linted, options, colorsFor(out, io.env)));
  if (!linted.read.complete) return EXIT.unreadable;
  const { read, findings } = linted;
  return [...read.problems, ...findings].some(({ level }) => level === 'error')
    ? EXIT.blocked
    : EXIT.fine;
}

function look(
  input: StoredRules,
  text: string,
  { credentials = false }: { credentials?: boolean }
): LintReport {
  const read = text === input.text ? input.read : readRules(text);
  return { ...input, text, read, findings: lint(read, text, input.provider, { credentials }) };
}

function printed(
  linted: LintReport,
  { format }: LintCommandOptions,
  c: ReturnType<typeof colorsFor>
): string {
  switch (format) {
    case 'json':
      return lintJson(linted);
    case 'github':
      return lintGithub(linted);
    case 'text':
      return lintText(linted, c);
  }
}

/** Makes every mend, writes where the text came from and tells of each; null where it cannot be written. */
async function writeMended(
  path: string,
  { file, text, mark, read, provider }: StoredRules,
  { credentials = false }: { credentials?: boolean },
  io: Io
): Promise<string | null> {
  if (!read.complete) {
    tell(m['cli.lint.not-fixed']({ file }), io);
    if (path === '-') io.stdout.write(mark + text);
    return text;
  }
  const { text: mended, findings } = mendAll(read, text, provider, { credentials });
  try {
    if (path === '-') io.stdout.write(mark + mended);
    else if (mended !== text) await replaceFile(path, mark + mended);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    tell(m['cli.lint.not-written']({ file: path, code }), io);
    return null;
  }
  for (const finding of findings) {
    const what = m['cli.lint.fixed']({ what: say.changes(finding.mend ?? []) });
    tell(`${what} [${finding.code}]`, io);
  }
  return mended;
}
