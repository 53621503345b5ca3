import { defineCheck } from '../check.ts';
import { shapeOf } from '../origin-shape.ts';
import { eachValue } from '../visit.ts';

const WRITES = ['PUT', 'POST', 'DELETE', 'PATCH'];

/** Every page there is, or every page of a scheme. */
const isEvery = (value: string): boolean => value === '*' || shapeOf(value)?.host === '*';

/** A rule by which every page may change what the bucket holds, as far as the bucket's own access rules let it. */
export const originAnyWrites = defineCheck({
  id: 'origin-any-writes',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'hint',
        rules: [
          { allowedOrigins: ['«*»'], allowedMethods: ['GET', 'PUT'], exposeHeaders: ['ETag'] }
        ]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ allowedOrigins: ['*'] }] }]
  },
  run({ rules, probe }, report) {
    eachValue({ rules }, 'allowedOrigins', ({ value, span, rule, at }) => {
      if (!isEvery(value) || probe.origin(value, 'https://w.example') !== null) return;
      const methods = WRITES.filter((method) =>
        rule.allowedMethods.some((written) => written.value.toUpperCase() === method)
      );
      if (methods.length > 0) report({ value, methods }, { span, rule: at, level: 'hint' });
    });
  }
});
