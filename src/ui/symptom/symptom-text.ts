import type { Symptom, SymptomCode } from '#engine/import';
import { m } from '../../paraglide/messages.js';
import { inSentence, sentences } from '../../words/list.ts';
import { say } from '../../words/say.ts';
import type { MessageText } from '../../words/say.ts';

/** What a symptom says, why, and what to do; a library that names its header is told by that. */
export function symptomText(
  { client, request, failure, answers }: Symptom,
  [cause]: readonly SymptomCode[]
): MessageText {
  if (cause === undefined)
    return withoutCause(failure === true ? 'unsaid' : answers.length > 0 ? 'good' : 'no-cause');
  const told = say.symptom(cause);
  if (client === null) return told;
  const headers = (request.needs ?? []).join(', ');
  return { ...told, what: m['symptom.client']({ ...client, headers }) };
}

/** A failure that the text does not explain, an answer that is good, or a call alone. */
const withoutCause = (kind: 'unsaid' | 'good' | 'no-cause'): MessageText => ({
  what: m[`symptom.${kind}.what`](),
  why: m[`symptom.${kind}.why`](),
  do: m[`symptom.${kind}.do`]()
});

/** What else it can be, in one sentence; empty where the cause is plain. */
export function otherCauses([, ...others]: readonly SymptomCode[]): string {
  const all = others.map((cause) => say.symptom(cause).what);
  return sentences(...all.map((what) => m['symptom.or']({ what: inSentence(what) })));
}
