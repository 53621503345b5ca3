import { NO_RULES, type Scenario } from '../scenario.ts';

/**
 * The bucket has no rules at first. They are saved a minute later, and the browser may still have the answer from before:
 * a refused preflight is never kept, the answer to a simple request is.
 */
export const rulesMended: Scenario = {
  id: 'rules-mended',
  cdn: false,
  twoPages: false,
  mends: ['reload', 'other-query', 'wait'],
  acts: ({ request, ruleSet }) => [
    { kind: 'rules', at: 0, ruleSet: NO_RULES },
    { kind: 'call', at: 0, request, reload: false },
    { kind: 'rules', at: 60, ruleSet },
    { kind: 'call', at: 90, request, reload: false }
  ]
};
