import { defineCheck } from '../check.ts';
import { isTidy } from '../origin-shape.ts';
import { eachValue } from '../visit.ts';

/** A method that the store knows no rule for. */
export const methodUnknown = defineCheck({
  id: 'method-unknown',
  examples: {
    bad: [
      { provider: 'tencent-cos', level: 'error', rules: [{ allowedMethods: ['GET', '«PATCH»'] }] },
      { provider: 'aws-s3', level: 'error', rules: [{ allowedMethods: ['«*»'] }] }
    ],
    good: [
      { provider: 'google-cloud-storage', rules: [{ allowedMethods: ['GET', 'PATCH'] }] },
      { provider: 'google-cloud-storage', rules: [{ allowedMethods: ['*'] }] }
    ]
  },
  run({ rules, probe, provider }, report) {
    eachValue({ rules }, 'allowedMethods', ({ value, span, at }) => {
      const upper = value.toUpperCase();
      if (!isTidy(value) || upper === 'OPTIONS' || provider.methods.includes(upper)) return;
      const severity = probe.method(value, value === '*' ? 'PUT' : upper);
      // A word with `_` that is not refused is an operation of the store's own API, which no method is.
      const isOperation = severity?.effect === 'unmatched' && value.includes('_');
      if (severity === null || isOperation) return;
      report({ value, known: [...provider.methods] }, { span, rule: at, ...severity });
    });
  }
});
