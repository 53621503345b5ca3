import { defineCheck } from '../check.ts';
import { eachOriginFault } from '../severity.ts';
import { parseUrl } from '../../3-browser/url/parse-url.ts';
import { originOf, shapeOf } from '../origin-shape.ts';

const ASCII = /^[ -~]*$/;

/** Null where the name is plain, or no name at all. */
function inPunycode(value: string): string | null {
  const shape = shapeOf(value);
  if (shape === null || ASCII.test(shape.host)) return null;
  const host = parseUrl(`https://${shape.host}`)?.hostname;
  return host === undefined ? null : originOf({ ...shape, host }) + shape.rest;
}

/** A browser sends a name beyond ASCII in punycode. https://url.spec.whatwg.org/#concept-domain-to-ascii */
export const originNotPunycode = defineCheck({
  id: 'origin-not-punycode',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['«https://bücher.example»'] }]
      }
    ],
    good: [
      { provider: 'tencent-cos', rules: [{ allowedOrigins: ['https://xn--bcher-kva.example'] }] }
    ]
  },
  run(context, report) {
    eachOriginFault(context, inPunycode, ({ value }, mended, place) =>
      report({ value, mended }, place)
    );
  }
});
