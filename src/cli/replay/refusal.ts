import type { Coded } from '#engine';
import { m } from '../../paraglide/messages.js';

/** The closed set of why a line gets no answer, each with the args that its message names. */
interface LineRefusalArgs {
  'line-too-long': { megabytes: number };
  'line-not-utf8': Record<string, never>;
  'line-not-json': Record<string, never>;
  'line-not-object': Record<string, never>;
  'field-missing': { field: string };
  'field-not-string': { field: string };
  'field-not-string-or-null': { field: string };
  'field-not-string-or-list': { field: string };
  'field-not-boolean': { field: string };
  'field-not-object': { field: string };
  'field-not-list': { field: string };
  'field-not-pair': { field: string };
  'field-unreadable': { field: string };
  'field-unknown-value': { field: string; value: string; allowed: string };
  'kind-unknown': { value: string; allowed: string };
  'provider-unknown': { value: string; allowed: string };
  'rules-unreadable': { line: number; column: number; problem: string };
  /** A fault of ours, told with its line instead of ending the run. */
  failed: { reason: string };
}
export type LineRefusal = Coded<LineRefusalArgs>;

/** What stands in an answer under `error`. */
export interface LineError {
  code: LineRefusal['code'];
  message: string;
}

type Messages = {
  [C in keyof LineRefusalArgs as `cli.replay.${C}`]: (args: LineRefusalArgs[C]) => string;
};

/** The refusal as it goes into the answer, in words. */
export function lineError(refusal: LineRefusal): LineError {
  const messages = m satisfies Messages;
  const word = messages[`cli.replay.${refusal.code}`] as (args: LineRefusal['args']) => string;
  return { code: refusal.code, message: word(refusal.args) };
}
