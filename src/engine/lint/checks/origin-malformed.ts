import { defineCheck } from '../check.ts';
import { originSeverity } from '../severity.ts';
import { defaultPort, isTidy, meantOrigin, originOf, shapeOf } from '../origin-shape.ts';
import { eachValue, replaceBy } from '../visit.ts';

/** A colon or a slash too few or too many behind a scheme. */
const SCHEME = /^(https?)(?::\/{0,1}|:?\/{2,})(?=[^/])/i;

/** What other checks look at: case, a path, the port that goes without saying, a name beyond ASCII, a wildcard. */
function plainly(value: string): string | null {
  const shape = shapeOf(value);
  if (shape === null) return null;
  const scheme = shape.scheme.toLowerCase();
  const port = shape.port === defaultPort(scheme) ? null : shape.port;
  return originOf({ scheme, host: shape.host.toLowerCase(), port });
}

const isElsewhere = (value: string): boolean =>
  value === 'null' ||
  /[*\\^$()|]/.test(value) ||
  !/^[!-~]*$/.test(value) ||
  (!value.includes('://') && !SCHEME.test(value));

/** A value that is no origin as a browser writes it, or of no host at all. */
export const originMalformed = defineCheck({
  id: 'origin-malformed',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['«https:/app.example.com»'] }]
      },
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['«https://me@app.example.com»'] }]
      },
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['«https://app.example.com:99999»'] }]
      }
    ],
    good: [
      { provider: 'tencent-cos', rules: [{ allowedOrigins: ['http://[::1]:3000'] }] },
      { provider: 'tencent-cos', rules: [{ allowedOrigins: ['chrome-extension://abcdef'] }] }
    ]
  },
  run(context, report) {
    eachValue(context, 'allowedOrigins', (visited) => {
      const { value, span, at } = visited;
      if (!isTidy(value) || isElsewhere(value)) return;
      const complete = value.includes('://') ? value : value.replace(SCHEME, '$1://');
      const meant = meantOrigin(complete);
      if (meant !== null && plainly(value) === meant) return;
      const severity =
        meant === null
          ? originSeverity(context, value)
          : (context.probe.refuses({ allowedOrigins: [value] }) && {
              level: 'error' as const,
              effect: 'refused' as const
            }) ||
            context.probe.origin(value, meant);
      if (severity === null) return;
      const mend = meant === null ? null : replaceBy(visited, meant);
      report({ value }, { span, rule: at, ...severity, mend });
    });
  }
});
