import { guessProvider, providers, readRules, type Provider, type ReadResult } from '#engine';
import { m } from '../paraglide/messages.js';
import { colorsFor } from './colors.ts';
import type { Io } from './io.ts';
import { printable } from './printable.ts';
import { problemLines } from './problems.ts';
import { readRuleFile } from './rule-file.ts';

/** A rule text that could be read whole. */
export interface RulesInput {
  file: string;
  text: string;
  read: ReadResult;
}

/** Reads a rule text; null where it cannot be read whole, which standard error then tells. */
export async function readWhole(path: string, io: Io): Promise<RulesInput | null> {
  const input = await readRuleFile(path, io);
  if (!input.ok) {
    io.stderr.write(`${printable(input.message)}\n`);
    return null;
  }
  const { name: file, text } = input;
  const read = readRules(text);
  if (read.complete) return { file, text, read };
  const c = colorsFor(io.stderr, io.env);
  const lines = read.problems.flatMap((problem) => problemLines(problem, text, file, c));
  io.stderr.write(`${lines.join('\n')}\n`);
  return null;
}

/** The store of that id; null where there is none, which standard error then tells. */
export function storeNamed(id: string, io: Io): Provider | null {
  const found = providers.find((provider) => provider.id === id) ?? null;
  if (found === null) {
    const allowed = providers.map((provider) => provider.id).join(', ');
    io.stderr.write(`${printable(m['cli.replay.provider-unknown']({ value: id, allowed }))}\n`);
  }
  return found;
}

/** The store that a rule text is most likely for. */
export const storeOf = (read: ReadResult): string => guessProvider(read, '') ?? 'tencent-cos';
