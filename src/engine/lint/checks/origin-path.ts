import { defineCheck } from '../check.ts';
import { eachOriginFault } from '../severity.ts';
import { shapeOf } from '../origin-shape.ts';

/** What stands behind host and port, unless it is a slash alone. */
function pathOf(value: string): string {
  const rest = shapeOf(value)?.rest ?? '';
  return [...rest].some((character) => character !== '/') ? rest : '';
}

/** No origin has a path, a query or a fragment. https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin */
export const originPath = defineCheck({
  id: 'origin-path',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['«https://app.example.com/upload»'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{}] }]
  },
  run(context, report) {
    const withoutPath = (value: string): string | null => {
      const path = pathOf(value);
      return path === '' ? null : value.slice(0, -path.length);
    };
    eachOriginFault(context, withoutPath, ({ value }, mended, place) =>
      report({ value, mended, path: pathOf(value) }, place)
    );
  }
});
