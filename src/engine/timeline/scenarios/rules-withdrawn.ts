import { NO_RULES, type Scenario } from '../scenario.ts';

/**
 * The rules are deleted a second after a call, and the next one goes out on the preflight that is still kept.
 * https://fetch.spec.whatwg.org/#concept-cache
 */
export const rulesWithdrawn: Scenario = {
  id: 'rules-withdrawn',
  cdn: false,
  twoPages: false,
  mends: ['wait', 'reload', 'other-query'],
  acts: ({ request }) => [
    { kind: 'call', at: 0, request, reload: false },
    { kind: 'rules', at: 1, ruleSet: NO_RULES },
    { kind: 'call', at: 2, request, reload: false }
  ]
};
