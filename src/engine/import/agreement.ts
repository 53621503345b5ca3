import { linesOf } from '../3-browser/syntax.ts';
import type { PageRequest, WireResponse } from '../model.ts';
import type { Exchange, Verdict } from '../4-explain/verdict.ts';
import { answerCauses, isPreflight } from './answers/answer-causes.ts';
import { concernsRules } from './questions.ts';
import { SYMPTOM_CODES, type SeenAnswer, type Symptom, type SymptomCode } from './symptom.ts';

/**
 * How a verdict on the rules stands to what was pasted. `explains`: the call fails with these rules, as the text says;
 * `works`: it would not fail; `differs`: it fails for another reason; `answered-otherwise`: the text shows an answer that
 * the store would not give by these rules, and `headers` names where they part.
 */
export type Agreement =
  | { kind: 'explains' | 'works' | 'differs' }
  | { kind: 'answered-otherwise'; headers: readonly string[] };

/** Compares a verdict with a symptom; null where the text names no failure that rules have a part in. */
export function agreementOf(
  symptom: Symptom,
  verdict: Verdict,
  request: PageRequest
): Agreement | null {
  if (!concernsRules(symptom)) return null;
  const parting = partingHeaders(symptom, verdict.exchanges);
  if (parting.length > 0) return { kind: 'answered-otherwise', headers: parting };
  const causes = causesOf(symptom, request);
  if (causes.length === 0) return null;
  if (verdict.outcome === 'allowed') return { kind: 'works' };
  if (causes[0] === 'call-failed') return { kind: 'explains' };
  const cause = seenByBrowser(symptom, verdict, request);
  return { kind: cause !== null && causes.includes(cause) ? 'explains' : 'differs' };
}

/** What a text names as the cause, else what an answer in it comes to once the call is known. */
export function causesOf(symptom: Symptom, request: PageRequest): readonly SymptomCode[] {
  const { causes, answers, engine } = symptom;
  return causes.length > 0 ? causes : answerCauses(answers, request, engine);
}

/** What the browser makes of the predicted answers; it knows nothing of the rules behind them. */
function seenByBrowser(
  { engine }: Symptom,
  { exchanges, outcome, cause }: Verdict,
  request: PageRequest
): SymptomCode | null {
  const answers = exchanges.map(({ stage, response }) => ({
    preflight: stage === 'preflight',
    response
  }));
  const [seen] = answerCauses(answers, request, engine);
  if (seen !== undefined) return seen;
  const own = outcome === 'unreadable' || exchanges.length === 0 ? cause?.code : undefined;
  return SYMPTOM_CODES.find((code) => code === own) ?? null;
}

/** What of an answer decides whether a browser takes it; the age and the order of lists do not. */
const COMPARED = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Expose-Headers'
];
const OF_PREFLIGHT = ['Access-Control-Allow-Methods', 'Access-Control-Allow-Headers'];

function partingHeaders({ answers }: Symptom, exchanges: readonly Exchange[]): string[] {
  const needed = exchanges.some(({ stage }) => stage === 'preflight');
  const parting = answers.flatMap((answer) => {
    const stage = isPreflight(answer, needed) ? 'preflight' : 'actual';
    const predicted = exchanges.find((exchange) => exchange.stage === stage);
    return predicted === undefined ? [] : differing(answer, predicted);
  });
  return [...new Set(parting)];
}

function differing({ response }: SeenAnswer, { stage, response: predicted }: Exchange): string[] {
  const names = stage === 'preflight' ? [...COMPARED, ...OF_PREFLIGHT] : COMPARED;
  return names.filter((name) => membersOf(response, name) !== membersOf(predicted, name));
}

/** The members of a header's value in one order and case; origins have none, and keep theirs. */
function membersOf({ headers }: WireResponse, name: string): string {
  const lines = linesOf(headers, name);
  if (name === 'Access-Control-Allow-Origin') return lines.join('\n');
  const members = lines.flatMap((line) => line.split(','));
  return members
    .map((member) => member.trim().toLowerCase())
    .filter((member) => member !== '')
    .sort()
    .join();
}
