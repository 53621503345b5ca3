import { answerTo } from '../answer.ts';
import { defineCheck } from '../check.ts';
import { eachValue } from '../visit.ts';

/** A call with credentials is refused where the answer says `*`, or does not allow credentials. https://fetch.spec.whatwg.org/#concept-cors-check */
export const originAnyWithCredentials = defineCheck({
  id: 'origin-any-with-credentials',
  examples: {
    bad: [
      {
        provider: 'aws-s3',
        level: 'warning',
        credentials: true,
        rules: [{ allowedOrigins: ['«*»'] }]
      }
    ],
    good: [
      { provider: 'aws-s3', rules: [{ allowedOrigins: ['*'] }] },
      { provider: 'aws-s3', credentials: true, rules: [{}] }
    ]
  },
  run(context, report) {
    if (!context.credentials) return;
    eachValue(context, 'allowedOrigins', ({ value, span, at }) => {
      if (value !== '*') return;
      const { origin, credentials } = answerTo(context, value);
      if (origin === 'star' || (origin === 'echo' && !credentials)) {
        report({ value }, { span, rule: at, level: 'warning' });
      }
    });
  }
});
