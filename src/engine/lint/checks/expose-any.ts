import { defineCheck } from '../check.ts';
import { eachValue } from '../visit.ts';

/** Some stores refuse `*` here, and a browser takes it for a name where the call sends credentials. https://fetch.spec.whatwg.org/#http-access-control-expose-headers */
export const exposeAny = defineCheck({
  id: 'expose-any',
  examples: {
    bad: [
      { provider: 'alibaba-oss', level: 'error', rules: [{ exposeHeaders: ['«*»'] }] },
      { provider: 'tencent-cos', level: 'hint', rules: [{ exposeHeaders: ['«*»'] }] }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ exposeHeaders: ['ETag'] }] }]
  },
  run({ rules, probe }, report) {
    eachValue({ rules }, 'exposeHeaders', ({ value, span, at }) => {
      if (value !== '*') return;
      const refused = probe.refuses({ exposeHeaders: [value] });
      report(
        {},
        { span, rule: at, level: refused ? 'error' : 'hint', effect: refused ? 'refused' : null }
      );
    });
  }
});
