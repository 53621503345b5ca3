import { defineCheck } from '../check.ts';
import { eachLacking } from '../lacking.ts';

/** No rule takes a call without an origin that it allows. */
export const ruleWithoutOrigins = defineCheck({
  id: 'rule-without-origins',
  needsWhole: true,
  examples: {
    bad: [{ provider: 'tencent-cos', level: 'error', rule: 0, rules: [{ allowedOrigins: [] }] }],
    good: [{ provider: 'tencent-cos', rules: [{}] }]
  },
  run: (context, report) => eachLacking(context, 'allowedOrigins', report)
});
