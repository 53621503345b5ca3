import { defineCheck } from '../check.ts';
import { isTidy, shapeOf } from '../origin-shape.ts';
import { eachValue } from '../visit.ts';

/** A host that ends with `*` takes hosts of other people that only begin so. */
export const originOpenEnd = defineCheck({
  id: 'origin-open-end',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        rules: [{ allowedOrigins: ['«https://app.example.com*»'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ allowedOrigins: ['http://localhost:*'] }] }]
  },
  run({ rules, probe }, report) {
    eachValue({ rules }, 'allowedOrigins', ({ value, span, at }) => {
      const shape = isTidy(value) ? shapeOf(value) : null;
      if (shape === null || !/[^*]\*$/.test(shape.host) || shape.port !== null || shape.rest !== '')
        return;
      const start = value.slice(0, -1).replace(/\*/g, 'w');
      const taken = `${start}${start.endsWith('.') ? '' : '.'}evil.example`;
      if (probe.origin(value, taken) !== null) return;
      report({ value, taken }, { span, rule: at, level: 'warning' });
    });
  }
});
