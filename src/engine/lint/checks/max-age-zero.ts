import { defineCheck } from '../check.ts';

/** Nothing is kept, and every call that needs a preflight has one. https://fetch.spec.whatwg.org/#concept-cache-create-entry */
export const maxAgeZero = defineCheck({
  id: 'max-age-zero',
  examples: {
    bad: [{ provider: 'tencent-cos', level: 'hint', rules: [{ maxAgeSeconds: '«0»' }] }],
    good: [{ provider: 'tencent-cos', rules: [{ maxAgeSeconds: '1' }] }]
  },
  run({ rules }, report) {
    for (const [at, { maxAgeSeconds }] of rules.entries()) {
      if (maxAgeSeconds === null || !/^0+$/.test(maxAgeSeconds.value)) continue;
      report({}, { span: maxAgeSeconds.span, rule: at, level: 'hint' });
    }
  }
});
