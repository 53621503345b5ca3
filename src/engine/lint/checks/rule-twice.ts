import { plainRule } from '../../1-read/plain.ts';
import { LIST_FIELDS, type Rule } from '../../model.ts';
import { defineCheck } from '../check.ts';
import { headOf } from '../visit.ts';

/** All that a rule says but for its name; the order of a list says nothing. */
function keyOf(rule: Rule): string {
  const plain = plainRule(rule);
  return JSON.stringify([
    LIST_FIELDS.map((field) => [...plain[field]].sort()),
    plain.maxAgeSeconds
  ]);
}

/** A rule that says what an earlier one says never answers. */
export const ruleTwice = defineCheck({
  id: 'rule-twice',
  isAcross: true,
  needsWhole: true,
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        rule: 1,
        rules: [{ allowedMethods: ['GET', 'HEAD'] }, { allowedMethods: ['HEAD', 'GET'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{}, { allowedOrigins: ['https://b.example.com'] }] }]
  },
  run({ rules, text }, report) {
    const first = new Map<string, number>();
    for (const [at, rule] of rules.entries()) {
      if (rule.allowedOrigins.length === 0) continue;
      const key = keyOf(rule);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, at);
      else {
        const span = headOf(text, rule.span);
        const mend = [{ kind: 'remove-rule' as const, rule: at }];
        report({ earlier: earlier + 1 }, { span, rule: at, level: 'warning', mend });
      }
    }
  }
});
