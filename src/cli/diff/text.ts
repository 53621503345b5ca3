import type { Provider } from '#engine';
import { isOfMeaning, type Difference, type Differences } from '#engine/compare';
import { m } from '../../paraglide/messages.js';
import { markOf } from '../check/marks.ts';
import type { Colors } from '../colors.ts';
import { differenceLine } from '../differences.ts';

/** The differences for people: the sum, then a call for each, those with which calls go on as before last. */
export function diffText(
  { list, exhaustive }: Differences,
  from: Provider,
  to: Provider,
  c: Colors
): string {
  const meant = list.filter(({ code }) => isOfMeaning(code));
  const worded = list.filter(({ code }) => !isOfMeaning(code));
  const meaning = meant.length > 0 ? 'changed' : exhaustive ? 'kept' : 'unknown';
  const lineOf = (state: 'fail' | 'note') => (difference: Difference) =>
    `${markOf(state, c)} ${differenceLine(difference, c)}`;
  const stores = from.id === to.id ? from.name : `${from.name}, ${to.name}`;
  const lines = [
    c.bold(m['cli.diff.sum']({ stores, meaning: m[`convert.meaning.${meaning}`]() })),
    ...meant.map(lineOf('fail')),
    ...worded.map(lineOf('note')),
    ...(meant.length > 0 && !exhaustive ? [m['convert.not-exhaustive']()] : [])
  ];
  return `${lines.join('\n')}\n`;
}
