import { defineCheck } from '../check.ts';
import { eachValue, removal } from '../visit.ts';

/** The preflight itself is an OPTIONS, and asks for another method; most stores refuse to have it listed. */
export const methodOptions = defineCheck({
  id: 'method-options',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedMethods: ['GET', '«OPTIONS»'] }]
      },
      {
        provider: 'google-cloud-storage',
        level: 'hint',
        rules: [{ allowedMethods: ['GET', '«OPTIONS»'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ allowedMethods: ['GET'] }] }]
  },
  run({ rules, probe }, report) {
    eachValue({ rules }, 'allowedMethods', (visited) => {
      const { value, span, rule, at } = visited;
      if (value.toUpperCase() !== 'OPTIONS') return;
      const refused = probe.refuses({ allowedMethods: [value] });
      const mend = rule.allowedMethods.length > 1 ? [removal(visited)] : null;
      const level = refused ? 'error' : 'hint';
      report({}, { span, rule: at, level, effect: refused ? 'refused' : null, mend });
    });
  }
});
