import { defineCheck } from '../check.ts';
import { answerTo } from '../answer.ts';
import { eachValue } from '../visit.ts';

/** Some stores answer `*` with the caller's own origin and allow credentials, which no browser lets `*` itself do. */
export const originAnyEchoed = defineCheck({
  id: 'origin-any-echoed',
  examples: {
    bad: [
      {
        provider: 'minio',
        level: 'hint',
        format: 'minio-setting',
        rules: [{ allowedOrigins: ['«*»'] }]
      }
    ],
    good: [
      { provider: 'aws-s3', rules: [{ allowedOrigins: ['*'] }] },
      { provider: 'minio', format: 'minio-setting', rules: [{}] }
    ]
  },
  run(context, report) {
    eachValue(context, 'allowedOrigins', ({ value, span, at }) => {
      if (value !== '*') return;
      const { origin, credentials } = answerTo(context, value);
      if (origin === 'echo' && credentials) report({ value }, { span, rule: at, level: 'hint' });
    });
  }
});
