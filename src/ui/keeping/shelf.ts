import { parseDocument } from './stored.ts';

export const MAIN = 'preflight';
const OTHERS = 'preflight-others';

/** Why a browser keeps nothing: there is no room left, or it lets no page store anything. */
export type StorageRefusal = 'full' | 'blocked';

export const refusalOf = (error: unknown): StorageRefusal =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';

/** The documents in the storage, as they were printed. */
export interface StoredDocuments {
  /** The one that was written last, by whichever tab. */
  main: string | null;
  /** Those that differ from it and may stand on no page any more, the oldest first. */
  others: readonly string[];
}

/** Throws where the browser blocks the storage. */
export function readStored(storage: Storage): StoredDocuments {
  return { main: storage.getItem(MAIN), others: listOf(storage.getItem(OTHERS)) };
}

function listOf(stored: string | null): readonly string[] {
  if (stored === null) return [];
  try {
    const list: unknown = JSON.parse(stored);
    if (Array.isArray(list)) return list.filter((item) => typeof item === 'string');
  } catch {
    // Another program's text: kept as one that cannot be shown.
  }
  return [stored];
}

export function writeOthers(storage: Storage, others: readonly string[]): void {
  if (others.length === 0) storage.removeItem(OTHERS);
  else storage.setItem(OTHERS, JSON.stringify(others));
}

/**
 * Writes the last document, and keeps what stood there if that is not `replaced`, an earlier text of the same document. Each
 * step leaves all that is to be kept in the storage, whichever of them is refused. Throws where one is.
 */
export function putMain(storage: Storage, text: string, replaced: string | null): void {
  const { main, others } = readStored(storage);
  const isLost = main !== null && main !== replaced && !isSameDocument(main, text);
  const kept = isLost && !others.includes(main) ? [...others, main] : others;
  if (kept !== others) writeOthers(storage, kept);
  storage.setItem(MAIN, text);
  const left = kept.filter((other) => other !== replaced && !isSameDocument(other, text));
  if (left.length < kept.length) writeOthers(storage, left);
}

/** Whether two stored texts are one document, whoever wrote them. */
export function isSameDocument(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [parseDocument(one), parseDocument(other)];
  return first !== null && second !== null && JSON.stringify(first) === JSON.stringify(second);
}
