import { defineCheck } from '../check.ts';
import { eachValue, removal } from '../visit.ts';

/** Sandboxed frames, local files and data addresses all send `null`, those of strangers too. */
export const originNull = defineCheck({
  id: 'origin-null',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        rules: [{ allowedOrigins: ['https://app.example.com', '«null»'] }]
      },
      { provider: 'cloudflare-r2', level: 'error', rules: [{ allowedOrigins: ['«null»'] }] }
    ],
    good: [{ provider: 'tencent-cos', rules: [{}] }]
  },
  run({ rules, probe }, report) {
    eachValue({ rules }, 'allowedOrigins', (visited) => {
      const { value, span, rule, at } = visited;
      if (value !== 'null') return;
      const severity = probe.origin(value, value) ?? { level: 'warning', effect: null };
      const mend = rule.allowedOrigins.length > 1 ? [removal(visited)] : null;
      report({}, { span, rule: at, ...severity, mend });
    });
  }
});
