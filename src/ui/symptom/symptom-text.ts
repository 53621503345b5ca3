import type { Symptom, SymptomCode } from '#engine/import';
import { m } from '../../paraglide/messages.js';
import { say } from '../../words/say.ts';
import type { MessageText } from '../../words/say.ts';

/** What a symptom says, why, and what to do; a library that names its header is told by that. */
export function symptomText(
  { client, request }: Symptom,
  [cause]: readonly SymptomCode[]
): MessageText {
  if (cause === undefined)
    return {
      what: m['symptom.no-cause.what'](),
      why: m['symptom.no-cause.why'](),
      do: m['symptom.no-cause.do']()
    };
  const told = say.symptom(cause);
  if (client === null) return told;
  const headers = (request.needs ?? []).join(', ');
  return { ...told, what: m['symptom.client']({ ...client, headers }) };
}

/** What else it can be, in one sentence; empty where the cause is plain. */
export function otherCauses([, ...others]: readonly SymptomCode[]): string {
  const all = others.map((cause) => say.symptom(cause).what);
  return all.map((what) => m['symptom.or']({ what: lowerFirst(what) })).join(' ');
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
