import { isToken } from '../../3-browser/syntax.ts';
import { defineCheck } from '../check.ts';
import { eachValue } from '../visit.ts';

/** A `*` within a name of a header, at a store for which it stands for itself there. */
export const headerWildcardUntaken = defineCheck({
  id: 'header-wildcard-untaken',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        rules: [{ allowedHeaders: ['«x-cos-meta-*»'] }]
      },
      { provider: 'azure-blob', level: 'error', rules: [{ allowedHeaders: ['«*-meta»'] }] }
    ],
    good: [
      { provider: 'aws-s3', rules: [{ allowedHeaders: ['x-amz-*'] }] },
      { provider: 'tencent-cos', rules: [{ allowedHeaders: ['*'] }] }
    ]
  },
  run({ rules, probe }, report) {
    eachValue({ rules }, 'allowedHeaders', ({ value, span, at }) => {
      const star = value.indexOf('*');
      if (star === -1 || star !== value.lastIndexOf('*') || !isToken(value)) return;
      const severity = probe.header(value, value.replace('*', 'x-w').toLowerCase());
      if (severity !== null) report({ value }, { span, rule: at, ...severity });
    });
  }
});
