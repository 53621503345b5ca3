import { defineCheck } from '../check.ts';
import { originSeverity } from '../severity.ts';
import { defaultPort, isTidy, shapeOf } from '../origin-shape.ts';
import { eachValue } from '../visit.ts';

/** True where nothing but its one `*` keeps an origin from being taken. */
function isPlain(value: string): boolean {
  if (value === '*') return true;
  const shape = shapeOf(value);
  return (
    shape !== null &&
    shape.rest === '' &&
    !shape.scheme.includes('*') &&
    shape.port !== defaultPort(shape.scheme) &&
    /^[!-~]*$/.test(value) &&
    value === value.toLowerCase()
  );
}

/** A `*` where the store takes none: it stands for itself there, or is refused. */
export const originWildcardUntaken = defineCheck({
  id: 'origin-wildcard-untaken',
  examples: {
    bad: [
      {
        provider: 'google-cloud-storage',
        level: 'warning',
        rules: [{ allowedOrigins: ['«https://*.example.com»'] }]
      },
      {
        provider: 'cloudflare-r2',
        level: 'error',
        rules: [{ allowedOrigins: ['«http://localhost:*»'] }]
      }
    ],
    good: [
      { provider: 'tencent-cos', rules: [{ allowedOrigins: ['https://*.example.com'] }] },
      { provider: 'google-cloud-storage', rules: [{ allowedOrigins: ['*'] }] }
    ]
  },
  run(context, report) {
    eachValue(context, 'allowedOrigins', ({ value, span, at }) => {
      const star = value.indexOf('*');
      if (star === -1 || star !== value.lastIndexOf('*')) return;
      if (!isTidy(value) || !isPlain(value)) return;
      const severity = originSeverity(context, value);
      if (severity !== null) report({ value }, { span, rule: at, ...severity });
    });
  }
});
