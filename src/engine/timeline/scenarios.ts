import type { Scenario } from './scenario.ts';
import { cdnFirst } from './scenarios/cdn-first.ts';
import { elementFirst } from './scenarios/element-first.ts';
import { rulesMended } from './scenarios/rules-mended.ts';
import { rulesWithdrawn } from './scenarios/rules-withdrawn.ts';
import { twoPages } from './scenarios/two-pages.ts';

/** Every scenario, in the order in which the page lists them. A new one is one file and one line. */
export const SCENARIOS: readonly [Scenario, ...Scenario[]] = [
  elementFirst,
  twoPages,
  cdnFirst,
  rulesWithdrawn,
  rulesMended
];
