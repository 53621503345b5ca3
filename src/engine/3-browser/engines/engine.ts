import type { Evidence } from '../../model.ts';
import type { FetchResult } from '../fetch/fetch-result.ts';
import type { BrowserRules, EngineId } from '../rules.ts';

export type { EngineId };

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

/** Where an engine was seen to leave the standard: the names of recorded cases, a file of its sources, a report. */
export interface Sighting {
  evidence: Evidence;
  source: string;
}

/** For each rule in which an engine leaves the standard, where that was seen. */
export type Departures = Readonly<Partial<Record<keyof BrowserRules, Sighting>>>;

/** A departure that recorded cases show. */
export const recordedCases = (version: string, ...cases: string[]): Sighting => ({
  evidence: 'traced',
  source: `${version}: ${cases.join(', ')}`
});

/** A departure that calls of a real page showed: tests/live. */
export const live = (version: string): Sighting => ({
  evidence: 'traced',
  source: `${version}: tests/live`
});

/** A departure that the engine's own sources show, but no recording. */
export const inSources = (file: string): Sighting => ({ evidence: 'documented', source: file });

/** One browser engine: its rules, and what it says. */
export interface Engine {
  id: EngineId;
  /** The release that was recorded, or the standard. */
  version: string;
  rules: BrowserRules;
  departures: Departures;
  /** The message of the TypeError with which `fetch` rejects; null where there is none. */
  rejection: string | null;
  /** The engine's primary console line to the letter, null where it writes none. */
  consoleLine: (input: ConsoleInput) => string | null;
}
