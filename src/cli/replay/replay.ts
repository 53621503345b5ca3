import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { answerLine } from './answer.ts';
import { LineSplitter, type InputLine } from './lines.ts';
import { RuleCache } from './rule-cache.ts';

/** UTF-16 code units gathered before a write, where one chunk of input gives more. */
const WRITE_AT = 256 * 1024;

export interface ReplaySummary {
  /** Lines answered; blank ones are not counted. */
  lines: number;
  refused: number;
  /** The first line refused, counted from 1 with blank ones; null where none was. */
  firstRefused: number | null;
}

/**
 * Answers every line of the input in order. Blank lines are skipped. Holds one line and one batch of answers; the answers
 * to a chunk are written before the next one is read, so a partner that waits for them gets them.
 */
export async function replay(
  input: AsyncIterable<Uint8Array>,
  output: Writable
): Promise<ReplaySummary> {
  const rules = new RuleCache();
  const splitter = new LineSplitter();
  const summary: ReplaySummary = { lines: 0, refused: 0, firstRefused: null };
  let number = 0;

  async function answerAll(lines: Iterable<InputLine>): Promise<void> {
    let batch = '';
    for (const line of lines) {
      number += 1;
      if (typeof line === 'string' && line.trim() === '') continue;
      const answer = answerLine(line, rules);
      summary.lines += 1;
      if (answer.refused) {
        summary.refused += 1;
        summary.firstRefused ??= number;
      }
      batch += `${answer.json}\n`;
      if (batch.length < WRITE_AT) continue;
      await write(output, batch);
      batch = '';
    }
    if (batch !== '') await write(output, batch);
  }

  for await (const chunk of input) await answerAll(splitter.push(chunk));
  await answerAll(splitter.end());
  return summary;
}

/** Waits where the reader of the output is slower than we are. */
async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}
