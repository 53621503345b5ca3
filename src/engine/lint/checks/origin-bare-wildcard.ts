import { defineCheck } from '../check.ts';
import { originSeverity } from '../severity.ts';
import { isTidy } from '../origin-shape.ts';
import { eachValue, replaceBy } from '../visit.ts';

/** `*.example.com` takes nothing at some stores, and every scheme at the others, plain HTTP too. */
export const originBareWildcard = defineCheck({
  id: 'origin-bare-wildcard',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        rules: [{ allowedOrigins: ['«*.example.com»'] }]
      },
      {
        provider: 'cloudflare-r2',
        level: 'error',
        rules: [{ allowedOrigins: ['«*.example.com»'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ allowedOrigins: ['https://*.example.com'] }] }]
  },
  run(context, report) {
    eachValue(context, 'allowedOrigins', (visited) => {
      const { value, span, at } = visited;
      if (!isTidy(value) || !/^\*[^*:/]/.test(value)) return;
      const severity = originSeverity(context, value) ?? { level: 'warning', effect: null };
      const mended = `https://${value}`;
      report({ value, mended }, { span, rule: at, ...severity, mend: replaceBy(visited, mended) });
    });
  }
});
