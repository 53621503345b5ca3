import { defineCheck } from '../check.ts';
import { severityOf } from '../severity.ts';
import { unseenIn, withoutUnseen } from '../origin-shape.ts';
import { ALL_LISTS, eachValue, replaceBy } from '../visit.ts';

const nameOf = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Characters of no width, blanks that do not break and wide forms of letters come in with text copied from a page. */
export const valueUnseen = defineCheck({
  id: 'value-unseen',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['«https://app.example.com\u200b»'] }]
      },
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['«https\uff1a//app.example.com»'] }]
      },
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedHeaders: ['«content-type\u00a0»'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{}] }]
  },
  run(context, report) {
    eachValue(context, ALL_LISTS, (visited) => {
      const { value, span, at, field } = visited;
      const unseen = unseenIn(value);
      if (unseen.length === 0 || value.trim() === '') return;
      const mended = withoutUnseen(value).replace(/\s/g, '');
      const severity = severityOf(context, visited, mended);
      if (severity === null) return;
      const mend = mended === '' ? null : replaceBy(visited, mended);
      const characters = unseen.map(nameOf);
      report({ list: field, value, characters }, { span, rule: at, ...severity, mend });
    });
  }
});
