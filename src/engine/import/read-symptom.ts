import { readCurl } from './request/curl.ts';
import { readFetchCall } from './request/fetch-call.ts';
import { saveCommandIn } from './request/save-command.ts';
import type { CallClues } from './calls.ts';
import { gather } from './gather.ts';
import { mentionedCall } from './mentioned-call.ts';
import { readHar } from './answers/har.ts';
import { readMessages } from './messages/messages.ts';
import { readRawHeaders } from './answers/raw-headers.ts';
import { readStoreError } from './answers/store-error.ts';
import type { ClueReading, SymptomProblem, SymptomReading } from './symptom.ts';

/** UTF-16 code units; a longer text is not read. */
export const SYMPTOM_LIMIT = 1_000_000;

/** One for each kind of text, beside HAR. A text may hold several: a command, and what it printed. */
const READERS: readonly ((text: string) => ClueReading)[] = [
  readCurl,
  readFetchCall,
  readRawHeaders,
  readStoreError,
  readMessages
];

/**
 * Reads what a person pastes of a call that failed: the lines of a console, an error, headers, a request.
 * In: any text. Out: what it tells, with secrets hidden, and what is wrong with it. Never throws; linear in the text.
 * Reports `text-too-long`, `nothing-recognised`, `cause-unsaid`, `line-cut`, `origin-not-sent`, and what its readers report.
 */
export function readSymptom(text: string): SymptomReading {
  const whole = { from: 0, to: text.length };
  if (text.trim() === '') return { symptom: null, problems: [] };
  if (text.length > SYMPTOM_LIMIT)
    return refused({ code: 'text-too-long', args: { limit: SYMPTOM_LIMIT }, span: whole });
  const readings = readingsOf(text);
  const problems = readings.flatMap((reading) => reading.problems);
  const found = readings.flatMap(({ clues }) => clues);
  const [first = problems.length === 0 ? saveCommandIn(text) : null, ...others] = found;
  if (first === null)
    return refused(
      problems[0] ?? {
        code: isOnCors(text) ? 'cause-unsaid' : 'nothing-recognised',
        args: {},
        span: whole
      }
    );
  const clues: CallClues = [first, ...others];
  const mentioned = first.kind !== 'save-command' && isOpen(clues) ? mentionedCall(text) : null;
  const symptom = gather(mentioned === null ? clues : [...clues, mentioned]);
  if (symptom.kind === 'console' && symptom.causes.length === 0)
    problems.push({ code: 'line-cut', args: {}, span: first.span });
  if (symptom.causes.length === 0 && symptom.answers.some(({ withoutOrigin }) => withoutOrigin))
    problems.push({ code: 'origin-not-sent', args: {}, span: first.span });
  return { symptom, problems };
}

/** Whether nothing in a text tells which call it is about; what stands beside an answer may be where that leads. */
const isOpen = (clues: CallClues): boolean =>
  clues.every(({ request, answers = [] }) => request?.url === undefined && answers.length === 0);

/** Words that only texts on CORS have, in English and Chinese. */
const isOnCors = (text: string): boolean =>
  /access-control-[a-z]|\bcors\b|cross-origin|跨域/i.test(text);

/** JSON that holds requests holds nothing else: what looks like a line in it is a part of some answer. */
function readingsOf(text: string): ClueReading[] {
  const har = readHar(text);
  return har.clues.length + har.problems.length > 0 ? [har] : READERS.map((read) => read(text));
}

const refused = (problem: SymptomProblem): SymptomReading => ({
  symptom: null,
  problems: [problem]
});
