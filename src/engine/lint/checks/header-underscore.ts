import { isToken } from '../../3-browser/syntax.ts';
import { defineCheck } from '../check.ts';
import { eachValue, HEADER_LISTS } from '../visit.ts';

/**
 * COS's console takes no `_` in a header, and proxies drop such headers without a word.
 * https://www.tencentcloud.com/document/product/436/13318, https://nginx.org/en/docs/http/ngx_http_core_module.html#underscores_in_headers
 */
export const headerUnderscore = defineCheck({
  id: 'header-underscore',
  examples: {
    bad: [{ provider: 'tencent-cos', level: 'hint', rules: [{ allowedHeaders: ['«x_meta»'] }] }],
    good: [{ provider: 'tencent-cos', rules: [{ allowedHeaders: ['x-meta'] }] }]
  },
  run({ rules, probe }, report) {
    eachValue({ rules }, HEADER_LISTS, ({ value, span, at, field }) => {
      if (!value.includes('_') || !isToken(value)) return;
      const refused =
        probe.refuses({ [field]: [value] }) &&
        !probe.refuses({ [field]: [value.replaceAll('_', '-')] });
      report(
        { list: field, value },
        { span, rule: at, level: refused ? 'error' : 'hint', effect: refused ? 'refused' : null }
      );
    });
  }
});
