import { browser } from './kinds/browser.ts';
import { bucket } from './kinds/bucket.ts';
import type { Kind } from './kinds/kind.ts';
import { read } from './kinds/read.ts';
import { save } from './kinds/save.ts';
import { story } from './kinds/story.ts';
import { symptom } from './kinds/symptom.ts';

/** Every kind of line that is answered. */
export const kinds: readonly Kind[] = [bucket, save, browser, story, symptom, read];
