import { defineCheck, type LintContext } from '../check.ts';
import { isTidy, originOf, shapeOf, type OriginShape } from '../origin-shape.ts';
import { eachValue, replaceBy } from '../visit.ts';

/** Endings below which anybody may have a name. https://publicsuffix.org/list/ has them all; these are the commonest. */
const SHARED = /^(?:[a-z0-9-]+|(?:ac|co|com|edu|gov|net|or|org)\.[a-z]{2})$/i;

/** What stands behind a `*` that is the beginning of a registered name; null where it is not. */
function openName(shape: OriginShape | null): string | null {
  const [, rest] = /^\*([^.*]+\.[^*]+)$/.exec(shape?.host ?? '') ?? [];
  return rest !== undefined && SHARED.test(rest.slice(rest.indexOf('.') + 1)) ? rest : null;
}

const takes = ({ probe }: LintContext, written: string, sent: string): boolean =>
  probe.origin(written, sent) === null;

/** `https://*example.com` takes `https://evilexample.com`, which anybody may register. */
export const originLookAlike = defineCheck({
  id: 'origin-look-alike',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        rules: [{ allowedOrigins: ['«https://*example.com»'] }]
      }
    ],
    good: [
      {
        provider: 'tencent-cos',
        rules: [{ allowedOrigins: ['https://*.example.com', 'https://example.com'] }]
      },
      { provider: 'tencent-cos', rules: [{ allowedOrigins: ['https://*-app.example.com'] }] }
    ]
  },
  run(context, report) {
    eachValue(context, 'allowedOrigins', (visited) => {
      const { value, span, at } = visited;
      const shape = isTidy(value) ? shapeOf(value) : null;
      const name = openName(shape);
      if (shape === null || name === null || shape.rest !== '') return;
      const taken = originOf({ ...shape, host: `evil${name}` });
      if (!takes(context, value, taken)) return;
      const [below, itself] = [`*.${name}`, name].map((host) => originOf({ ...shape, host }));
      if (below === undefined || itself === undefined) return;
      const mends = takes(context, below, originOf({ ...shape, host: `w.${name}` }));
      report(
        { value, mended: below, taken },
        { span, rule: at, level: 'warning', mend: mends ? replaceBy(visited, below, itself) : null }
      );
    });
  }
});
