import { defineCheck } from '../check.ts';
import { only } from '../graded-probe.ts';
import { ALL_LISTS, eachValue, removal } from '../visit.ts';

/** A value of no character, or of blanks alone: the store refuses it or it takes nothing. */
export const valueEmpty = defineCheck({
  id: 'value-empty',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        rules: [{ allowedOrigins: ['https://app.example.com', '«»'] }]
      },
      { provider: 'cloudflare-r2', level: 'error', rules: [{ allowedHeaders: ['x-a', '«»'] }] }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ exposeHeaders: [] }] }]
  },
  run(context, report) {
    eachValue(context, ALL_LISTS, (visited) => {
      const { value, span, rule, at, field } = visited;
      if (value.trim() !== '') return;
      const refused = context.probe.refuses(only(field, value));
      const mayBeShorter =
        rule[field].length > 1 || field === 'allowedHeaders' || field === 'exposeHeaders';
      report(
        { list: field },
        {
          span,
          rule: at,
          level: refused ? 'error' : 'warning',
          effect: refused ? 'refused' : 'unmatched',
          mend: mayBeShorter ? [removal(visited)] : null
        }
      );
    });
  }
});
