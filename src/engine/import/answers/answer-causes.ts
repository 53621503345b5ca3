import { askingOf } from '../../3-browser/fetch/asking.ts';
import { checkCors } from '../../3-browser/check/check-cors.ts';
import { checkPreflight } from '../../3-browser/check/check-preflight.ts';
import { engineById } from '../../3-browser/engines/engines.ts';
import { STANDARD } from '../../3-browser/standard-rules.ts';
import type { EngineId } from '../../3-browser/engines/engine.ts';
import { linesOf, valueOf } from '../../3-browser/syntax.ts';
import type { PageRequest, WireResponse } from '../../model.ts';
import type { SeenAnswer, SymptomCode } from '../symptom.ts';

/**
 * Why a browser would refuse one of the answers that a text shows: its own checks, as far as the call is known.
 * In: the answers, the call, and whose order of checks counts. Out: the first refusal, or none.
 * https://fetch.spec.whatwg.org/#concept-cors-check, https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function answerCauses(
  answers: readonly SeenAnswer[],
  request: Partial<PageRequest>,
  engine: EngineId | null = null
): SymptomCode[] {
  const causes = answers.map((answer) => causeOf(answer, request, engine));
  const [first] = causes.filter((cause) => cause !== null);
  return first === undefined ? [] : [first];
}

function causeOf(
  answer: SeenAnswer,
  request: Partial<PageRequest>,
  engine: EngineId | null
): SymptomCode | null {
  const { pageOrigin, method, credentials = 'same-origin' } = request;
  if (ELSEWHERE.has(answer.response.status)) return 'wrong-endpoint';
  if (answer.withoutOrigin) return null;
  if (isTwice(answer.response)) return 'allow-origin-twice';
  if (pageOrigin === undefined) return causeForAnyOrigin(answer);
  const rules = (engine === null ? null : engineById(engine)?.rules) ?? STANDARD;
  const page = {
    pageOrigin,
    credentials,
    needs: [],
    url: request.url ?? UNKNOWN_URL,
    method: method ?? 'GET',
    headers: request.headers ?? []
  };
  const asking = askingOf(page, false, rules);
  if (asking === null || !asking.crossOrigin) return null;
  const { response } = answer;
  const asked = { ...asking, method: asking.request.method };
  const failure = isPreflight(answer, asking.needed)
    ? checkPreflight(withStatus(response), asked, rules).failure
    : checkCors(response, asking.origin, asking.credentialed).failure;
  return failure === null ? causeOfStatus(answer) : (failure.code as SymptomCode);
}

/** A store answers so where the bucket is at another of its addresses, whatever the rules are. */
const ELSEWHERE: ReadonlySet<number> = new Set([301, 307, 308]);

const isTwice = ({ headers }: WireResponse): boolean =>
  linesOf(headers, 'Access-Control-Allow-Origin').join(',').includes(',');

/** An error that a browser lets through. */
const causeOfStatus = ({ response: { status } }: SeenAnswer): SymptomCode | null =>
  status >= 400 ? 'http-error' : null;

/** An address that shares its origin with no page. */
const UNKNOWN_URL = 'https://bucket.invalid/';

/** Headers alone show no status, which then is not what is wrong. */
const withStatus = (response: WireResponse): WireResponse =>
  response.status === 0 ? { ...response, status: 200 } : response;

/** Whether an answer is a preflight's; where the text does not say, by what only a preflight is told. */
export function isPreflight({ preflight, response }: SeenAnswer, needed: boolean): boolean {
  if (preflight !== null) return preflight;
  return needed && valueOf(response.headers, 'Access-Control-Allow-Headers') !== null;
}

/** So many headers are an answer, and not a line of one. */
const ANSWER = 3;

/** What is wrong with an answer whatever the page's origin is; what is not shown of it is not missing. */
function causeForAnyOrigin(answer: SeenAnswer): SymptomCode | null {
  const { status, headers } = answer.response;
  if (valueOf(headers, 'Access-Control-Allow-Origin') !== null)
    return answer.preflight === true && status >= 300 ? 'preflight-status' : causeOfStatus(answer);
  const isPart =
    status === 0 &&
    (headers.length < ANSWER ||
      headers.some(([name]) => name.toLowerCase().startsWith('access-control-')));
  return isPart ? null : 'allow-origin-missing';
}
