import { browser } from './browser.ts';
import { bucket } from './bucket.ts';
import type { Kind } from './kind.ts';
import { save } from './save.ts';
import { story } from './story.ts';

/** Every kind of line that is answered. */
export const kinds: readonly Kind[] = [bucket, save, browser, story];
