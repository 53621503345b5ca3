import { defineCheck } from '../check.ts';
import { eachOriginFault } from '../severity.ts';
import { shapeOf } from '../origin-shape.ts';

function withoutSlash(value: string): string | null {
  const rest = shapeOf(value)?.rest ?? '';
  const isSlash = rest !== '' && [...rest].every((character) => character === '/');
  return isSlash ? value.slice(0, -rest.length) : null;
}

/** An origin ends with its host or port. https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin */
export const originTrailingSlash = defineCheck({
  id: 'origin-trailing-slash',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['«https://app.example.com/»'] }]
      },
      {
        provider: 'cloudflare-r2',
        level: 'error',
        rules: [{ allowedOrigins: ['«https://app.example.com/»'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ allowedOrigins: ['https://app.example.com'] }] }]
  },
  run(context, report) {
    eachOriginFault(context, withoutSlash, ({ value }, mended, place) =>
      report({ value, mended }, place)
    );
  }
});
