import type { EngineId, PageRequest, ProviderId, ReadResult, Verdict } from '#engine';

/** What a person typed: the whole document of the page. */
export interface Draft {
  provider: ProviderId;
  /** False where the store is guessed from the rules and the address. */
  chosen: boolean;
  rules: string;
  request: PageRequest;
  /** The browser that calls. */
  engine: EngineId;
}

/** A rule text that could be read whole. */
export interface ReadableRules {
  text: string;
  read: ReadResult;
}

/** A verdict and all that it is about. */
export interface JudgedDocument extends ReadableRules {
  provider: ProviderId;
  engine: EngineId;
  request: PageRequest;
  verdict: Verdict;
}

/** What survives a reload. `readable` is the text that a stale verdict is about, null where the draft is readable. */
export interface StoredDocument {
  draft: Draft;
  readable: string | null;
}

/** Where the document is kept between visits. */
export interface DocumentStorage {
  load(): StoredDocument | null;
  /** Keeps what `load` gave beside the document, since it cannot be shown. */
  setAside(): void;
  save(kept: StoredDocument): void;
}
