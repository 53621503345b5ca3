import type { Clue, SymptomCode } from './symptom.ts';

/** What follows a failure, or says no more than that there was one: any other cause is believed before these. */
const VAGUE: ReadonlySet<SymptomCode> = new Set(['call-failed', 'network', 'http-error']);

/** The clues of one call. */
export type Call = [Clue, ...Clue[]];

/** Whether the clue names a cause, and not only that something failed. */
export const isPlain = ({ causes = [] }: Clue): boolean =>
  causes[0] !== undefined && !VAGUE.has(causes[0]);

/**
 * Sorts clues, in the order of the text, by the call that they belong to. A clue belongs to the call that has its address; one
 * without belongs to the call before it, unless that has its address and another cause: WebKit names the cause first and
 * the address in a line below.
 */
export function callsOf([first, ...rest]: Call): [Call, ...Call[]] {
  const calls: [Call, ...Call[]] = [[first]];
  let current: Call = calls[0];
  for (const clue of rest) {
    const own = urlOf(clue);
    const same = own === null ? current : callWith(calls, own);
    const open = same ?? (addressOf(current) === null ? current : null);
    if (open === null || (own === null && isAnother(open, clue))) {
      current = [clue];
      calls.push(current);
    } else {
      current = open;
      current.push(clue);
    }
  }
  return calls;
}

/** The address in its normal form, since one tool writes `https://b.example` and the next a slash after it. */
function urlOf({ request }: Clue): string | null {
  const url = request?.url;
  if (url === undefined) return null;
  return (URL.canParse(url) ? new URL(url).href : url).replace(/#.*$/, '');
}

const addressOf = (call: Call): string | null =>
  call.map(urlOf).find((url) => url !== null) ?? null;

const callWith = (calls: readonly Call[], url: string): Call | undefined =>
  calls.find((call) => addressOf(call) === url);

function isAnother(call: Call, clue: Clue): boolean {
  const cause = call.find(isPlain)?.causes?.[0];
  const isNew = isPlain(clue) && cause !== undefined && clue.causes?.[0] !== cause;
  return isNew && addressOf(call) !== null;
}
