import { defineCheck } from '../check.ts';
import { eachLacking } from '../lacking.ts';

/** No rule takes a call without a method that it allows. */
export const ruleWithoutMethods = defineCheck({
  id: 'rule-without-methods',
  needsWhole: true,
  examples: {
    bad: [{ provider: 'tencent-cos', level: 'error', rule: 0, rules: [{ allowedMethods: [] }] }],
    good: [{ provider: 'tencent-cos', rules: [{}] }]
  },
  run: (context, report) => eachLacking(context, 'allowedMethods', report)
});
