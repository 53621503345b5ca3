import { readFileSync } from 'node:fs';
import type { BrowserAnswer } from '../../src/engine/3-browser/replay/simulate.ts';

/** Chromium 156.0.8078.79, Firefox 153.7.0esr and WebKitGTK 2.50.6 on loopback, over plain HTTP/1.1. */
export const BROWSERS = ['chromium', 'firefox', 'webkit'] as const;
export type Browser = (typeof BROWSERS)[number];

/** What was recorded of each answer beside the console. */
export type Decided = Omit<BrowserAnswer, 'id' | 'cause' | 'consoleMessage'>;

interface Line {
  id: string;
  /** What Chromium did; the others where they did not do the same. */
  agreed: Decided;
  firefox?: Partial<Decided>;
  webkit?: Partial<Decided>;
  console?: Partial<Record<Browser, string>>;
  /** The engine's own name for the cause. */
  enums?: { chromium?: string; firefox?: string };
}

export interface Recording {
  id: string;
  group: string;
  /** A line of the replay contract, kind "browser". */
  line: unknown;
  decided: Record<Browser, Decided>;
  console: Record<Browser, string | null>;
  enums: { chromium?: string; firefox?: string };
}

function linesOf<T>(file: string): T[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

function recordingsOf(): Recording[] {
  const answers = new Map(linesOf<Line>('answers.jsonl').map((answer) => [answer.id, answer]));
  return linesOf<{ id: string; group: string }>('cases.jsonl').map((line) => {
    const { id, group } = line;
    const answer = answers.get(id);
    if (answer === undefined) throw new Error(`no answer for ${id}`);
    const { agreed, firefox, webkit, console, enums = {} } = answer;
    return {
      id,
      group,
      line,
      decided: {
        chromium: agreed,
        firefox: { ...agreed, ...firefox },
        webkit: { ...agreed, ...webkit }
      },
      console: {
        chromium: console?.chromium ?? null,
        firefox: console?.firefox ?? null,
        webkit: console?.webkit ?? null
      },
      enums
    };
  });
}

export const recordings = recordingsOf();
