/** Runs beside the page: many rules take a second and more to compare, and the page must not stand still for that. */
import { convertRules, providerById, readRules, type Conversion } from '#engine';
import type { ConvertJob } from './comparison.ts';

function resultOf({ text, from, to, format }: ConvertJob): Conversion {
  const read = readRules(text);
  return convertRules({ text, read, from: providerById(from), to: providerById(to), format });
}

addEventListener('message', ({ data }: MessageEvent<ConvertJob>) => postMessage(resultOf(data)));
