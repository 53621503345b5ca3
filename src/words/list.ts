/** Words put together: lists within a sentence, sentences one after the other, a text within another. */
import { getLocale } from '../paraglide/runtime.js';

const formats = new Map<string, Intl.ListFormat>();

function formatFor(locale: string): Intl.ListFormat {
  const known = formats.get(locale);
  if (known) return known;
  const format = new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' });
  formats.set(locale, format);
  return format;
}

/** Things that a sentence lists, as its language does. Values of code stand between commas, in any language. */
export const list = (things: readonly string[]): string => formatFor(getLocale()).format(things);

/** Sentences one after the other; an empty one is left out. */
export const sentences = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' ');

/** A text that begins as a sentence does, as it stands within one. */
export const inSentence = (text: string): string =>
  text.charAt(0).toLocaleLowerCase(getLocale()) + text.slice(1);
