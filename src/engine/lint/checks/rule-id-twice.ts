import { defineCheck } from '../check.ts';

/** A name that two rules share tells neither from the other, and some stores refuse it. */
export const ruleIdTwice = defineCheck({
  id: 'rule-id-twice',
  isAcross: true,
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'hint',
        rules: [
          { id: 'reading' },
          { id: '«reading»', allowedMethods: ['PUT'], exposeHeaders: ['ETag'] }
        ]
      }
    ],
    good: [
      {
        provider: 'tencent-cos',
        rules: [
          { id: 'reading' },
          { id: 'writing', allowedMethods: ['PUT'], exposeHeaders: ['ETag'] }
        ]
      }
    ]
  },
  run({ rules, probe }, report) {
    const first = new Map<string, number>();
    for (const [at, { id }] of rules.entries()) {
      if (id === null || id.value === '') continue;
      const { value, span } = id;
      const earlier = first.get(value);
      if (earlier === undefined) {
        first.set(value, at);
        continue;
      }
      const refused =
        !probe.refuses({ id: value }) && !probe.save([{ id: value }, { id: value }]).accepted;
      report(
        { value, earlier: earlier + 1 },
        { span, rule: at, level: refused ? 'error' : 'hint', effect: refused ? 'refused' : null }
      );
    }
  }
});
