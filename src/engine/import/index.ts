import { gather } from './gather.ts';
import { readMessages } from './messages.ts';
import type { Clue, SymptomProblem, SymptomReading } from './symptom.ts';

/** UTF-16 code units; a longer text is not read. */
export const SYMPTOM_LIMIT = 1_000_000;

/** What one kind of text tells: nothing where it is of another kind. */
export type Reader = (text: string) => readonly Clue[];

const READERS: readonly Reader[] = [readMessages];

/**
 * Reads what a person pastes of a call that failed: the lines of a console, an error, headers, a request.
 * In: any text. Out: what it tells, with secrets hidden, and what is wrong with it. Never throws; linear in the text.
 * Reports `text-too-long`, `nothing-recognised`, `line-cut`.
 */
export function readSymptom(text: string): SymptomReading {
  const whole = { from: 0, to: text.length };
  if (text.trim() === '') return { symptom: null, problems: [] };
  if (text.length > SYMPTOM_LIMIT)
    return refused({ code: 'text-too-long', args: { limit: SYMPTOM_LIMIT }, span: whole });
  const [first, ...others] = READERS.flatMap((read) => read(text));
  if (first === undefined) return refused({ code: 'nothing-recognised', args: {}, span: whole });
  const symptom = gather([first, ...others]);
  const isCut = symptom.kind === 'console' && symptom.causes.length === 0;
  return { symptom, problems: isCut ? [{ code: 'line-cut', args: {}, span: first.span }] : [] };
}

const refused = (problem: SymptomProblem): SymptomReading => ({
  symptom: null,
  problems: [problem]
});
