import type { Clue, SymptomCode } from './symptom.ts';
import { parseUrl } from '../3-browser/url/parse-url.ts';

/** What follows a failure, or says no more than that there was one: any other cause is believed before these. */
const VAGUE: ReadonlySet<SymptomCode> = new Set(['call-failed', 'network', 'http-error']);

/** The clues of one call. */
export type CallClues = [Clue, ...Clue[]];

/** Whether the clue names a cause, and not only that something failed. */
export const isPlain = ({ causes = [] }: Clue): boolean =>
  causes[0] !== undefined && !VAGUE.has(causes[0]);

/** A call that is being put together. */
interface OpenCall {
  url: string | null;
  clues: CallClues;
}

/**
 * Sorts clues, in the order of the text, by the call that they belong to. A clue belongs to the call that has its address; one
 * without belongs to the call before it, unless that has its address and another cause: WebKit names the cause first and
 * the address in a line below.
 */
export function callsOf([first, ...rest]: CallClues): [CallClues, ...CallClues[]] {
  let current: OpenCall = {
    url: first.kind === 'store-error' ? null : urlOf(first),
    clues: [first]
  };
  const calls: [CallClues, ...CallClues[]] = [current.clues];
  const byUrl = new Map(current.url === null ? [] : [[current.url, current]]);
  for (const clue of rest) {
    // A body names the address in its own way, and belongs to the call that it stands with.
    const url = clue.kind === 'store-error' ? null : urlOf(clue);
    const known = url === null ? current : (byUrl.get(url) ?? unnamed(current));
    if (known === null || (url === null && isAnother(known, clue))) {
      current = { url, clues: [clue] };
      calls.push(current.clues);
    } else {
      current = known;
      current.url ??= url;
      current.clues.push(clue);
    }
    if (current.url !== null) byUrl.set(current.url, current);
  }
  return calls;
}

const unnamed = (call: OpenCall): OpenCall | null => (call.url === null ? call : null);

/** The address in its normal form, since one tool writes `https://b.example` and the next a slash after it. */
function urlOf({ request }: Clue): string | null {
  const url = request?.url;
  if (url === undefined) return null;
  return (parseUrl(url)?.href ?? url).replace(/#.*$/, '');
}

function isAnother({ url, clues }: OpenCall, clue: Clue): boolean {
  if (url === null || !isPlain(clue) || clue.kind === 'store-error') return false;
  const cause = clues.find(isPlain)?.causes?.[0];
  return cause !== undefined && clue.causes?.[0] !== cause;
}
