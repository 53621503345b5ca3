import { serialiseOrigin, type EngineId } from '#engine';

/** The browsers that a person may choose; the standard itself is none. */
export const BROWSERS = ['chromium', 'firefox', 'webkit'] as const satisfies readonly EngineId[];

/** A year, in seconds: the most that a cache is asked to keep in practice. */
export const MAX_LIFETIME = 31_536_000;

/** What the person says of the caches; all of it is about this panel alone. */
export interface Circumstances {
  engine: (typeof BROWSERS)[number];
  /** Seconds. */
  lifetime: number;
  /** As it was typed; null where none was. */
  other: string | null;
}

export const FIRST: Circumstances = { engine: 'chromium', lifetime: 3600, other: null };

/** The other page's origin as a browser sends it; null where none was typed that is one. */
export function namedOrigin({ other }: Circumstances): string | null {
  const { origin } = serialiseOrigin(other ?? '');
  return other === null || origin === '' ? null : origin;
}
