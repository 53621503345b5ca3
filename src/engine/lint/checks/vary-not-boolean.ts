import { defineCheck } from '../check.ts';

/** The setting is `true` or `false`. https://www.tencentcloud.com/document/product/436/8279 */
export const varyNotBoolean = defineCheck({
  id: 'vary-not-boolean',
  isAcross: true,
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        vary: '«yes»',
        rules: [{ allowedOrigins: ['*'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', vary: 'false', rules: [{ allowedOrigins: ['*'] }] }]
  },
  run({ read, probe }, report) {
    const { responseVary } = read.ruleSet;
    if (responseVary === null || /^(true|false)$/.test(responseVary.value)) return;
    if (!probe.heedsVary()) return;
    const lower = responseVary.value.trim().toLowerCase();
    if (lower === 'true' && probe.varies(responseVary.value)) return;
    const { value, span } = responseVary;
    const refused = probe.refusesVary(value);
    const mend =
      lower === 'true' || lower === 'false'
        ? [{ kind: 'set-response-vary' as const, value: lower === 'true' }]
        : null;
    report(
      { value },
      {
        span,
        rule: null,
        level: refused ? 'error' : 'warning',
        effect: refused ? 'refused' : null,
        mend
      }
    );
  }
});
