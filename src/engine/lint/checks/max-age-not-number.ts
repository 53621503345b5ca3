import { defineCheck } from '../check.ts';

/** A max age is a whole number of seconds. https://fetch.spec.whatwg.org/#http-new-header-syntax */
export const maxAgeNotNumber = defineCheck({
  id: 'max-age-not-number',
  examples: {
    bad: [
      { provider: 'tencent-cos', level: 'error', rules: [{ maxAgeSeconds: '«10m»' }] },
      { provider: 'aws-s3', level: 'warning', rules: [{ maxAgeSeconds: '«-1»' }] }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ maxAgeSeconds: '600' }] }]
  },
  run({ rules, probe }, report) {
    for (const [at, { maxAgeSeconds }] of rules.entries()) {
      if (maxAgeSeconds === null || /^\d+$/.test(maxAgeSeconds.value)) continue;
      const { value, span } = maxAgeSeconds;
      const refused = probe.refuses({ maxAgeSeconds: value });
      const mended = value.trim();
      const isClear = /^\d+$/.test(mended);
      if (isClear && !refused) continue;
      report(
        { value },
        {
          span,
          rule: at,
          level: refused ? 'error' : 'warning',
          effect: refused ? 'refused' : null,
          mend: isClear
            ? [{ kind: 'set-value', rule: at, field: 'maxAgeSeconds', value: mended }]
            : null
        }
      );
    }
  }
});
