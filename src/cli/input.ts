/** The way in that all commands share: the file, the rules in it, and the store that they are for. */
import {
  guessProvider,
  isProviderId,
  providerById,
  providers,
  readRules,
  type Guess,
  type Provider,
  type ProviderId,
  type ReadResult
} from '#engine';
import { m } from '../paraglide/messages.js';
import { list, sentences } from '../words/list.ts';
import { say } from '../words/say.ts';
import { colorsFor } from './colors.ts';
import type { Io } from './io.ts';
import { printable } from './printable.ts';
import { problemJson, problemLines } from './problems.ts';
import { readRuleFile } from './rule-file.ts';

/** A rule text, as it was read. */
export interface RulesInput {
  file: string;
  text: string;
  /** The byte order mark, or nothing. */
  mark: string;
  read: ReadResult;
}

/** Rules and the store that they are for. */
export interface StoredRules extends RulesInput {
  provider: Provider;
  /** Null where the store was named. */
  guess: Guess | null;
}

export interface InputOptions {
  /** The store as `--provider` or its like names it. */
  provider?: string | undefined;
  /** The address that the call goes to, or nothing. */
  url?: string | undefined;
  /** True where a text that breaks off is of use as well. */
  takesBroken?: true;
  /** True where the output is for a program: a refusal is then an object on standard output too. */
  json: boolean;
}

/** What a program is told where a command has no result. */
const refusalJson = (code: string, message: string, more: object = {}): string =>
  `${JSON.stringify({ error: { code, message }, ...more }, null, 2)}\n`;

/** A line on standard error. */
export function tell(message: string, io: Io): void {
  io.stderr.write(`${printable(message)}\n`);
}

/**
 * Reads a rule text from a file, or from standard input where `path` is `-`, and finds its store: the one that is named, else
 * the one that the text and the address are likeliest for, which standard error then tells. Null where one of the two cannot be
 * had, or several stores fit as well, which standard error tells too.
 */
export async function openRules(
  path: string,
  { provider: named, url = '', takesBroken, json }: InputOptions,
  io: Io
): Promise<StoredRules | null> {
  const chosen = named === undefined ? null : storeById(named, io);
  if (named !== undefined && chosen === null) return null;
  const found = await readRuleFile(path, io);
  if (!found.ok) {
    tell(found.message, io);
    return null;
  }
  const { name: file, text, mark } = found;
  const input = { file, text, mark, read: readRules(text) };
  const isOfUse = input.read.complete || takesBroken === true;
  if (isOfUse && chosen !== null) return { ...input, provider: chosen, guess: null };
  const guess = isOfUse ? guessProvider(input.read, url) : null;
  if (guess === null || guess.certainty === 'tied') {
    if (!input.read.complete) {
      tellProblems(input, io);
      if (json) io.stdout.write(unreadableJson(input));
      return null;
    }
    const message = askText(guess);
    tell(message, io);
    const fitting = guess === null ? [] : [guess.provider, ...guess.alternatives];
    if (json) io.stdout.write(refusalJson('provider-unclear', message, { providers: fitting }));
    return null;
  }
  if (!json) tell(guessText(guess, input.read), io);
  return { ...input, provider: providerById(guess.provider), guess };
}

/** The store of that id; null where there is none, which standard error then tells. */
export function storeById(id: string, io: Io): Provider | null {
  if (isProviderId(id)) return providerById(id);
  const allowed = providers.map((provider) => provider.id).join(', ');
  tell(m['cli.store.unknown']({ value: id, allowed }), io);
  return null;
}

/** How the store was found, for a program; null where it was named. */
export const guessJson = ({ guess, read }: StoredRules) =>
  guess === null
    ? null
    : {
        why: guess.why,
        certainty: guess.certainty,
        alternatives: guess.alternatives,
        sentence: guessText(guess, read)
      };

const namesOf = (ids: readonly ProviderId[]): string =>
  list(ids.map((id) => providerById(id).name));

/** Which store was taken, why, and what else fits. */
function guessText({ provider, why, alternatives }: Guess, { format }: ReadResult): string {
  const args = {
    store: providerById(provider).name,
    format: format === null ? '' : say.format(format)
  };
  const taken = m[`cli.store.guessed.${why}`](args);
  if (alternatives.length === 0) return taken;
  return sentences(taken, m['cli.store.also']({ stores: namesOf(alternatives) }));
}

/** Asks for the store, and names those that come into question. */
function askText(guess: Guess | null): string {
  if (guess === null) {
    return m['cli.store.untold']({ allowed: providers.map(({ id }) => id).join(', ') });
  }
  const allowed = [guess.provider, ...guess.alternatives].join(', ');
  return m['cli.store.tied']({ allowed });
}

export function tellProblems({ file, text, read }: RulesInput, io: Io): void {
  const c = colorsFor(io.stderr, io.env);
  const lines = read.problems.flatMap((problem) => problemLines(problem, text, file, c));
  io.stderr.write(`${lines.join('\n')}\n`);
}

function unreadableJson({ file, text, read }: RulesInput): string {
  return refusalJson('rules-unreadable', m['cli.rules-unreadable']({ file }), {
    problems: read.problems.map((problem) => problemJson(problem, text))
  });
}
