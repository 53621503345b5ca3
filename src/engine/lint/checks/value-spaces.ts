import { defineCheck } from '../check.ts';
import { severityOf } from '../severity.ts';
import { unseenIn } from '../origin-shape.ts';
import { membersOf } from '../members.ts';
import { ALL_LISTS, eachValue, replaceBy } from '../visit.ts';

/** No origin, method or header name has a blank or a line end in it, and most stores do not cut them off. */
export const valueSpaces = defineCheck({
  id: 'value-spaces',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['« https://app.example.com»'] }]
      },
      { provider: 'aws-s3', level: 'error', rules: [{ allowedHeaders: ['«content-type »'] }] }
    ],
    good: [{ provider: 'tencent-cos', rules: [{}] }]
  },
  run(context, report) {
    eachValue(context, ALL_LISTS, (visited) => {
      const { value, span, at, field } = visited;
      const mended = value.replace(/\s/g, '');
      if (mended === value || mended === '' || unseenIn(value).length > 0) return;
      if (membersOf(visited).length > 1) return;
      const severity = severityOf(context, visited, mended);
      if (severity === null) return;
      report(
        { list: field, value, mended },
        { span, rule: at, ...severity, mend: replaceBy(visited, mended) }
      );
    });
  }
});
