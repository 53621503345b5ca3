import { defineCheck } from '../check.ts';
import { originSeverity } from '../severity.ts';
import { isTidy, originOf, shapeOf } from '../origin-shape.ts';
import { eachValue, replaceBy } from '../visit.ts';

/** A `*` in the scheme lets every scheme in, plain HTTP and those of apps and extensions too, or none at all. */
export const originAnyScheme = defineCheck({
  id: 'origin-any-scheme',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        rules: [{ allowedOrigins: ['«http*://app.example.com»'] }]
      },
      {
        provider: 'azure-blob',
        level: 'warning',
        rules: [{ allowedOrigins: ['«*://app.example.com»'] }]
      }
    ],
    good: [
      {
        provider: 'tencent-cos',
        rules: [{ allowedOrigins: ['https://app.example.com', 'https://*.example.com'] }]
      }
    ]
  },
  run(context, report) {
    eachValue(context, 'allowedOrigins', (visited) => {
      const { value, span, at } = visited;
      const shape = isTidy(value) ? shapeOf(value) : null;
      if (shape === null || !shape.scheme.includes('*')) return;
      const severity = originSeverity(context, value) ?? { level: 'warning', effect: null };
      const [secure, plain] = ['https', 'http'].map((scheme) => originOf({ ...shape, scheme }));
      if (secure === undefined || plain === undefined) return;
      const mend = replaceBy(visited, secure, plain);
      report({ value }, { span, rule: at, ...severity, mend });
    });
  }
});
