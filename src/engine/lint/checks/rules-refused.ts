import { defineCheck } from '../check.ts';
import { errorOf, refusalOf } from '../refusal.ts';
import { topOf } from '../visit.ts';

/** Rules that the store would not save together: too long, for one. */
export const rulesRefused = defineCheck({
  id: 'rules-refused',
  isAcross: true,
  needsWhole: true,
  examples: {
    bad: [
      {
        provider: 'alibaba-oss',
        level: 'error',
        rules: Array.from({ length: 10 }, (_, rule) => ({
          allowedOrigins: Array.from(
            { length: 20 },
            (_, index) => `https://an-app-with-a-long-name-${rule}-${index}.example.com`
          )
        }))
      }
    ],
    good: [{ provider: 'alibaba-oss', rules: [{}] }]
  },
  run(context, report) {
    const saved = refusalOf(context);
    if (saved === null || saved.rule !== null) return;
    report(
      { error: errorOf(saved) },
      { span: topOf(context.text), rule: null, level: 'error', effect: 'refused' }
    );
  }
});
