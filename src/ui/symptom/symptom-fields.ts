import type { Symptom } from '#engine/import';
import { m } from '../../paraglide/messages.js';
import { list } from '../../words/list.ts';
import { say } from '../../words/say.ts';

/** A line of what was recognised. */
export interface SymptomField {
  label: string;
  value: string;
  /** False for words of the page itself. */
  literal: boolean;
}

/** What a text tells of the call, field by field; the last line names what it leaves out. */
export function symptomFields(symptom: Symptom): SymptomField[] {
  const { request, status, value, location, missing } = symptom;
  const { pageOrigin, method, url, headers, credentials, needs } = request;
  const fields: [label: string, value: string | undefined | null][] = [
    [m['symptom.field.origin'](), pageOrigin],
    [m['symptom.field.calls'](), [method, url].filter((part) => part !== undefined).join(' ')],
    [m['symptom.field.headers'](), headers?.map(([name]) => name).join(', ')],
    [m['symptom.field.credentials'](), credentials],
    [m['symptom.field.needs'](), needs?.join(', ')],
    [m['symptom.field.status'](), status?.toString()],
    [m['symptom.field.value'](), value],
    [m['symptom.field.location'](), location]
  ];
  const left = missing.filter((question) => question !== 'rules').map(say.missing);
  return [
    ...fields.flatMap(([label, found]) => (found ? [{ label, value: found, literal: true }] : [])),
    ...(left.length === 0
      ? []
      : [{ label: m['symptom.field.missing'](), value: list(left), literal: false }])
  ];
}
