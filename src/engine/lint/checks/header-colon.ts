import { isToken } from '../../3-browser/syntax.ts';
import { defineCheck } from '../check.ts';
import { isTidy } from '../origin-shape.ts';
import { eachValue, HEADER_LISTS, replaceBy } from '../visit.ts';

/** A list of headers names them; a colon, or a value behind it, is no part of a name. */
export const headerColon = defineCheck({
  id: 'header-colon',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedHeaders: ['«content-type:image/png»'] }]
      },
      { provider: 'aws-s3', level: 'error', rules: [{ exposeHeaders: ['«ETag:»'] }] }
    ],
    good: [{ provider: 'tencent-cos', rules: [{}] }]
  },
  run({ rules, probe }, report) {
    eachValue({ rules }, HEADER_LISTS, (visited) => {
      const { value, span, at, field } = visited;
      const colon = value.indexOf(':');
      if (colon === -1) return;
      const mended = value.slice(0, colon).trim();
      const isClear = isToken(mended) && isTidy(value.replace(/[\s,;]/g, ''));
      const refused = probe.refuses({ [field]: [value] });
      report(
        { value, mended },
        {
          span,
          rule: at,
          level: 'error',
          effect: refused ? 'refused' : 'unmatched',
          mend: isClear ? replaceBy(visited, mended) : null
        }
      );
    });
  }
});
