import { readTarget } from '../3-browser/url/target.ts';
import type { Header, PageRequest } from '../model.ts';
import { answerCauses } from './answers/answer-causes.ts';
import { callsOf, isPlain, type CallClues } from './calls.ts';
import { questionsOf } from './questions.ts';
import {
  scrubAddresses,
  scrubCall,
  scrubHeaders,
  scrubUrl,
  type RemovedSecret,
  type ScrubResult
} from '../secrets/index.ts';
import { storeOfAddress } from './store-of.ts';
import type { Clue, SeenAnswer, Symptom, SymptomCode, SymptomKind } from './symptom.ts';

const isBlamed = ({ causes = [] }: Clue): boolean => causes.length > 0;

/**
 * Puts together what a text tells of its first call that failed for a named reason, else of the first that failed, else of the
 * first. In: the clues in the order of the text, at least one. Secrets are hidden from here on.
 */
export function gather(clues: CallClues): Symptom {
  const calls = callsOf(clues);
  const told = calls.map(tell);
  const failed = told.filter(({ symptom }) => symptom.failure === true);
  const { symptom } = failed.find(({ named }) => named) ?? failed[0] ?? tell(calls[0]);
  const others = failed.filter((each) => each.symptom !== symptom).length;
  const known = { ...symptom, others };
  return { ...known, missing: questionsOf(known) };
}

/** A store's word for a question that no browser asks, such as one without `Origin`: its answer tells nothing of the rules. */
const isIncomplete = ({ kind, causes = [], preflight }: Clue): boolean =>
  kind === 'store-error' && preflight === true && causes.length === 0;

interface GatheredSymptom {
  symptom: Omit<Symptom, 'missing' | 'others'>;
  /** The cause is named, by the text or by an answer in it. */
  named: boolean;
}

function tell(call: CallClues): GatheredSymptom {
  const removed: RemovedSecret[] = call.flatMap((clue) => clue.removed ?? []);
  const clean = <T>({ value, removed: taken }: ScrubResult<T>): T => {
    removed.push(...taken);
    return value;
  };
  const text = (written: string | null, scrub: (text: string) => ScrubResult<string>) =>
    written === null ? null : clean(scrub(written));
  const request = clean(scrubCall(requestOf(call)));
  const answers = answersOf(call).map((answer) => clean(scrubAnswer(answer)));
  const first = <T>(pick: (clue: Clue) => T | null | undefined): T | null => {
    for (const clue of call) {
      const value = pick(clue);
      if (value !== null && value !== undefined) return value;
    }
    return null;
  };
  const engine = first((clue) => clue.engine);
  const plain = call.filter(isPlain);
  // What the store itself says, before what a browser makes of it.
  const named = plain.find(({ kind }) => kind === 'store-error') ?? plain[0];
  const seen = call.some(isIncomplete) ? [] : answerCauses(answers, request, engine);
  const blamed = named ?? (seen.length > 0 ? undefined : call.find(isBlamed));
  const told = blamed?.causes ?? seen;
  const causes = isOtherScheme(request.url) ? schemeFirst(told) : told;
  const symptom = {
    failure: failureOf(call, answers, causes),
    kind: blamed?.kind ?? kindOf(call, answers),
    engine,
    causes,
    request,
    headersKnown: call.some(({ headersKnown }) => headersKnown === true),
    preflight: call.some(({ preflight }) => preflight === true)
      ? true
      : first(({ preflight }) => preflight),
    status: blamed?.status ?? first(({ status }) => status),
    value: text(blamed?.value ?? null, scrubAddresses),
    location: text(
      first(({ location }) => location),
      scrubUrl
    ),
    answers,
    client: first(({ client }) => client),
    store:
      storeOfAddress(request.url) ??
      first(({ store }) => store) ??
      first(({ location }) => storeOfAddress(location ?? undefined)),
    removed: onceEachPlace(removed)
  };
  return { symptom, named: named !== undefined || seen.length > 0 };
}

/** Whether an address is known, and not one of http or https. */
const isOtherScheme = (url: string | undefined): boolean =>
  url !== undefined && readTarget(url) === null;

/** Where the address itself is of such a scheme, no redirect is to blame. */
const schemeFirst = (causes: readonly SymptomCode[]): readonly SymptomCode[] =>
  causes.includes('scheme-unsupported')
    ? ['scheme-unsupported', ...causes.filter((cause) => cause !== 'scheme-unsupported')]
    : causes;

/** A call as it is written down, before it is made. */
const UNSENT: ReadonlySet<SymptomKind> = new Set(['curl', 'fetch', 'save-command']);

/** Whether the call failed, as far as the text shows. */
function failureOf(
  call: CallClues,
  answers: readonly SeenAnswer[],
  causes: readonly SymptomCode[]
): boolean | null {
  // A warning: browsers still let the call through.
  if (causes[0] === 'authorization-by-star') return null;
  if (causes.length > 0 || call.some(({ failure }) => failure === true)) return true;
  if (answers.length > 0)
    return answers.some(({ response }) => response.status === 0) ? null : false;
  return call.some(({ kind }) => UNSENT.has(kind)) ? false : null;
}

/** A command with its answer below is told by the answer. */
function kindOf([{ kind }]: CallClues, answers: readonly SeenAnswer[]): SymptomKind {
  return kind === 'curl' && answers.length > 0 ? 'response' : kind;
}

/** The answer to a command is one to a preflight only where the command asks as one, and to a page only where it names one. */
function answersOf(call: CallClues): SeenAnswer[] {
  const command = call.find(({ kind }) => kind === 'curl');
  const asked = command?.preflight ?? null;
  const named = call.some(({ request }) => request?.pageOrigin !== undefined);
  return call.flatMap(({ answers = [] }) =>
    answers.map((answer) => ({
      ...answer,
      preflight: answer.preflight ?? asked,
      ...(command !== undefined && !named ? { withoutOrigin: true } : {})
    }))
  );
}

function scrubAnswer(answer: SeenAnswer): ScrubResult<SeenAnswer> {
  const { value: headers, removed } = scrubHeaders(answer.response.headers);
  return { value: { ...answer, response: { ...answer.response, headers } }, removed };
}

/** The first that is said of each part; headers and needs of all together. */
function requestOf(call: CallClues): Partial<PageRequest> {
  const all = call.map(({ request = {} }) => request);
  const merged: Partial<PageRequest> = {};
  for (const request of [...all].reverse()) Object.assign(merged, request);
  const headers = byName(all.flatMap((request) => request.headers ?? []));
  const needs = all.flatMap((request) => request.needs ?? []);
  return {
    ...merged,
    ...(headers.length === 0 ? {} : { headers }),
    ...(needs.length === 0 ? {} : { needs: onceEach(needs) })
  };
}

/** Each name once, with the value that a tool shows before one that is not known. */
function byName(headers: readonly Header[]): Header[] {
  const kept = new Map<string, Header>();
  for (const header of headers) {
    const name = header[0].toLowerCase();
    const before = kept.get(name);
    if (before === undefined || (before[1] === '' && header[1] !== '')) kept.set(name, header);
  }
  return [...kept.values()];
}

/** The same value stands in several lines of a console. */
function onceEachPlace(removed: readonly RemovedSecret[]): RemovedSecret[] {
  const kept = new Map<string, RemovedSecret>();
  for (const each of removed) kept.set(`${each.place} ${each.length} ${each.name}`, each);
  return [...kept.values()];
}

function onceEach(names: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const name of names) if (!kept.has(name.toLowerCase())) kept.set(name.toLowerCase(), name);
  return [...kept.values()];
}
