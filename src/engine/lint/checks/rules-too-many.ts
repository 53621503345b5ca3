import { defineCheck, type LintContext } from '../check.ts';
import { headOf } from '../visit.ts';

/** The most rules that the store takes, where it refuses `count` of them. */
function limitOf({ probe }: LintContext, count: number): number {
  let [taken, refused] = [1, count];
  while (refused - taken > 1) {
    const middle = Math.floor((taken + refused) / 2);
    if (probe.save(Array(middle).fill({})).accepted) taken = middle;
    else refused = middle;
  }
  return taken;
}

/** Every store has a limit, from one rule to a hundred; it is read off what the store takes. */
export const rulesTooMany = defineCheck({
  id: 'rules-too-many',
  isAcross: true,
  examples: {
    bad: [
      {
        provider: 'alibaba-oss',
        level: 'error',
        rule: 10,
        rules: Array.from({ length: 11 }, (_, index) => ({
          allowedOrigins: [`https://app-${index}.example.com`]
        }))
      }
    ],
    good: [
      {
        provider: 'alibaba-oss',
        rules: Array.from({ length: 10 }, (_, index) => ({
          allowedOrigins: [`https://app-${index}.example.com`]
        }))
      }
    ]
  },
  run(context, report) {
    const { rules, probe, text } = context;
    const count = rules.length;
    if (count < 2 || probe.save(Array(count).fill({})).accepted) return;
    const limit = limitOf(context, count);
    const beyond = rules[limit];
    if (beyond === undefined) return;
    report(
      { count, limit },
      { span: headOf(text, beyond.span), rule: limit, level: 'error', effect: 'refused' }
    );
  }
});
