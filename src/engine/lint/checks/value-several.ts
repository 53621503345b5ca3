import { defineCheck } from '../check.ts';
import { membersOf } from '../members.ts';
import { severityOf } from '../severity.ts';
import { ALL_LISTS, eachValue, replaceBy } from '../visit.ts';

/** A list is written value by value: stores take a comma, a semicolon or a blank for a part of one. */
export const valueSeveral = defineCheck({
  id: 'value-several',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['«https://a.example.com,https://b.example.com»'] }]
      },
      {
        provider: 'aws-s3',
        level: 'error',
        rules: [{ allowedOrigins: ['«https://a.example.com https://b.example.com»'] }]
      },
      { provider: 'tencent-cos', level: 'error', rules: [{ allowedMethods: ['«GET, PUT»'] }] }
    ],
    good: [
      {
        provider: 'tencent-cos',
        rules: [{ allowedOrigins: ['https://a.example.com', 'https://b.example.com'] }]
      }
    ]
  },
  run(context, report) {
    eachValue(context, ALL_LISTS, (visited) => {
      const { value, span, at, field } = visited;
      const values = membersOf(visited);
      const [first] = values;
      if (first === undefined || values.length < 2) return;
      const severity = severityOf(context, visited, first);
      if (severity === null) return;
      report(
        { list: field, value, values },
        { span, rule: at, ...severity, mend: replaceBy(visited, ...values) }
      );
    });
  }
});
