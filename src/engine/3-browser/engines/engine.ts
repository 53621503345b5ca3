import type { FetchResult } from '../fetch-result.ts';
import type { BrowserRules } from '../rules.ts';

export type EngineId = 'standard' | 'chromium' | 'firefox' | 'webkit';

/** What asked, in the words of the standard's request destinations where it was an element. */
export type Initiator =
  | 'fetch'
  | 'xhr'
  | 'beacon'
  | 'eventsource'
  | 'font'
  | 'image'
  | 'script'
  | 'style'
  | 'audio'
  | 'video';

/** What a console line names beside the result. */
export interface ConsoleInput {
  initiator: Initiator;
  /** The script waits for the answer. */
  sync: boolean;
  /** Serialised. */
  pageOrigin: string;
  /** Null where the page's address is not known. */
  pageUrl: string | null;
  /** The reason phrase of the last answer. */
  reason: string;
  result: FetchResult;
}

/** One browser engine: its rules, and what it says. */
export interface Engine {
  id: EngineId;
  rules: BrowserRules;
  /** The message of the TypeError with which `fetch` rejects; null where there is none. */
  rejection: string | null;
  /** The engine's primary console line to the letter, null where it writes none. */
  consoleLine: (input: ConsoleInput) => string | null;
}
