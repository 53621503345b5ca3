import { defineCheck } from '../check.ts';

/** `ResponseVary` is a setting of COS and OSS, and of what stands in for them. https://www.tencentcloud.com/document/product/436/8279 */
export const varyElsewhere = defineCheck({
  id: 'vary-elsewhere',
  isAcross: true,
  examples: {
    bad: [{ provider: 'aws-s3', level: 'warning', format: 's3-xml', vary: '«true»', rules: [{}] }],
    good: [{ provider: 'tencent-cos', vary: 'true', rules: [{}] }]
  },
  run({ read, probe }, report) {
    const { responseVary } = read.ruleSet;
    if (responseVary === null || probe.heedsVary()) return;
    report(
      {},
      {
        span: responseVary.span,
        rule: null,
        level: 'warning',
        mend: [{ kind: 'set-response-vary', value: null }]
      }
    );
  }
});
