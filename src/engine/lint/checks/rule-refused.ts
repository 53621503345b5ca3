import { defineCheck } from '../check.ts';
import { errorOf, refusalOf } from '../refusal.ts';
import { headOf } from '../visit.ts';

/** A rule that the store would not save, for a reason that no other check names. */
export const ruleRefused = defineCheck({
  id: 'rule-refused',
  isAcross: true,
  needsWhole: true,
  examples: {
    bad: [
      {
        provider: 'azure-blob',
        level: 'error',
        rule: 0,
        rules: [{ allowedHeaders: ['x-a-*', 'x-b-*', 'x-c-*'] }]
      }
    ],
    good: [{ provider: 'azure-blob', rules: [{ allowedHeaders: ['x-a-*', 'x-b-*'] }] }]
  },
  run(context, report) {
    const saved = refusalOf(context);
    const at = saved?.rule ?? null;
    const rule = at === null ? undefined : context.rules[at];
    if (saved === null || at === null || rule === undefined) return;
    const span = headOf(context.text, rule.span);
    report({ error: errorOf(saved) }, { span, rule: at, level: 'error', effect: 'refused' });
  }
});
