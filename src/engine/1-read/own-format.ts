import type { FormatId, ReadResult } from './format.ts';
import { formatOf } from './read-rules.ts';

/** True of `[]`: a list without rules, as it is left when the last one is taken out, is of every format that is a list. */
export const isOfAnyList = ({ format, ruleSet }: ReadResult): boolean =>
  format === 's3-console-json' && ruleSet.rules.length === 0;

/**
 * The format of a text for a store whose formats are `own`, the store's own where the text is of several; null where it is
 * of none that is known. It is what goes into an empty list, and what the list is called.
 */
export function ownFormat(read: ReadResult, own: readonly FormatId[]): FormatId | null {
  if (!isOfAnyList(read)) return read.format;
  return own.find(isList) ?? read.format;
}

/** True of a text in a known format that is none of the store's `own`. */
export function isForeign(read: ReadResult, own: readonly FormatId[]): boolean {
  const format = ownFormat(read, own);
  return format !== null && !own.includes(format);
}

const isList = (format: FormatId): boolean =>
  formatOf(format).print({ rules: [], responseVary: null }).trim() === '[]';
