import { headerOf } from '../../2-bucket/question.ts';
import { ORIGIN } from '../../ask/ordinary.ts';
import { defineCheck } from '../check.ts';
import { eachValue } from '../visit.ts';

/** A browser reads a `*` within a name as itself, so what a store sends as it is exposes nothing. https://fetch.spec.whatwg.org/#concept-response-cors-exposed-header-name-list */
export const exposeWildcard = defineCheck({
  id: 'expose-wildcard',
  examples: {
    bad: [
      { provider: 'tencent-cos', level: 'error', rules: [{ exposeHeaders: ['«x-cos-*»'] }] },
      { provider: 'cloudflare-r2', level: 'error', rules: [{ exposeHeaders: ['«x-meta-*»'] }] }
    ],
    good: [{ provider: 'azure-blob', rules: [{ exposeHeaders: ['x-ms-meta-*'] }] }]
  },
  run({ rules, probe }, report) {
    eachValue({ rules }, 'exposeHeaders', ({ value, span, at }) => {
      if (value === '*' || !value.includes('*')) return;
      const rule = { exposeHeaders: [value] };
      const refused = probe.refuses(rule);
      const { headers } = probe.actual(rule, ORIGIN);
      const sent = headerOf(headers, 'access-control-expose-headers') ?? '';
      if (!refused && !sent.includes(value)) return;
      const effect = refused ? 'refused' : 'unmatched';
      report({ value }, { span, rule: at, level: 'error', effect });
    });
  }
});
