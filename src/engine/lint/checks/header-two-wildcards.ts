import { isToken } from '../../3-browser/syntax.ts';
import { defineCheck } from '../check.ts';
import { eachValue } from '../visit.ts';

/** No store takes more than one `*` in the name of a header; some refuse it. */
export const headerTwoWildcards = defineCheck({
  id: 'header-two-wildcards',
  examples: {
    bad: [{ provider: 'aws-s3', level: 'error', rules: [{ allowedHeaders: ['«x-*-meta-*»'] }] }],
    good: [{ provider: 'aws-s3', rules: [{ allowedHeaders: ['x-amz-*'] }] }]
  },
  run({ rules, probe }, report) {
    eachValue({ rules }, 'allowedHeaders', ({ value, span, at }) => {
      if (!isToken(value) || value.indexOf('*') === value.lastIndexOf('*')) return;
      const severity = probe.header(value, value.replaceAll('*', 'w').toLowerCase());
      if (severity !== null) report({ value }, { span, rule: at, ...severity });
    });
  }
});
