import { defineCheck } from '../check.ts';
import { eachOriginFault } from '../severity.ts';
import { originOf, shapeOf } from '../origin-shape.ts';

/** A path keeps its case: it is another fault. */
function inLowerCase(value: string): string | null {
  const shape = shapeOf(value);
  if (shape === null || shape.host.includes('\\')) return null;
  const lower = originOf({
    scheme: shape.scheme.toLowerCase(),
    host: shape.host.toLowerCase(),
    port: shape.port
  });
  return lower + shape.rest;
}

/** A browser writes scheme and host in lower case, and most stores compare letter for letter. */
export const originUpperCase = defineCheck({
  id: 'origin-upper-case',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        rules: [{ allowedOrigins: ['«https://App.Example.com»'] }]
      }
    ],
    good: [
      { provider: 'tencent-cos', rules: [{ allowedOrigins: ['https://app.example.com'] }] },
      { provider: 'azurite', rules: [{ allowedOrigins: ['https://App.Example.com'] }] }
    ]
  },
  run(context, report) {
    eachOriginFault(context, inLowerCase, ({ value }, mended, place) =>
      report({ value, mended }, place)
    );
  }
});
