import { variesByOrigin } from '../3-browser/check/vary.ts';
import type { Coded, Decision } from '../model.ts';
import {
  ageOf,
  allowOriginOf,
  exposedBy,
  grantedBy,
  type CallAnswer,
  type TestCall
} from './call.ts';

interface ListDelta {
  /** What the answer before has and the one after has not; and the other way round. */
  lost: string[];
  gained: string[];
}

/** In what two answers to one call differ, the gravest first. */
interface ChangeArgs {
  /** The call worked, and does no more. */
  blocked: Record<string, never>;
  /** The call did not work, and does now. */
  allowed: Record<string, never>;
  /** The same of a call with cookies, where the one without stays as it is. */
  'blocked-with-credentials': Record<string, never>;
  'allowed-with-credentials': Record<string, never>;
  /** Headers of the answer that a script can read. */
  exposed: ListDelta;
  /** Seconds for which the preflight's answer is kept; null where a browser does not keep it. */
  'max-age': { before: number | null; after: number | null };
  /** Whether caches are told that the answer differs by Origin. */
  vary: { before: boolean; after: boolean };
  /** `*` or the origin itself, where the call works either way. */
  'allow-origin': { before: string; after: string };
  /** What the preflight's answer allows beyond what was asked. */
  'allow-methods': ListDelta;
  'allow-headers': ListDelta;
}

export type ChangeCode = keyof ChangeArgs;
export type AnswerChange = Coded<ChangeArgs>;

/** In the order of their gravity. */
export const CHANGE_CODES = [
  'blocked',
  'allowed',
  'blocked-with-credentials',
  'allowed-with-credentials',
  'exposed',
  'max-age',
  'vary',
  'allow-origin',
  'allow-methods',
  'allow-headers'
] as const satisfies readonly ChangeCode[];

/** Changes of an answer's text with which every single call goes on as before. */
const SAID_OTHERWISE: ReadonlySet<ChangeCode> = new Set([
  'allow-origin',
  'allow-methods',
  'allow-headers'
]);

/** Whether a call goes otherwise, or what comes of it is read or kept otherwise. */
export const isOfMeaning = (code: ChangeCode): boolean => !SAID_OTHERWISE.has(code);

function listsOf(before: readonly string[], after: readonly string[]): ListDelta | null {
  const lost = before.filter((name) => !after.includes(name));
  const gained = after.filter((name) => !before.includes(name));
  return lost.length + gained.length === 0 ? null : { lost, gained };
}

function outcomeChanges(before: CallAnswer, after: CallAnswer): AnswerChange[] {
  const changes: AnswerChange[] = [];
  if (before.allowed !== after.allowed) {
    changes.push({ code: before.allowed ? 'blocked' : 'allowed', args: {} });
  } else if (before.allowedWithCredentials !== after.allowedWithCredentials) {
    const code = before.allowedWithCredentials
      ? 'blocked-with-credentials'
      : 'allowed-with-credentials';
    changes.push({ code, args: {} });
  }
  return changes;
}

/** What a page sees of an answer that it gets either way. */
function readChanges(before: CallAnswer, after: CallAnswer): AnswerChange[] {
  const changes: AnswerChange[] = [];
  const both = [before, after];
  const exposed = listsOf(exposedBy(before, both), exposedBy(after, both));
  if (exposed !== null) changes.push({ code: 'exposed', args: exposed });
  const [age, ageAfter] = [ageOf(before), ageOf(after)];
  if (age !== ageAfter) changes.push({ code: 'max-age', args: { before: age, after: ageAfter } });
  const [origin, originAfter] = [allowOriginOf(before) ?? '', allowOriginOf(after) ?? ''];
  if (origin !== originAfter) {
    changes.push({ code: 'allow-origin', args: { before: origin, after: originAfter } });
  }
  const [granted, grantedAfter] = [grantedBy(before), grantedBy(after)];
  const methods = listsOf(granted.methods, grantedAfter.methods);
  if (methods !== null) changes.push({ code: 'allow-methods', args: methods });
  const headers = listsOf(granted.headers, grantedAfter.headers);
  if (headers !== null) changes.push({ code: 'allow-headers', args: headers });
  return changes;
}

/** What caches see, whoever asked. */
function cacheChanges(before: CallAnswer, after: CallAnswer): AnswerChange[] {
  const args = {
    before: variesByOrigin(before.actual.headers),
    after: variesByOrigin(after.actual.headers)
  };
  return args.before === args.after ? [] : [{ code: 'vary', args }];
}

/** True where two answers of the same request are the same on the wire, which is quicker to see than what they mean. */
const saysSame = (one: Decision | null, other: Decision | null): boolean =>
  one?.status === other?.status &&
  one?.headers.length === other?.headers.length &&
  (one?.headers ?? []).every(([name, value], index) => {
    const [otherName, otherValue] = other?.headers[index] ?? [];
    return name === otherName && value === otherValue;
  });

/**
 * In what two answers to a call differ. How a refusal is worded is no difference: no page can read it. A request without an
 * Origin is no cross-origin call, and its answer concerns caches only.
 */
export function changesOf(call: TestCall, before: CallAnswer, after: CallAnswer): AnswerChange[] {
  if (saysSame(before.preflight, after.preflight) && saysSame(before.actual, after.actual))
    return [];
  if (call.origin === null) return cacheChanges(before, after);
  if (before.allowed !== after.allowed) return outcomeChanges(before, after);
  return [
    ...outcomeChanges(before, after),
    ...(before.allowed ? readChanges(before, after) : []),
    ...cacheChanges(before, after)
  ];
}
