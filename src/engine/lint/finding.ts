import type { Change, Coded, Span } from '../model.ts';
import type { FindingArgs } from './args.ts';

/** The graver first. */
export const LEVELS = ['error', 'warning', 'hint'] as const;
/**
 * `error`: the store refuses to save it, or it can never match. `warning`: it works otherwise than its writer thinks.
 * `hint`: it works, and is unwise.
 */
export type Level = (typeof LEVELS)[number];

/** What becomes of it: the store does not save it, or saves it and no request meets it; null where it works. */
export type Effect = 'refused' | 'unmatched' | null;

/** Something about the rules that their writer should know, though they can be read. */
export type Finding = Coded<FindingArgs> & {
  level: Level;
  effect: Effect;
  /** Proper name of the store. */
  store: string;
  span: Span;
  /** Counted from 0; null where it is about the whole text. */
  rule: number | null;
  /** The one right change; null where there is none, or more than one. */
  mend: Change[] | null;
};

/** What the store makes of something, in short. */
export interface Severity {
  effect: Effect;
  level: Level;
}

/** A list of findings no longer than this is of use; one more then says that there are more, and another that the store does not save it. */
export const FINDING_LIMIT = 200;
