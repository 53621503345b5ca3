import { isToken } from '../../3-browser/syntax.ts';
import { defineCheck } from '../check.ts';
import { isTidy } from '../origin-shape.ts';
import { eachValue, HEADER_LISTS } from '../visit.ts';

/** A header's name has letters, digits and a few signs. https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
export const headerMalformed = defineCheck({
  id: 'header-malformed',
  examples: {
    bad: [{ provider: 'tencent-cos', level: 'error', rules: [{ allowedHeaders: ['«x-(meta)»'] }] }],
    good: [{ provider: 'tencent-cos', rules: [{ allowedHeaders: ['x-cos-meta-a'] }] }]
  },
  run({ rules, probe }, report) {
    eachValue({ rules }, HEADER_LISTS, ({ value, span, at, field }) => {
      if (!isTidy(value) || isToken(value) || value.includes(':')) return;
      const refused = probe.refuses({ [field]: [value] });
      report(
        { list: field, value },
        { span, rule: at, level: 'error', effect: refused ? 'refused' : 'unmatched' }
      );
    });
  }
});
