/** How the rules are shown. */
export const FACES = ['source', 'form'] as const;
export type Face = (typeof FACES)[number];

const KEY = 'preflight-rules-as';

/** The choice of the last visit; `source` where there is none. A browser that blocks storage throws already there. */
export function loadFace(storage: () => Storage): Face {
  try {
    const kept = storage().getItem(KEY);
    return FACES.find((face) => face === kept) ?? 'source';
  } catch {
    return 'source';
  }
}

/** Keeps the choice where the browser lets it; it holds on the page in any case. */
export function saveFace(storage: () => Storage, face: Face): void {
  try {
    storage().setItem(KEY, face);
  } catch {
    return;
  }
}
