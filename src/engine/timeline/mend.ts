import { parseUrl } from '../3-browser/url/parse-url.ts';
import type { Coded, RuleSet } from '../model.ts';
import { changeLastCall, lastCall, type Act, type Plan } from './plan.ts';

/** The closed set of what can be done, each with what its sentence names. */
export interface TimelineMendArgs {
  /** The element asks with an Origin too. */
  crossorigin: { value: 'anonymous' | 'use-credentials' };
  /** The store's own setting that puts Vary on every answer. */
  'response-vary': Record<string, never>;
  /** Something in front of the bucket puts it there. */
  'edge-vary': Record<string, never>;
  /** The CDN keeps an answer for each Origin. */
  'cdn-key': Record<string, never>;
  'other-query': { url: string };
  reload: Record<string, never>;
  wait: { seconds: number };
}
export type TimelineMendCode = keyof TimelineMendArgs;
export type TimelineMend = Coded<TimelineMendArgs>;

/** How one mend changes the plan. `wait` is in seconds. */
type PlanChange = (plan: Plan, wait: number) => Plan;

const mapActs = (plan: Plan, change: (act: Act) => Act): Plan => ({
  ...plan,
  acts: plan.acts.map(change)
});

const varying = (ruleSet: RuleSet): RuleSet => ({
  ...ruleSet,
  responseVary: { value: 'true', span: { from: 0, to: 0 } }
});

/** What the element's attribute must say for its request to be like the call's. */
const crossoriginOf = (plan: Plan): 'anonymous' | 'use-credentials' =>
  lastCall(plan)?.request.credentials === 'include' ? 'use-credentials' : 'anonymous';

/** The address with one more parameter, before its fragment. A signed address may not take it. */
function otherQuery(url: string): string {
  const changed = parseUrl(url);
  if (changed === null) return url;
  changed.search = changed.search === '' ? '?cors=1' : `${changed.search}&cors=1`;
  return changed.href;
}

const CHANGES: { [C in TimelineMendCode]: PlanChange } = {
  crossorigin: (plan) =>
    mapActs(plan, (act) =>
      act.kind === 'element' ? { ...act, crossorigin: crossoriginOf(plan) } : act
    ),
  'response-vary': (plan) => ({
    ...mapActs(plan, (act) =>
      act.kind === 'rules' ? { ...act, ruleSet: varying(act.ruleSet) } : act
    ),
    ruleSet: varying(plan.ruleSet)
  }),
  'edge-vary': (plan) => ({ ...plan, between: { ...plan.between, addsVary: true } }),
  'cdn-key': (plan) => ({
    ...plan,
    between: { ...plan.between, cdn: plan.between.cdn && { keyedBy: ['origin'] } }
  }),
  'other-query': (plan) =>
    changeLastCall(plan, (act) => ({
      ...act,
      request: { ...act.request, url: otherQuery(act.request.url) }
    })),
  reload: (plan) => changeLastCall(plan, (act) => ({ ...act, reload: true })),
  wait: (plan, wait) => changeLastCall(plan, (act) => ({ ...act, at: act.at + wait }))
};

/** The plan with mends taken, in the order of the list; `wait` is in seconds. */
export const withMends = (plan: Plan, codes: readonly TimelineMendCode[], wait: number): Plan =>
  codes.reduce((changed, code) => CHANGES[code](changed, wait), plan);

/** The mend with what its sentence names. */
export function mendOf(code: TimelineMendCode, plan: Plan, wait: number): TimelineMend {
  switch (code) {
    case 'crossorigin':
      return { code, args: { value: crossoriginOf(plan) } };
    case 'other-query':
      return { code, args: { url: otherQuery(lastCall(plan)?.request.url ?? '') } };
    case 'wait':
      return { code, args: { seconds: wait } };
    default:
      return { code, args: {} };
  }
}
