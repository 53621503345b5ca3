import type { PageRequest, RuleSet } from '../model.ts';

/** One act of a scenario, at its second. The moments that follow from it are played, not written. */
export type Act =
  | {
      kind: 'rules';
      at: number;
      /** The rules in force from now on. */
      ruleSet: RuleSet;
    }
  | {
      /** An `<img>` or a link to the file. */
      kind: 'element';
      at: number;
      page: string;
      url: string;
      /** The element's attribute; null where it has none, so that no Origin is sent. */
      crossorigin: 'anonymous' | 'use-credentials' | null;
      /** In another person's browser, whose cache no later act meets. */
      elsewhere: boolean;
    }
  | {
      kind: 'call';
      at: number;
      request: PageRequest;
      /** `cache: 'reload'` of the call. */
      reload: boolean;
    };

/** What stands between the pages and the bucket. */
export interface CacheSetup {
  /** Seconds for which the file's answers are fresh: its Cache-Control, or what a cache makes of its age. */
  lifetime: number;
  /** A cache that all visitors share; null where there is none. `keyedBy` are lower-case names. */
  cdn: { keyedBy: readonly string[] } | null;
  /** Something in front of the bucket adds `Vary: Origin` to every answer. */
  addsVary: boolean;
}

/** All that is needed to play a timeline. */
export interface Plan {
  /** The rules in force when it begins. */
  ruleSet: RuleSet;
  /** In the order of time; the last one is the call that the timeline is about. */
  acts: readonly Act[];
  between: CacheSetup;
}

/** The call that the timeline is about; null where the acts end in something else. */
export function lastCall({ acts }: Plan): Extract<Act, { kind: 'call' }> | null {
  const last = acts.at(-1);
  return last?.kind === 'call' ? last : null;
}

/** The plan with its last call changed. */
export function changeLastCall(
  plan: Plan,
  change: (act: Extract<Act, { kind: 'call' }>) => Act
): Plan {
  const last = lastCall(plan);
  return last === null ? plan : { ...plan, acts: [...plan.acts.slice(0, -1), change(last)] };
}
