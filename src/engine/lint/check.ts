import type { ReadResult } from '../1-read/format.ts';
import type { Change, Rule, Span } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import type { CheckArgs, CheckId, FindingArgs } from './args.ts';
import type { BadExample, LintExample } from './example.ts';
import type { Effect, Finding, Level } from './finding.ts';
import type { LintMemory } from './memory.ts';
import type { GradedProbe } from './graded-probe.ts';

/** What a check looks at. */
export interface LintContext {
  read: ReadResult;
  text: string;
  rules: readonly Rule[];
  provider: Provider;
  /** What the store does with a rule that holds one thing only. */
  probe: GradedProbe;
  /** True where the call that the rules are for sends credentials. */
  credentials: boolean;
  /** What was found so far, by the checks before this one. */
  found: readonly Finding[];
  /** What was found in the text before this one. */
  memory: LintMemory;
}

/** Where something was found, and what becomes of it. */
export interface FindingPlace {
  span: Span;
  rule: number | null;
  level: Level;
  effect?: Effect;
  mend?: Change[] | null;
}

type ReportFinding = <C extends keyof FindingArgs>(
  code: C,
  args: FindingArgs[C],
  place: FindingPlace
) => void;

/** One check: what it looks for, and texts that show it. Its words are in the catalogue by its id. */
export interface Check<C extends CheckId = CheckId> {
  id: C;
  /** True where a part of the text that could not be read might be what it misses. */
  needsWhole?: true;
  /** True where it looks beyond one rule at a time; what others find of a rule is told again while it stays the same. */
  isAcross?: true;
  examples: { bad: readonly BadExample[]; good: readonly LintExample[] };
  run(context: LintContext, report: (args: CheckArgs[C], place: FindingPlace) => void): void;
}

/** A check in the form in which all stand in one list. */
export interface AnyCheck extends Omit<Check, 'run'> {
  run(context: LintContext, report: ReportFinding): void;
}

/** Names the check's id with each of its reports. */
export const defineCheck = <C extends CheckId>(check: Check<C>): AnyCheck => ({
  ...check,
  run: (context, report) =>
    check.run(context, (args, place) => report<CheckId>(check.id, args, place))
});
