import type { TriageCheck } from './check.ts';
import { contextOf, type TriageInput } from './context.ts';
import { REASONS, type ReasonId } from './reasons.ts';
import { signsOf, type Sign } from './sign.ts';

/** One reason, weighed for a call. */
export interface Suspicion {
  id: ReasonId;
  /** What makes it likely; empty where nothing does. */
  signs: Sign[];
  check: TriageCheck;
  source: string;
}

/** Whether there is anything to suspect: a call that is not sent, or needs no CORS, has its cause elsewhere. */
export const isTriable = (input: TriageInput): boolean => contextOf(input) !== null;

/**
 * Why a call may fail although its rules are right: those reasons first for which the most speaks, then by how common they
 * are. In: the call, its rules and its store. Out: every reason, each with one way to tell it apart that changes nothing at
 * the bucket and is safe to paste; empty for a call that is not sent or needs no CORS.
 */
export function triage(input: TriageInput): Suspicion[] {
  const context = contextOf(input);
  if (context === null) return [];
  return REASONS.map(({ id, signs, check, source }) => ({
    id,
    source,
    signs: signsOf(signs, context),
    check: check(context)
  })).sort((one, other) => other.signs.length - one.signs.length);
}
