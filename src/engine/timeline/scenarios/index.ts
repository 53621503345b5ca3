import type { Scenario } from '../scenario.ts';
import { cdnFirst } from './cdn-first.ts';
import { elementFirst } from './element-first.ts';
import { rulesMended } from './rules-mended.ts';
import { rulesWithdrawn } from './rules-withdrawn.ts';
import { twoPages } from './two-pages.ts';

/** Every scenario, in the order in which the page lists them. A new one is one file and one line. */
export const SCENARIOS: readonly [Scenario, ...Scenario[]] = [
  elementFirst,
  twoPages,
  cdnFirst,
  rulesWithdrawn,
  rulesMended
];
