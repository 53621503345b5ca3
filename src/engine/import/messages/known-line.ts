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

/** Why an Access-Control-Allow-Origin was refused that names another origin than the page's: one of several, or one. */
export function ofAllowOrigin(slots: Slots): readonly SymptomCode[] {
  const value = slots.get('value');
  if (value === undefined) return ['allow-origin-mismatch', 'allow-origin-twice'];
  return value.includes(',') ? ['allow-origin-twice'] : ['allow-origin-mismatch'];
}

/** A line that somebody prints, and what it means. */
export interface KnownLine {
  kind: SymptomKind;
  /** Null where several engines print it. */
  engine: EngineId | null;
  line: ConsoleLine;
  /** The likeliest first; empty for a line that only tells of the call. */
  causes: readonly SymptomCode[] | ((slots: Slots) => readonly SymptomCode[]);
  /**
   * True for a beginning that lines of several engines share, which then tells the address alone. Its own causes count only
   * where nothing follows it.
   */
  opening?: true;
  /** What stands right before it, for words that prose has too; absent where they are the line's own. */
  after?: string;
  /** False for a line about a call that went through, or that may have. */
  failure?: false;
  /** Where the line itself says that it is about the preflight, or about the actual request. */
  preflight?: boolean;
  /** Response headers whose absence is the complaint. */
  needs?: readonly string[];
  client?: Client;
  store?: ProviderId;
  /** What the library sends in this operation; the values are not known. */
  sends?: { method: string; headers: readonly Header[] };
}
