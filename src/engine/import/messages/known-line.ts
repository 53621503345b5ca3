import type { ConsoleLine } from '../../3-browser/engines/console-line.ts';
import type { EngineId } from '../../3-browser/engines/engine.ts';
import type { Header } from '../../model.ts';
import type { ProviderId } from '../../providers/providers.ts';
import type { Client, SymptomCode, SymptomKind } from '../symptom.ts';

/**
 * What the slots of a line hold. `first` is the address that was called before a redirect, `page` the page's own,
 * `exposed` a response header that could not be read; `reason`, `kind` and the like are read past.
 */
export type Slots = ReadonlyMap<string, string>;

/** A line that somebody prints, and what it means. */
export interface KnownLine {
  kind: SymptomKind;
  /** Null where several engines print it. */
  engine: EngineId | null;
  line: ConsoleLine;
  /** The likeliest first; empty for a line that only tells of the call. */
  causes: readonly SymptomCode[] | ((slots: Slots) => readonly SymptomCode[]);
  /** Where the line itself says that it is about the preflight, or about the actual request. */
  preflight?: boolean;
  /** Response headers whose absence is the complaint. */
  needs?: readonly string[];
  client?: Client;
  store?: ProviderId;
  /** What the library sends in this operation; the values are not known. */
  sends?: { method: string; headers: readonly Header[] };
}
