/** What a mend does beyond the call that it is for. */
import type { Mend } from '#engine';
import { m } from '../paraglide/messages.js';

type Calls = Mend['alsoAllows'];

/** More of them are not read. */
const SHOWN = 4;

const anyOf = (names: readonly string[]): string =>
  names.map((name) => (name === '*' ? m['difference.exposed.any']() : name)).join(', ');

/** Calls that go alike, in a few words. */
function callsOf(difference: Calls[number]): string {
  const { witness, methods, code } = difference;
  const origins = difference.origins.flatMap((origin) => origin ?? []);
  const texts = {
    methods: methods.slice(0, SHOWN).join(', '),
    origins: origins.slice(0, SHOWN).join(', '),
    headers: witness.headers.join(', ')
  };
  const call = witness.headers.length === 0 ? m['mend.call'](texts) : m['mend.call.headers'](texts);
  if (code === 'exposed') {
    const { lost, gained } = difference.args;
    return m['mend.call.reading']({ call, names: anyOf(lost.length > 0 ? lost : gained) });
  }
  return code.endsWith('-with-credentials') ? m['mend.call.cookies']({ call }) : call;
}

function listOf(calls: Calls): string | null {
  const texts = [...new Set(calls.map(callsOf))];
  if (texts.length === 0) return null;
  const shown = texts
    .slice(0, SHOWN)
    .reduce((list, call) => m['mend.calls.join']({ calls: list, call }));
  return texts.length > SHOWN ? m['mend.calls.more']({ calls: shown }) : shown;
}

/** Calls that work before a mend and not after it; null where there are none. */
export const takesAwayText = ({ takesAway }: Mend): string | null => listOf(takesAway);

/** Other calls that a mend lets in; null where there are none. */
export const alsoAllowsText = ({ alsoAllows }: Mend): string | null => listOf(alsoAllows);

/** Both, as sentences. */
export function effectText(mend: Mend): string {
  const [taken, given] = [takesAwayText(mend), alsoAllowsText(mend)];
  const all = mend.exhaustive ? [] : [m['mend.not-all']()];
  if (taken === null && given === null)
    return [...(mend.exhaustive ? [m['mend.harmless']()] : all)].join(' ');
  return [
    ...(taken === null ? [] : [m['mend.takes-away']({ calls: taken })]),
    ...(given === null ? [] : [m['mend.also-allows']({ calls: given })]),
    ...(taken === null && mend.exhaustive ? [m['mend.kept']()] : []),
    ...all
  ].join(' ');
}
