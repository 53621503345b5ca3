import { coverage } from '../../compare/cover.ts';
import { plainRule } from '../../1-read/plain.ts';
import type { AnyCheck } from '../check.ts';
import { headOf } from '../visit.ts';

/** A rule whose every request an earlier one takes, or stops. Exact: the store itself is asked. */
export const ruleNeverAnswers: AnyCheck = {
  id: 'rule-never-answers',
  isAcross: true,
  needsWhole: true,
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        rule: 1,
        rules: [{ allowedOrigins: ['https://*.example.com'], allowedHeaders: ['*'] }, {}]
      },
      {
        provider: 'ceph-rgw',
        level: 'warning',
        rule: 1,
        rules: [{}, { allowedMethods: ['DELETE'] }]
      }
    ],
    good: [
      {
        provider: 'tencent-cos',
        rules: [{}, { allowedOrigins: ['https://*.example.com'], allowedHeaders: ['*'] }]
      }
    ]
  },
  run({ rules, text, read, provider, found, memory }, report) {
    const said = new Set(found.filter(({ code }) => code === 'rule-twice').map(({ rule }) => rule));
    const { id } = provider;
    const asked = rules.map((rule) => JSON.stringify([id, plainRule(rule)]));
    const { covered, from } = coverage(provider, read.ruleSet, memory.recallCoverage(asked));
    for (const { rule: at, by } of covered) {
      const rule = rules[at];
      if (rule === undefined || said.has(at)) continue;
      const earlier = by === null ? [] : [by + 1];
      report(
        'rule-never-answers',
        { earlier },
        { span: headOf(text, rule.span), rule: at, level: 'warning' }
      );
    }
    const next = from === null ? undefined : rules[from];
    if (from === null || next === undefined) return;
    const span = headOf(text, next.span);
    report('rules-not-compared', { from: from + 1 }, { span, rule: from, level: 'hint' });
  }
};
