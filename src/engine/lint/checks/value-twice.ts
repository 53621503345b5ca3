import { defineCheck } from '../check.ts';
import { ALL_LISTS, removal } from '../visit.ts';

/** A value that stands in the list already does nothing more; names of headers are the same in any case. */
export const valueTwice = defineCheck({
  id: 'value-twice',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'hint',
        rules: [{ allowedOrigins: ['https://app.example.com', '«https://app.example.com»'] }]
      },
      {
        provider: 'tencent-cos',
        level: 'hint',
        rules: [{ allowedHeaders: ['content-type', '«Content-Type»'] }]
      }
    ],
    good: [{ provider: 'garage', rules: [{ allowedHeaders: ['content-type', 'Content-Type'] }] }]
  },
  run({ rules, provider, probe }, report) {
    const fold = (field: string, value: string): string =>
      field.endsWith('Headers') && !provider.namesByCase ? value.toLowerCase() : value;
    for (const [at, rule] of rules.entries()) {
      for (const field of ALL_LISTS) {
        const seen = new Set<string>();
        for (const [index, { value, span }] of rule[field].entries()) {
          const folded = fold(field, value);
          if (seen.has(folded) && value.trim() !== '') {
            const alone = { [field]: [value] };
            const refused = !probe.refuses(alone) && probe.refuses({ [field]: [value, value] });
            report(
              { list: field, value },
              {
                span,
                rule: at,
                level: refused ? 'error' : 'hint',
                effect: refused ? 'refused' : null,
                mend: [removal({ rule, at, field, index })]
              }
            );
          }
          seen.add(folded);
        }
      }
    }
  }
});
