import { chromium } from './chromium.ts';
import type { Engine, EngineId } from './engine.ts';
import { firefox } from './firefox.ts';
import { standard } from './standard.ts';
import { webkit } from './webkit.ts';

/** The standard first, then the browsers. */
export const ENGINES: readonly Engine[] = [standard, chromium, firefox, webkit];

export const ENGINE_IDS: readonly EngineId[] = ENGINES.map(({ id }) => id);

/** The engine of that id, or null. */
export function engineById(id: string): Engine | null {
  return ENGINES.find((engine) => engine.id === id) ?? null;
}
