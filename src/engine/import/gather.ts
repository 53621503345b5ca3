import type { PageRequest } from '../model.ts';
import { questionsOf } from './questions.ts';
import { scrubHeaders, scrubUrl } from './secrets.ts';
import type { Clue, Symptom, SymptomCode } from './symptom.ts';

/** What follows a failure, or says no more than that there was one: any other cause is believed before these. */
const VAGUE: ReadonlySet<SymptomCode> = new Set(['call-failed', 'network', 'http-error']);

/** The clues of one call. */
type Call = [Clue, ...Clue[]];

const isPlain = ({ causes = [] }: Clue): boolean =>
  causes[0] !== undefined && !VAGUE.has(causes[0]);
const isBlamed = ({ causes = [] }: Clue): boolean => causes.length > 0;

/**
 * Puts together what a text tells of its first call that failed for a named reason, else of the first that failed, else of the
 * first. In: the clues in the order of the text, at least one. Secrets are hidden from here on.
 */
export function gather(clues: Call): Symptom {
  const calls = callsOf(clues);
  const call =
    calls.find((each) => each.some(isPlain)) ??
    calls.find((each) => each.some(isBlamed)) ??
    calls[0];
  const others = calls.filter((each) => each !== call && each.some(isBlamed)).length;
  const blamed = call.find(isPlain) ?? call.find(isBlamed);
  const first = <T>(pick: (clue: Clue) => T | null | undefined): T | null => {
    for (const clue of call) {
      const value = pick(clue);
      if (value !== null && value !== undefined) return value;
    }
    return null;
  };
  const known = {
    kind: (blamed ?? call[0]).kind,
    engine: first(({ engine }) => engine),
    causes: blamed?.causes ?? [],
    request: requestOf(call),
    headersKnown: call.some(({ headersKnown }) => headersKnown === true),
    preflight: call.some(({ preflight }) => preflight === true)
      ? true
      : first(({ preflight }) => preflight),
    status: blamed?.status ?? first(({ status }) => status),
    value: blamed?.value ?? null,
    location: first(({ location }) => location),
    answers: call.flatMap(({ answers = [] }) => answers),
    client: first(({ client }) => client),
    store: first(({ store }) => store),
    others
  };
  return { ...known, missing: questionsOf(known) };
}

/**
 * Lines belong to one call until another address is named, or another plain cause once the call has its address: WebKit
 * names the cause first, the others name both in one line.
 */
function callsOf([first, ...rest]: Call): [Call, ...Call[]] {
  const calls: [Call, ...Call[]] = [[first]];
  let current: Call = calls[0];
  for (const clue of rest) {
    if (isAnother(current, clue)) calls.push((current = [clue]));
    else current.push(clue);
  }
  return calls;
}

function isAnother(call: Call, clue: Clue): boolean {
  const url = call.find(({ request }) => request?.url !== undefined)?.request?.url;
  const own = clue.request?.url;
  if (own !== undefined) return url !== undefined && own !== url;
  const cause = call.find(isPlain)?.causes?.[0];
  return url !== undefined && isPlain(clue) && cause !== undefined && clue.causes?.[0] !== cause;
}

/** The first that is said of each part; headers and needs of all together. */
function requestOf(call: Call): Partial<PageRequest> {
  const merged: { -readonly [Part in keyof PageRequest]?: PageRequest[Part] } = {};
  for (const { request = {} } of call) {
    const { headers = [], needs = [] } = request;
    const own = { ...request, ...merged };
    Object.assign(merged, own);
    if (headers.length > 0)
      merged.headers = joined(merged.headers ?? [], headers, ([name]) => name);
    if (needs.length > 0) merged.needs = joined(merged.needs ?? [], needs, (name) => name);
  }
  if (merged.url !== undefined) merged.url = scrubUrl(merged.url);
  if (merged.headers !== undefined) merged.headers = scrubHeaders(merged.headers);
  return merged;
}

/** Both lists, each name once. */
function joined<T>(first: readonly T[], second: readonly T[], nameOf: (item: T) => string): T[] {
  const names = new Set(first.map((item) => nameOf(item).toLowerCase()));
  const more = second.filter((item) => {
    const name = nameOf(item).toLowerCase();
    return !names.has(name) && names.add(name);
  });
  return [...first, ...more];
}
