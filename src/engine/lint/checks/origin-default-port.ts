import { defineCheck } from '../check.ts';
import { eachOriginFault } from '../severity.ts';
import { defaultPort, originOf, shapeOf } from '../origin-shape.ts';

function withoutPort(value: string): string | null {
  const shape = shapeOf(value);
  if (shape === null || shape.port === null || shape.port !== defaultPort(shape.scheme))
    return null;
  return originOf({ ...shape, port: null }) + shape.rest;
}

/** A browser leaves out the port that is its scheme's own. https://url.spec.whatwg.org/#default-port */
export const originDefaultPort = defineCheck({
  id: 'origin-default-port',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['«https://app.example.com:443»'] }]
      }
    ],
    good: [
      { provider: 'tencent-cos', rules: [{ allowedOrigins: ['https://app.example.com:8443'] }] },
      {
        provider: 'google-cloud-storage',
        rules: [{ allowedOrigins: ['https://app.example.com:443'] }]
      }
    ]
  },
  run(context, report) {
    eachOriginFault(context, withoutPort, ({ value }, mended, place) =>
      report({ value, mended, port: shapeOf(value)?.port ?? '' }, place)
    );
  }
});
