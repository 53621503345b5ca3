import { defineCheck } from '../check.ts';
import { originSeverity } from '../severity.ts';
import { isTidy } from '../origin-shape.ts';
import { eachValue } from '../visit.ts';

/** Most stores take one `*` in an origin, and refuse or never match more. */
export const originTwoWildcards = defineCheck({
  id: 'origin-two-wildcards',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['«https://*.example.*»'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ allowedOrigins: ['https://*.example.com'] }] }]
  },
  run(context, report) {
    eachValue(context, 'allowedOrigins', ({ value, span, at }) => {
      if (!isTidy(value) || value.indexOf('*') === value.lastIndexOf('*')) return;
      const severity = originSeverity(context, value);
      if (severity !== null) report({ value }, { span, rule: at, ...severity });
    });
  }
});
