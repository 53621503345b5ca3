import { defineCheck } from '../check.ts';
import { isTidy } from '../origin-shape.ts';
import { eachValue } from '../visit.ts';

/** Signs that regular expressions have and origins have not. */
const REGEX = /\\[.dw/]|^\^|\$$|[(|)]|\/\.\*|\[[a-z0-9]-/i;

/** No store reads an origin as a regular expression. */
export const originRegex = defineCheck({
  id: 'origin-regex',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['«https://.*\\.example\\.com»'] }]
      }
    ],
    good: [
      { provider: 'tencent-cos', rules: [{ allowedOrigins: ['https://*.example.com'] }] },
      { provider: 'tencent-cos', rules: [{ allowedOrigins: ['http://[::1]:3000'] }] }
    ]
  },
  run(context, report) {
    eachValue(context, 'allowedOrigins', ({ value, span, at }) => {
      if (!isTidy(value) || !REGEX.test(value)) return;
      const refused = context.probe.refuses({ allowedOrigins: [value] });
      report(
        { value },
        { span, rule: at, level: 'error', effect: refused ? 'refused' : 'unmatched' }
      );
    });
  }
});
